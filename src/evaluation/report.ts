import type { Bins } from '../engine/analyze/bins';
import type { ColumnKind } from '../engine/schema';

/** The Compare step's figures. Private: computed from the real table. */
export interface ComparisonReport {
  readonly rows: { readonly training: number; readonly holdout: number; readonly synthetic: number };
  readonly columns: readonly ColumnComparison[];
  readonly pairs: PairComparison;
  readonly copies: CopyFigures;
  /** The overall figures, each beside the holdout rows' own. */
  readonly overall: readonly OverallFigure[];
}

/** One figure for the synthetic rows and the same for the holdout rows, both against the training rows. */
export interface RuledFigure {
  readonly synthetic: number;
  /** Null where there are too few holdout rows. */
  readonly holdout: number | null;
}

export interface OverallFigure extends RuledFigure {
  readonly name: 'shape' | 'trend' | 'missing';
  /** What it says, in one plain sentence with the figures in it. */
  readonly sentence: string;
}

export interface ColumnComparison {
  readonly name: string;
  readonly kind: ColumnKind;
  /** `ks`: Kolmogorov–Smirnov distance (numeric); `tv`: total variation distance (categories). 0 is equal, 1 disjoint. */
  readonly measure: 'ks' | 'tv';
  readonly distance: RuledFigure;
  /** Numeric columns: Wasserstein-1 distance divided by the training range; null otherwise. */
  readonly wasserstein: RuledFigure | null;
  readonly missingShare: { readonly training: number; readonly synthetic: number; readonly holdout: number | null };
  /** Null for identifiers and free text, whose values are made anew and have no distribution to compare. */
  readonly bins: Bins | null;
  /** Counts per bin. */
  readonly counts: {
    readonly training: Float64Array;
    readonly synthetic: Float64Array;
    readonly holdout: Float64Array | null;
  };
}

/** Association of every pair of columns, row-major d × d, 0 … 1, diagonal 1; NaN where not defined. */
export interface PairComparison {
  readonly names: readonly string[];
  readonly training: Float64Array;
  readonly synthetic: Float64Array;
  readonly holdout: Float64Array | null;
  /** Error of each pair (SDMetrics' correlation or contingency similarity, 1 minus it), 0 … 1. */
  readonly error: Float64Array;
  readonly holdoutError: Float64Array | null;
}

export interface CopyFigures {
  /** Share of rows that equal a training row in every compared column. */
  readonly exact: RuledFigure;
  /** Share of rows closer to their nearest training row than 1 % of the usual distance (see near-copies). */
  readonly near: RuledFigure;
  /** Rows that were looked at when not all were. */
  readonly sampled: number;
  readonly sentence: string;
}

/** One pair of columns on shared bins, for the joint picture. Row-major: first column's bins × second's. */
export interface JointComparison {
  readonly first: { readonly name: string; readonly bins: Bins };
  readonly second: { readonly name: string; readonly bins: Bins };
  readonly training: Float64Array;
  readonly synthetic: Float64Array;
  readonly holdout: Float64Array | null;
  readonly error: RuledFigure;
}
