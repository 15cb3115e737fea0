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
  /** What was not done, or done on a sample of the rows: plain sentences, possibly none. */
  readonly notes: readonly string[];
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
  /** NaN for identifiers and free text. */
  readonly distance: RuledFigure;
  /** Numeric columns: Wasserstein-1 distance divided by the training range; null otherwise, and where that range is 0. */
  readonly wasserstein: RuledFigure | null;
  readonly missingShare: {
    readonly training: number;
    readonly synthetic: number;
    readonly holdout: number | null;
  };
  /** Null for identifiers and free text, whose values are made anew and have no distribution to compare, and where all real cells are missing. */
  readonly bins: Bins | null;
  /** Counts per bin. */
  readonly counts: {
    readonly training: Float64Array;
    readonly synthetic: Float64Array;
    readonly holdout: Float64Array | null;
  };
}

/**
 * Association of every pair of columns, row-major d × d, 0 … 1, diagonal 1; NaN where not defined.
 * |Pearson| of two numeric columns, Cramér's V of two categorical ones, correlation ratio of one of each.
 */
export interface PairComparison {
  /** The compared columns: identifiers and free text are absent. */
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
  /**
   * Share of synthetic rows closer to the training rows than to as many holdout rows, ties half, with its 95 % interval:
   * 0.5 is ideal, clearly above means copying. Null where there are too few holdout rows.
   */
  readonly closerToTraining: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** Synthetic rows whose nearest neighbours were looked at. */
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
