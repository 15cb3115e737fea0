import type { ColumnComparison, OverallFigure, PairComparison, RuledFigure } from './report';
import { missingSimilarity } from './single-column/missing-similarity';
import { evaluationWords } from './words';

/** Mean distance of the columns that have a distribution. 0 … 1, lower is better; 0: all are the same. */
export function summariseShape(columns: readonly ColumnComparison[]): OverallFigure {
  const figure = meanOf(columns.map((column) => column.distance));
  const words = evaluationWords();
  const sentence = Number.isNaN(figure.synthetic) ? words.noShape : words.shapeOff(figure);
  return { name: 'shape', ...figure, sentence };
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
  const words = evaluationWords();
  const sentence = Number.isNaN(figure.synthetic) ? words.noTrend : words.trendOff(figure);
  return { name: 'trend', ...figure, sentence };
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
  const words = evaluationWords();
  if (columns.length === 0) return words.noColumn;
  const any = columns.some(({ missingShare }) => missingShare.training > 0 || missingShare.synthetic > 0);
  return any ? words.missingOff(figure) : words.noneMissing;
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
