import type { ColumnKind } from '../engine/schema';
import type { ComparisonReport, CopyFigures, PairComparison, RuledFigure } from '../evaluation/report';

/** The comparison's figures as numbers alone, without bins, labels and counts: they hold values of the real table. */
export interface MeasuredFigures {
  readonly rows: ComparisonReport['rows'];
  readonly overall: readonly (RuledFigure & { readonly name: string; readonly sentence: string })[];
  readonly copies: CopyFigures;
  /** Worst first. */
  readonly columns: readonly MeasuredColumn[];
  /** The pairs with the largest errors, worst first. */
  readonly worstPairs: readonly MeasuredPair[];
  /** What the comparison could not do in full. */
  readonly notes: readonly string[];
}

interface MeasuredColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly measure: 'ks' | 'tv';
  readonly distance: RuledFigure;
  readonly wasserstein: RuledFigure | null;
  readonly missingShare: {
    readonly training: number;
    readonly synthetic: number;
    readonly holdout: number | null;
  };
}

interface MeasuredPair {
  readonly first: string;
  readonly second: string;
  readonly error: number;
  readonly holdoutError: number | null;
}

const pairsShown = 20;

/** The figures of a comparison that a private manifest keeps. */
export function measuredFigures(report: ComparisonReport): MeasuredFigures {
  const { rows, copies } = report;
  const closer = copies.closerToTraining;
  return {
    rows: { training: rows.training, holdout: rows.holdout, synthetic: rows.synthetic },
    overall: report.overall.map(({ name, sentence, ...figure }) => ({ name, ...ruled(figure), sentence })),
    copies: {
      exact: ruled(copies.exact),
      near: ruled(copies.near),
      closerToTraining: closer && { share: closer.share, low: closer.low, high: closer.high },
      sampled: copies.sampled,
      sentence: copies.sentence,
    },
    columns: report.columns
      .map(measuredColumn)
      .sort((a, b) => descending(a.distance.synthetic, b.distance.synthetic)),
    worstPairs: worstPairs(report.pairs),
    notes: report.notes,
  };
}

function measuredColumn(column: ComparisonReport['columns'][number]): MeasuredColumn {
  const { name, kind, measure, missingShare: share } = column;
  return {
    name,
    kind,
    measure,
    distance: ruled(column.distance),
    wasserstein: column.wasserstein && ruled(column.wasserstein),
    missingShare: { training: share.training, synthetic: share.synthetic, holdout: share.holdout },
  };
}

function ruled({ synthetic, holdout }: RuledFigure): RuledFigure {
  return { synthetic, holdout };
}

function worstPairs({ names, error, holdoutError }: PairComparison): MeasuredPair[] {
  const d = names.length;
  const pairs: MeasuredPair[] = [];
  for (let i = 0; i < d; i++) {
    for (let j = i + 1; j < d; j++) {
      const at = i * d + j;
      if (Number.isNaN(error[at])) continue;
      pairs.push({
        first: names[i],
        second: names[j],
        error: error[at],
        holdoutError: holdoutError && !Number.isNaN(holdoutError[at]) ? holdoutError[at] : null,
      });
    }
  }
  return pairs.sort((a, b) => b.error - a.error).slice(0, pairsShown);
}

/** Largest first, what is not a number last. */
function descending(a: number, b: number): number {
  return (Number.isNaN(b) ? -1 : b) - (Number.isNaN(a) ? -1 : a);
}
