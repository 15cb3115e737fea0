/**
 * Kong's effective sample size of weighted draws, (Σw)² / Σw²: so many unweighted ones would tell as much (Kong, "A note
 * on importance sampling using standardized weights", 1992). Between 1 and their number; 0 where all weigh nothing.
 */
export function effectiveSampleSize(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/**
 * The smallest bound above which weights exceed it by no more than a share of all weight, Σ max(0, w − bound) ≤ share · Σ w.
 * Rows kept with probability min(1, w / bound) then follow a distribution whose total variation distance from the
 * weighted one is at most that share.
 * @param share in [0, 1); 0 gives the largest weight
 */
export function boundFor(weights: Float64Array, share: number): number {
  const falling = weights.slice().sort().reverse();
  const room = share * falling.reduce((sum, weight) => sum + weight, 0);
  // With the k largest above it, a bound b cuts off their sum less k · b.
  let above = 0;
  for (let k = 0; k < falling.length; k++) {
    const next = k + 1 < falling.length ? falling[k + 1] : 0;
    above += falling[k];
    const bound = (above - room) / (k + 1);
    if (bound >= next) return Math.min(bound, falling[0]);
  }
  return 0;
}

/** Weights that differ by less than this share are equal but for rounding in the network's sums. */
const equality = 1e-5;

/** True where all weights between the two are as good as equal, and above 0. */
export function areEqual(least: number, most: number): boolean {
  return least > 0 && most - least <= equality * most;
}
