import { tightEpsilon } from './loss-distribution/tight-epsilon';
import { spentEpsilon } from './renyi';

/** The promise: an attacker's odds change by at most a factor e^ε, but for a probability δ. */
export interface Guarantee {
  readonly epsilon: number;
  readonly delta: number;
}

/** How often rows are sampled for a step, and how many steps there are. */
export interface SampledPlan {
  readonly rate: number;
  readonly steps: number;
}

const mostSigma = 2 ** 20;

/** The most ρ that keeps to the guarantee, when nothing but ρ is spent; within a relative 10⁻¹¹, never above. */
export function affordableRho({ epsilon, delta }: Guarantee): number {
  const isWithin = (rho: number) => spentEpsilon({ rho, sampled: [] }, delta) <= epsilon;
  return bisect(isWithin, 0, epsilon + 10, 1e-11);
}

/**
 * The least σ with which so many sampled steps keep to the guarantee beside what is spent already; within a relative
 * 10⁻⁵, never below.
 * @throws RangeError where no noise up to a million would do
 */
export function neededSigma(
  { epsilon, delta }: Guarantee,
  { rate, steps }: SampledPlan,
  spentRho = 0,
): number {
  const isWithin = (sigma: number) =>
    spentEpsilon({ rho: spentRho, sampled: [{ rate, sigma, steps }] }, delta) <= epsilon;
  if (!isWithin(mostSigma)) throw new RangeError('What is spent already leaves nothing for the steps.');
  return 1 / bisect((inverse) => isWithin(1 / inverse), 1 / mostSigma, 10, 1e-5);
}

/**
 * As `neededSigma`, by the privacy-loss distribution, for ε within a relative 10⁻⁴: 4–12 % less noise, where all that was
 * spent already is Gaussian noise on all rows.
 */
export function neededTightSigma(guarantee: Guarantee, plan: SampledPlan, gaussianRho = 0): number {
  const { rate, steps } = plan;
  const spent = gaussianRho > 0 ? [{ rate: 1, sigma: 1 / Math.sqrt(2 * gaussianRho), steps: 1 }] : [];
  const excess = (sigma: number) =>
    Math.log(tightEpsilon([...spent, { rate, sigma, steps }], guarantee.delta) / guarantee.epsilon);
  const enough = neededSigma(guarantee, plan, gaussianRho);
  return endOfExcess(excess, enough / 1.3, enough, 1e-4);
}

/**
 * A place whose excess is at most 0 and nearly that, by false position.
 * @param high has no excess
 */
function endOfExcess(
  excess: (value: number) => number,
  low: number,
  high: number,
  precision: number,
): number {
  let [from, to] = [low, high];
  let [above, below] = [excess(from), excess(to)];
  while (above > 0 && below < -precision) {
    // A little beyond where the line crosses, so that the high end moves.
    const share = Math.min(0.5, (1.02 * above + precision / 2) / (above - below));
    const middle = from + (to - from) * Math.max(share, 0.02);
    const own = excess(middle);
    if (own > 0) [from, above] = [middle, own];
    else [to, below] = [middle, own];
  }
  return above > 0 ? to : from;
}

/** The largest number that is within, found between one that is and one that is not (or is the most looked at). */
function bisect(isWithin: (value: number) => boolean, from: number, to: number, precision: number): number {
  let low = from;
  let high = to;
  while (high - low > precision * high) {
    const middle = low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
    if (isWithin(middle)) low = middle;
    else high = middle;
  }
  return low;
}
