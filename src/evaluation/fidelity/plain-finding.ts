import type { Finding } from '../evidence';
import type { RuledFigure } from '../report';
import type { ComparedColumn } from './fidelity';
import type { ColumnFidelity } from './measure-column';

/** The mean over the columns for which the figure is defined. */
export function meanOver(
  columns: readonly ComparedColumn[],
  figureOf: (column: ColumnFidelity) => number,
): RuledFigure {
  const mean = (measured: readonly (ColumnFidelity | null)[]) => {
    const figures = measured
      .flatMap((one) => (one ? [figureOf(one)] : []))
      .filter((one) => !Number.isNaN(one));
    return figures.reduce((sum, one) => sum + one, 0) / figures.length;
  };
  return {
    synthetic: mean(columns.map(({ synthetic }) => synthetic)),
    holdout: columns.some(({ holdout }) => holdout) ? mean(columns.map(({ holdout }) => holdout)) : null,
  };
}

type FindingWords = Pick<Finding, 'id' | 'name' | 'range' | 'better' | 'ideal' | 'verdict' | 'sentence'>;

/** A finding without intervals. */
export function plainFinding({ synthetic, holdout }: RuledFigure, words: FindingWords): Finding {
  return {
    ...words,
    family: 'fidelity',
    synthetic: { value: synthetic, interval: null },
    holdout: holdout === null ? null : { value: holdout, interval: null },
  };
}
