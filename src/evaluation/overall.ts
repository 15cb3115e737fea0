import type { ColumnComparison, OverallFigure, PairComparison, RuledFigure } from './report';
import { missingSimilarity } from './single-column/missing-similarity';
import { besideHoldout, percent } from './sentences';

/** Mean distance of the columns that have a distribution. 0 … 1, lower is better; 0: all are the same. */
export function summariseShape(columns: readonly ColumnComparison[]): OverallFigure {
  const figure = meanOf(columns.map((column) => column.distance));
  const meaning = Number.isNaN(figure.synthetic)
    ? 'No column has a distribution to compare.'
    : `A single column's distribution is off by ${percent(figure.synthetic)} on average${besideHoldout(figure)}`;
  return { name: 'shape', ...figure, sentence: meaning };
}

/** Mean error of the pairs for which one is defined. 0 … 1, lower is better; 0: all relations are kept. */
export function summariseTrend(pairs: PairComparison): OverallFigure {
  const figures: RuledFigure[] = [];
  const size = pairs.names.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const cell = i * size + j;
      figures.push({ synthetic: pairs.error[cell], holdout: pairs.holdoutError && pairs.holdoutError[cell] });
    }
  }
  const figure = meanOf(figures);
  const meaning = Number.isNaN(figure.synthetic)
    ? 'There is no pair of columns to compare.'
    : `How two columns go together is off by ${percent(figure.synthetic)} on average${besideHoldout(figure)}`;
  return { name: 'trend', ...figure, sentence: meaning };
}

/** Mean difference of the columns' missing shares. 0 … 1, lower is better; 0: as many are missing everywhere. */
export function summariseMissing(columns: readonly ColumnComparison[]): OverallFigure {
  const figure = meanOf(columns.map(({ missingShare }) => missingError(missingShare)));
  return { name: 'missing', ...figure, sentence: describeMissing(columns, figure) };
}

function missingError({ training, synthetic, holdout }: ColumnComparison['missingShare']): RuledFigure {
  return {
    synthetic: 1 - missingSimilarity(training, synthetic),
    holdout: holdout === null ? null : 1 - missingSimilarity(training, holdout),
  };
}

function describeMissing(columns: readonly ColumnComparison[], figure: RuledFigure): string {
  if (columns.length === 0) return 'There is no column to compare.';
  const any = columns.some(({ missingShare }) => missingShare.training > 0 || missingShare.synthetic > 0);
  return any
    ? `A column's share of missing cells is off by ${percent(figure.synthetic)} on average${besideHoldout(figure)}`
    : 'No cell is missing, neither in the training rows nor in the synthetic ones.';
}

/** Mean over the figures that are defined; NaN where none is, a null ruler where none has one. */
function meanOf(figures: readonly RuledFigure[]): RuledFigure {
  const defined = figures.filter((figure) => !Number.isNaN(figure.synthetic));
  const held = defined.flatMap((figure) =>
    figure.holdout === null || Number.isNaN(figure.holdout) ? [] : [figure.holdout],
  );
  return {
    synthetic: mean(defined.map((figure) => figure.synthetic)),
    holdout: held.length > 0 ? mean(held) : null,
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
