import type { EncodedColumn } from '../encode/encode-table';

/**
 * Rows that hold each base code of a column, 0 for withheld codes: in proportion to these a code may be drawn.
 * @param rows indices of the rows to count; all when not given
 */
export function countReleased({ codec, base }: EncodedColumn, rows?: Uint32Array): Float64Array {
  const counts = new Float64Array(codec.size);
  if (rows) for (const row of rows) counts[base[row]]++;
  else for (const code of base) counts[code]++;
  for (const code of codec.withheld) counts[code] = 0;
  return counts;
}

/** Shares of the codes up to and with each; exactly 1 from the last code on that holds any. */
export function cumulativeShares(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return counts.map((count) => (sum += count) / total);
}

/** The first code whose bound lies above the value: with shares as bounds, that of a uniform draw from [0, 1). */
export function codeBelow(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < bounds[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Indices of the columns that have more than one code, in the order of drawing: of the rest there is nothing to learn. */
export function variedColumns(encoded: {
  readonly columns: readonly EncodedColumn[];
  readonly order: readonly number[];
}): number[] {
  return encoded.order.filter((index) => encoded.columns[index].codec.size > 1);
}
