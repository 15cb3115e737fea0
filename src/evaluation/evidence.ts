import type { ComparisonReport } from './report';
import type { SectionDetails } from './sections';

/** Five questions about a synthetic table, each answered by measures of its own. */
export const families = ['fidelity', 'diversity', 'utility', 'fairness', 'privacy'] as const;
export type Family = (typeof families)[number];

/** Everything that was found out about a synthetic table. Private: it is computed from the real one. */
export interface Evidence {
  /** Columns, pairs and copies. */
  readonly comparison: ComparisonReport;
  /** What each section found in full, for its own pictures; absent where a section was not asked for or could not measure. */
  readonly sections: Partial<SectionDetails>;
  /** Every figure that a sentence, a policy or a report may name, in the order of the families. */
  readonly findings: readonly Finding[];
  /** What was not done, or done on a sample of the rows: plain sentences, possibly none. */
  readonly notes: readonly string[];
  /** Columns whose real cells were kept row by row; absent where every column was made anew. */
  readonly kept?: readonly string[];
}

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Figure {
  readonly value: number;
  /** Null where none is known. */
  readonly interval: Interval | null;
}

/**
 * What a figure comes to: as good as real rows; worth a look; a reason not to release; or nothing, as it was not measured or
 * there is nothing to judge it by (`isMeasured` tells which).
 */
export type Verdict = 'good' | 'fair' | 'poor' | 'unmeasured';

/** One figure, beside the same figure for rows that the model never saw. */
export interface Finding {
  /** What a policy names it by: dotted, camelCase, stable from version to version (`membership.auc`). */
  readonly id: string;
  readonly family: Family;
  /** The measure's published name, as a heading (`Membership inference, AUC`). */
  readonly name: string;
  readonly range: readonly [number, number];
  readonly better: 'higher' | 'lower' | 'near ideal';
  /** The best value that can be had. */
  readonly ideal: number;
  /** Of the synthetic rows. NaN where it could not be measured. */
  readonly synthetic: Figure;
  /** The ruler: of real rows that the model never saw. Null where there are too few, or it has no meaning. */
  readonly holdout: Figure | null;
  readonly verdict: Verdict;
  /** What it means for a person, with the figure in it: one plain sentence, meaning before name. Holds no cell. */
  readonly sentence: string;
}

/** Whether a threshold can be held against the figure: one that nobody could judge counts where its interval is known. */
export function isMeasured({ synthetic, verdict }: Pick<Finding, 'synthetic' | 'verdict'>): boolean {
  return Number.isFinite(synthetic.value) && (verdict !== 'unmeasured' || synthetic.interval !== null);
}
