/** Fewest rows of a bin that an entropy is taken of. */
const fewestRows = 30;

/**
 * Differential entropy of a sample in nats, from the spacings of its order statistics (Vasicek 1976). Values closer together
 * than `step` count as a step apart, so that repeated values are very likely and not endlessly so.
 * @param values at least two; sorted in place
 */
export function entropyOf(values: Float64Array, step: number): number {
  values.sort();
  const n = values.length;
  const reach = Math.max(2, n >> 6);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const spacing = values[Math.min(n - 1, i + reach)] - values[Math.max(0, i - reach)];
    sum += Math.log((Math.max(spacing, step) * n) / (2 * reach));
  }
  return sum / n;
}

/** Rows put in few bins, to condition on. */
export interface RowBins {
  readonly binOf: Uint8Array;
  readonly count: number;
}

/** Eight bins of equal counts; equal values share one. */
export function binByRank(values: Float64Array): RowBins {
  const count = 8;
  const sorted = values.slice().sort();
  const edges = Array.from(
    { length: count - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / count)],
  );
  const binOf = Uint8Array.from(values, (value) => {
    let bin = 0;
    while (bin < edges.length && value >= edges[bin]) bin++;
    return bin;
  });
  return { binOf, count };
}

/** Mean entropy of the values within bins that hold at least 30 rows; NaN where none does. */
export function conditionalEntropy(values: Float64Array, { binOf, count }: RowBins, step: number): number {
  let sum = 0;
  let rows = 0;
  for (let bin = 0; bin < count; bin++) {
    const own = values.filter((_, row) => binOf[row] === bin);
    if (own.length < fewestRows) continue;
    sum += own.length * entropyOf(own, step);
    rows += own.length;
  }
  return rows > 0 ? sum / rows : Number.NaN;
}
