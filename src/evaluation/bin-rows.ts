import { binCount, type Bins, type CategoryBins, type NumericBins } from '../engine/analyze/bins';
import type { CategoricalColumn, TypedColumn } from '../engine/typed-table';

/** Each row's bin, −1 where missing or where no bin takes the category. Numbers outside fall into the end bins. */
export function binRows(column: TypedColumn, bins: Bins): Int32Array {
  if (column.type === 'numeric' && bins.type === 'numeric') return binNumbers(column.values, bins);
  if (column.type === 'categorical' && bins.type === 'category') return binCategories(column, bins);
  throw new TypeError('These bins were made for a column of another type.');
}

function binNumbers(values: Float64Array, { edges }: NumericBins): Int32Array {
  const binOf = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    binOf[row] = Number.isNaN(values[row]) ? -1 : findBin(edges, values[row]);
  }
  return binOf;
}

/** Bisection: the last bin whose lower edge is not above the value, within the end bins. */
export function findBin(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (edges[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function binCategories(column: CategoricalColumn, bins: CategoryBins): Int32Array {
  const labelled = new Map(bins.labels.map((label, bin) => [label, bin]));
  const other = bins.hasOther ? binCount(bins) - 1 : -1;
  const binOfCode = Int32Array.from(column.dictionary, (text) => labelled.get(text) ?? other);
  return Int32Array.from(column.codes, (code) => (code < 0 ? -1 : binOfCode[code]));
}
