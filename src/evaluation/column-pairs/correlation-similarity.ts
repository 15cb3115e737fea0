/**
 * A numeric column made ready for many correlations: centred and scaled to unit length, so that the correlation
 * of two complete columns is a dot product. NaN where missing.
 */
export interface StandardColumn {
  /** Null where the present values are all the same (or their squares leave the range of doubles): no correlation. */
  readonly values: Float64Array | null;
  readonly hasMissing: boolean;
}

/** Centres the present values on 0 and scales their sum of squares to 1. */
export function standardise(values: Float64Array): StandardColumn {
  const { mean, count, constant } = summarise(values);
  const hasMissing = count < values.length;
  if (constant) return { values: null, hasMissing };
  const standard = new Float64Array(values.length);
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    standard[row] = values[row] - mean;
    if (!Number.isNaN(standard[row])) squares += standard[row] * standard[row];
  }
  if (squares === 0 || squares === Infinity) return { values: null, hasMissing };
  const scale = 1 / Math.sqrt(squares);
  for (let row = 0; row < values.length; row++) standard[row] *= scale;
  return { values: standard, hasMissing };
}

/**
 * Pearson's correlation of two standardised columns over the rows where both are present. Range −1 … 1; NaN where
 * fewer than two such rows are left or one of the columns is constant on them.
 */
export function correlate(first: StandardColumn, second: StandardColumn): number {
  if (first.values === null || second.values === null) return Number.NaN;
  if (first.hasMissing || second.hasMissing) return correlatePresent(first.values, second.values);
  let sum = 0;
  for (let row = 0; row < first.values.length; row++) sum += first.values[row] * second.values[row];
  return clampCorrelation(sum);
}

/**
 * CorrelationSimilarity: 1 − |r − r′| / 2 with Pearson's correlations of the real and the synthetic pair.
 * Range 0 … 1, higher is better. 1.0: both correlations are the same; 0: perfect in opposite directions.
 * NaN where the real correlation is not defined. A synthetic correlation that is not defined (a column gone
 * constant) counts as 0. Source: SDMetrics, column_pairs/statistical/correlation_similarity.
 */
export function correlationSimilarity(realCorrelation: number, syntheticCorrelation: number): number {
  const synthetic = Number.isNaN(syntheticCorrelation) ? 0 : syntheticCorrelation;
  return 1 - Math.abs(realCorrelation - synthetic) / 2;
}

function correlatePresent(first: Float64Array, second: Float64Array): number {
  const both = new Float64Array(first.length);
  const others = new Float64Array(first.length);
  let count = 0;
  for (let row = 0; row < first.length; row++) {
    if (Number.isNaN(first[row]) || Number.isNaN(second[row])) continue;
    both[count] = first[row];
    others[count++] = second[row];
  }
  const a = standardise(both.subarray(0, count));
  const b = standardise(others.subarray(0, count));
  return correlate(a, b);
}

function summarise(values: Float64Array): { mean: number; count: number; constant: boolean } {
  let sum = 0;
  let count = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { mean: sum / count, count, constant: !(least < most) };
}

function clampCorrelation(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
