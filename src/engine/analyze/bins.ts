import type { TypedColumn } from '../typed-table';
import type { ColumnKind } from '../schema';

/** How a column is cut for pictures and counts: made once from the real table, used for every other. */
export type Bins = NumericBins | CategoryBins;

/** `edges.length - 1` bins, the last one closed; values outside fall into the end bins. */
export interface NumericBins {
  readonly type: 'numeric';
  readonly kind: ColumnKind;
  readonly edges: Float64Array;
  /** `log`: edges are spaced evenly in the logarithm (all values positive, spanning over three decades). */
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

export declare function makeBins(column: TypedColumn, most?: number): Bins | null;
export declare function countInBins(column: TypedColumn, bins: Bins): Float64Array;
