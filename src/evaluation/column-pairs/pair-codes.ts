import type { TypedColumn } from '../../engine/typed-table';

/** Numeric columns are cut in so many bins for contingency tables, as SDMetrics does. */
const contingencyBins = 10;

/** The edges' two ends: the present training values' least and greatest; NaN where none is present. */
export interface NumericRange {
  readonly low: number;
  readonly high: number;
}

/** Least and greatest present value; NaN where all are missing. */
export function rangeOf(values: Float64Array): NumericRange {
  let low = Number.NaN;
  let high = Number.NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
  }
  return { low, high };
}

/**
 * Codes for contingency tables: 0 where missing; categories' codes plus 1; numbers' bins 1 … 10, ten equal bins
 * over the training range (numpy.histogram's edges: a bin includes its lower edge), values outside clipped.
 */
export function pairCodesOf(column: TypedColumn, range: NumericRange | null): Int32Array {
  if (column.type === 'numeric') return cutTen(column.values, range ?? rangeOf(column.values));
  const codes = new Int32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = column.codes[row] + 1;
  return codes;
}

/** Codes that `pairCodesOf` can give: the missing code included. */
export function pairLevelsOf(column: TypedColumn): number {
  return 1 + (column.type === 'numeric' ? contingencyBins : column.dictionary.length);
}

function cutTen(values: Float64Array, range: NumericRange): Int32Array {
  const edges = tenEdges(range);
  const codes = new Int32Array(values.length);
  const scale = contingencyBins / (edges[contingencyBins] - edges[0]);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    let bin = Math.max(0, Math.min(contingencyBins - 1, Math.floor((value - edges[0]) * scale)));
    while (bin > 0 && value < edges[bin]) bin--;
    while (bin < contingencyBins - 1 && value >= edges[bin + 1]) bin++;
    codes[row] = bin + 1;
  }
  return codes;
}

/** Eleven even edges; a constant column gets a bin's worth of room on both sides, a missing one stands on 0. */
function tenEdges({ low, high }: NumericRange): Float64Array {
  const from = Number.isNaN(low) ? 0 : low < high ? low : low - 0.5;
  const to = Number.isNaN(low) ? 1 : low < high ? high : high + 0.5;
  return Float64Array.from({ length: contingencyBins + 1 }, (_, edge) =>
    edge === contingencyBins ? to : from + edge * ((to - from) / contingencyBins),
  );
}
