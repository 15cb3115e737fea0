/**
 * TVComplement: 1 minus the total variation distance of two categorical columns.
 * Range 0 … 1, higher is better. 1.0: every category is as frequent in both; 0: no category in common.
 * Codes index one shared dictionary of `categoryCount` entries; −1 (missing) counts as a category of its own.
 * Source: SDMetrics, single_column/statistical/tv_complement (which leaves missing values out).
 */
export function tvComplement(real: Int32Array, synthetic: Int32Array, categoryCount: number): number {
  return 1 - tvDistance(countCodes(real, categoryCount), countCodes(synthetic, categoryCount));
}

/** How often each code occurs: entry 0 counts missing cells (code −1), entry k + 1 the code k. */
export function countCodes(codes: Int32Array, categoryCount: number): Float64Array {
  const counts = new Float64Array(categoryCount + 1);
  for (let row = 0; row < codes.length; row++) counts[codes[row] + 1]++;
  return counts;
}

/**
 * Total variation distance ½ Σ |p − q| of two tables of counts over the same cells. Range 0 … 1, lower is closer.
 * Two empty tables are at distance 0, an empty and a filled one at 1.
 */
export function tvDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const firstTotal = sumOf(first);
  const secondTotal = sumOf(second);
  if (firstTotal === 0 || secondTotal === 0) return firstTotal === secondTotal ? 0 : 1;
  let sum = 0;
  for (let cell = 0; cell < first.length; cell++) {
    sum += Math.abs(first[cell] / firstTotal - second[cell] / secondTotal);
  }
  return Math.min(1, sum / 2);
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++) sum += counts[cell];
  return sum;
}
