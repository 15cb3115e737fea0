/**
 * Attainable accuracy: 1 minus the total variation distance that chance alone is expected to put between two samples of one
 * distribution, ½ Σ √(2/π · p (1 − p) (1/n₁ + 1/n₂)). Range 0 … 1; 1.0: samples so large that chance costs nothing. It
 * costs more with more and rarer cells, and is overstated where a cell has less than a row or so.
 * Source: the mean absolute value of a normal variable; MOSTLY AI, mostlyai-qa, accuracy.
 * @param counts of the first sample by cell; only their shares matter
 */
export function attainableAccuracy(counts: Float64Array, firstRows: number, secondRows: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || firstRows === 0 || secondRows === 0) return Number.NaN;
  const scale = (2 / Math.PI) * (1 / firstRows + 1 / secondRows);
  let cost = 0;
  for (const count of counts) cost += Math.sqrt(scale * (count / total) * (1 - count / total));
  return Math.max(0, 1 - cost / 2);
}

/** Mean of Kolmogorov's distribution: √(π/2) ln 2. */
const kolmogorovMean = Math.sqrt(Math.PI / 2) * Math.LN2;

/** The same for the Kolmogorov–Smirnov distance of two samples of one continuous distribution; ties make it smaller. */
export function attainableKs(firstRows: number, secondRows: number): number {
  if (firstRows === 0 || secondRows === 0) return Number.NaN;
  return Math.max(0, 1 - kolmogorovMean * Math.sqrt(1 / firstRows + 1 / secondRows));
}
