/** α from 0 to 1 in so many even steps, as synthcity takes them. */
export const alphaSteps = 30;

/**
 * The radii of the balls around a centre that hold each share α of the rows, from their distances (numpy's linear quantiles).
 */
export function alphaRadii(distances: Float64Array): Float64Array {
  const sorted = distances.slice().sort();
  const last = sorted.length - 1;
  return Float64Array.from({ length: alphaSteps }, (_, step) => {
    const rank = (step / (alphaSteps - 1)) * last;
    const below = Math.floor(rank);
    return sorted[below] + (rank - below) * (sorted[Math.min(last, below + 1)] - sorted[below]);
  });
}

/** The first radius that reaches the distance; `alphaSteps` where none does. */
export function firstReaching(radii: Float64Array, distance: number): number {
  let low = 0;
  let high = alphaSteps;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (distance <= radii[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How close a curve of shares is to the diagonal: 1 − Σ|α − curve(α)| / Σα. Range −1 … 1, higher is better; 1.0: at every
 * α just that share of the rows lies within. Of α-precision the shares are of synthetic rows within the α-ball of the real
 * ones; of β-recall, of real rows that a synthetic row stands for, one within the α-ball of the synthetic ones. Source:
 * Alaa et al., "How faithful is your synthetic data?" (arXiv 2102.08921), as synthcity reports it.
 * @param reached rows by the first step that reaches them; the last entry counts those that none does
 */
export function curveScore(reached: Float64Array): number {
  const rows = reached.reduce((sum, count) => sum + count, 0);
  if (rows === 0) return Number.NaN;
  let [within, gaps, alphas] = [0, 0, 0];
  for (let step = 0; step < alphaSteps; step++) {
    const alpha = step / (alphaSteps - 1);
    within += reached[step];
    gaps += Math.abs(alpha - within / rows);
    alphas += alpha;
  }
  return 1 - gaps / alphas;
}
