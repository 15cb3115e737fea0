/**
 * Wasserstein-1 (earth mover's) distance: the area between the two empirical distribution functions, in the
 * column's own unit. Range 0 … ∞, lower is closer; 0: the same distribution. Both samples sorted upwards, without
 * NaN; NaN where one is empty. Source: Vallender, "Calculation of the Wasserstein distance between probability
 * distributions on the line", 1974.
 */
export function wassersteinDistance(first: Float64Array, second: Float64Array): number {
  if (first.length === 0 || second.length === 0) return Number.NaN;
  let area = 0;
  let i = 0;
  let j = 0;
  let at = Math.min(first[0], second[0]);
  while (i < first.length || j < second.length) {
    const nextFirst = i < first.length ? first[i] : Infinity;
    const nextSecond = j < second.length ? second[j] : Infinity;
    const next = Math.min(nextFirst, nextSecond);
    area += Math.abs(i / first.length - j / second.length) * (next - at);
    at = next;
    if (nextFirst === next) i++;
    if (nextSecond === next) j++;
  }
  return area;
}

/**
 * The Wasserstein-1 distance as a share of the first sample's range, so that columns can be compared with one
 * another. Range 0 … ∞ (1: every value moved across the whole range); NaN where the first sample has no range or
 * the second is empty. Both sorted upwards, without NaN.
 */
export function wassersteinShare(training: Float64Array, other: Float64Array): number {
  const range = training.length > 0 ? training[training.length - 1] - training[0] : 0;
  return range > 0 ? wassersteinDistance(training, other) / range : Number.NaN;
}
