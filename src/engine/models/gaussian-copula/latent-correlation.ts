import { normalDensity } from './normal-distribution';
import type { NormalSteps } from './normal-scores';

/** Terms of the expansion that are summed; the rest is taken for one term of twice their power. */
const terms = 24;
/** The largest correlation given to two normals: equal columns come this close. */
const largest = 0.9999;
/** Of the scores' correlation. */
const tolerance = 1e-6;
const mostSteps = 60;

/**
 * A column's scores as a function of the normal behind them, in normalised Hermite polynomials: the coefficients from
 * the first power on, scaled so that the squares of all of them, with the last entry that stands for the rest, sum to 1.
 */
export function hermiteCoefficients(steps: Pick<NormalSteps, 'bounds' | 'scores' | 'shares'>): Float64Array {
  const coefficients = new Float64Array(terms + 1);
  const spread = Math.sqrt(variance(steps));
  if (!(spread > 0)) return coefficients;
  let left = 1;
  addJumps(steps, coefficients);
  for (let power = 1; power <= terms; power++) {
    coefficients[power - 1] /= spread * Math.sqrt(power);
    left -= coefficients[power - 1] ** 2;
  }
  coefficients[terms] = Math.sqrt(Math.max(0, left));
  return coefficients;
}

function variance({ scores, shares }: Pick<NormalSteps, 'scores' | 'shares'>): number {
  const mean = scores.reduce((sum, score, code) => sum + shares[code] * score, 0);
  return scores.reduce((sum, score, code) => sum + shares[code] * (score - mean) ** 2, 0);
}

/** Integrating by parts leaves the jumps: E[s(Z) he_k(Z)] √k = Σ (score above − score below) he_{k−1}(b) φ(b). */
function addJumps({ bounds, scores }: Pick<NormalSteps, 'bounds' | 'scores'>, sums: Float64Array): void {
  for (let code = 0; code + 1 < bounds.length; code++) {
    const bound = bounds[code];
    if (!Number.isFinite(bound)) continue;
    const jump = (scores[code + 1] - scores[code]) * normalDensity(bound);
    let before = 0;
    let polynomial = 1;
    for (let power = 0; power < terms; power++) {
      sums[power] += jump * polynomial;
      const next = (bound * polynomial - Math.sqrt(power) * before) / Math.sqrt(power + 1);
      before = polynomial;
      polynomial = next;
    }
  }
}

/**
 * The correlation of two normals whose steps' scores have the given correlation. Steps blur: of two normals cut in two at
 * their middles and correlated by 0.7, the halves are correlated by 0.49. By Mehler's formula the scores' correlation is
 * Σ a_k b_k ρᵏ, which grows with ρ; it is inverted by
 * false position (NORTA's matching: Cario & Nelson 1997).
 * @param a hermiteCoefficients of the one column
 * @param b and of the other
 */
export function latentCorrelation(a: Float64Array, b: Float64Array, correlation: number): number {
  const sign = Math.sign(correlation);
  const excess = (latent: number) => sign * (scoreCorrelation(a, b, sign * latent) - correlation);
  let [low, below] = [0, -Math.abs(correlation)];
  let [high, above] = [largest, excess(largest)];
  if (above <= 0) return sign * largest;
  for (let step = 0; step < mostSteps; step++) {
    const latent = low - (below * (high - low)) / (above - below);
    const here = excess(latent);
    if (Math.abs(here) < tolerance) return sign * latent;
    // Illinois: an end that stays counts half, so that it moves at last.
    if (here < 0) [low, below, above] = [latent, here, above / 2];
    else [high, above, below] = [latent, here, below / 2];
  }
  return sign * low;
}

/** The scores' correlation when the normals' is `latent`. */
export function scoreCorrelation(a: Float64Array, b: Float64Array, latent: number): number {
  let sum = 0;
  for (let i = terms - 1; i >= 0; i--) sum = (sum + a[i] * b[i]) * latent;
  return sum + a[terms] * b[terms] * Math.sign(latent) * Math.abs(latent) ** (2 * terms);
}
