import { sortOrder } from './sort-order';

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks. Range −1 … 1; 1.0: both order alike, 0: their orders have
 * nothing to do with one another. NaN where all values of one are equal, or a value is NaN. Source: Spearman, "The proof and measurement of
 * association between two things" (1904); the same as `scipy.stats.spearmanr`.
 */
export function rankCorrelation(first: Float64Array, second: Float64Array): number {
  if (first.some(Number.isNaN) || second.some(Number.isNaN)) return Number.NaN;
  const a = midRanks(first);
  const b = midRanks(second);
  const middle = (first.length + 1) / 2;
  let both = 0;
  let ownA = 0;
  let ownB = 0;
  for (let i = 0; i < a.length; i++) {
    both += (a[i] - middle) * (b[i] - middle);
    ownA += (a[i] - middle) ** 2;
    ownB += (b[i] - middle) ** 2;
  }
  return ownA > 0 && ownB > 0 ? both / Math.sqrt(ownA * ownB) : Number.NaN;
}

/** Ranks from 1 upwards; equal values share the mean of theirs. */
function midRanks(values: Float64Array): Float64Array {
  const order = sortOrder(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let at = start; at < end; at++) ranks[order[at]] = (start + 1 + end) / 2;
  }
  return ranks;
}
