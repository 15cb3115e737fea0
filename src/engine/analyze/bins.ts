import type { ColumnKind } from '../schema';
import { isNumericKind } from '../schema';
import type { CategoricalColumn, NumericColumn, TypedColumn } from '../typed-table';
import { cutDates } from './date-edges';
import { cutNumbers, type Cut } from './number-edges';

/** How a column is cut for pictures and counts: made once from the real table, used for every other. */
export type Bins = NumericBins | CategoryBins;

/** `edges.length - 1` bins, the last one closed; values outside fall into the end bins. */
export interface NumericBins {
  readonly type: 'numeric';
  readonly kind: ColumnKind;
  readonly edges: Float64Array;
  /** `log`: edges are spaced evenly in the logarithm (all values positive, over three decades, most of them low). */
  readonly scale: 'linear' | 'log';
}

/** The most frequent categories by falling count; the rest are counted together, last, when `hasOther`. */
export interface CategoryBins {
  readonly type: 'category';
  readonly labels: readonly string[];
  readonly hasOther: boolean;
}

/** Number of bins, the "other" one included. */
export function binCount(bins: Bins): number {
  return bins.type === 'numeric' ? bins.edges.length - 1 : bins.labels.length + (bins.hasOther ? 1 : 0);
}

/**
 * Bins for the column: for numbers at most some thirty on round edges (a far tail falls into the end bins), for dates on
 * whole seconds … years, for categories the `most` most frequent. Null for identifiers, free text and columns without a
 * value.
 */
export function makeBins(column: TypedColumn, most = 12): Bins | null {
  const { kind } = column.schema;
  if (column.type === 'categorical') {
    return kind === 'identifier' || kind === 'text' ? null : makeCategoryBins(column, most);
  }
  return isNumericKind(kind) ? makeNumericBins(column) : null;
}

function makeNumericBins(column: NumericColumn): NumericBins | null {
  const sorted = column.values.filter(Number.isFinite).sort();
  if (sorted.length === 0) return null;
  const { kind } = column.schema;
  const cut: Cut =
    kind === 'date' || kind === 'datetime' ? cutDates(sorted, kind) : cutNumbers(sorted, kind === 'integer');
  return { type: 'numeric', kind, ...cut };
}

function makeCategoryBins({ codes, dictionary }: CategoricalColumn, most: number): CategoryBins | null {
  const counts = new Float64Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) counts[codes[row]]++;
  const labels = dictionary
    .map((label, code) => ({ label, count: counts[code] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .map(({ label }) => label);
  if (labels.length === 0) return null;
  return { type: 'category', labels: labels.slice(0, most), hasOther: labels.length > most };
}

/**
 * Cells per bin; missing cells are in none. A category that has no bin counts as other, or not at all where there is no
 * such bin. Throws when bins of numbers are asked of a column of texts or the other way round.
 */
export function countInBins(column: TypedColumn, bins: Bins): Float64Array {
  if (column.type === 'numeric' && bins.type === 'numeric') return countNumbers(column.values, bins.edges);
  if (column.type === 'categorical' && bins.type === 'category') return countCategories(column, bins);
  throw new Error('These bins were made from a column of another type.');
}

function countNumbers(values: Float64Array, edges: Float64Array): Float64Array {
  const last = edges.length - 2;
  const counts = new Float64Array(last + 1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (value >= edges[middle]) low = middle;
      else high = middle - 1;
    }
    counts[low]++;
  }
  return counts;
}

function countCategories({ codes, dictionary }: CategoricalColumn, bins: CategoryBins): Float64Array {
  const counts = new Float64Array(binCount(bins));
  const binOfLabel = new Map(bins.labels.map((label, bin) => [label, bin]));
  const other = bins.hasOther ? bins.labels.length : -1;
  const binOfCode = Int32Array.from(dictionary, (label) => binOfLabel.get(label) ?? other);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row] < 0 ? -1 : binOfCode[codes[row]];
    if (bin >= 0) counts[bin]++;
  }
  return counts;
}
