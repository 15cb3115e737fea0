import { isNumericKind } from '../engine/schema';
import type { Finding } from './evidence';
import { judgeExcess } from './privacy/excess';
import { remembered } from './remembered';
import type { ComparisonReport, PairComparison, RuledFigure } from './report';
import { evaluationWords } from './words';

/** An error beyond the held-out rows' own by which a figure is worth a look, and poor. */
const fairError = 0.01;
const poorError = 0.05;

/** What the comparison says as findings, as far as it is known. */
export function judgeComparison(comparison: Partial<ComparisonReport>): Finding[] {
  const words = evaluationWords();
  const { overall = [], pairs, columns } = comparison;
  const ratios = pairs && columns ? ratiosOf(pairs)(columns) : null;
  return [
    ...overall.map((figure) =>
      errorFinding(`${figure.name}.mean`, words.names[figure.name], figure, figure.sentence),
    ),
    ...(ratios && !Number.isNaN(ratios.synthetic)
      ? [
          errorFinding(
            'trend.correlationRatio',
            words.names.correlationRatio,
            ratios,
            words.correlationRatioOff(ratios),
          ),
        ]
      : []),
  ].filter(({ synthetic }) => !Number.isNaN(synthetic.value));
}

/** Asked for with each part of the evidence that comes: of a wide table there are millions of pairs. */
const ratiosOf = remembered((pairs: PairComparison) =>
  remembered((columns: ComparisonReport['columns']) => correlationRatioError(pairs, columns)),
);

/**
 * Mean over the pairs of a number and a category of |η − η′|, the difference of their correlation ratios. Range 0 … 1,
 * lower is better; 0: categories tell as much of numbers as in the training rows. NaN where no ratio is defined. A synthetic
 * ratio that is not defined counts as 0.
 */
export function correlationRatioError(
  pairs: PairComparison,
  columns: ComparisonReport['columns'],
): RuledFigure {
  const numeric = new Set(columns.filter(({ kind }) => isNumericKind(kind)).map(({ name }) => name));
  const isNumber = pairs.names.map((name) => numeric.has(name));
  const size = isNumber.length;
  let count = 0;
  const sums = { synthetic: 0, holdout: 0 };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const cell = i * size + j;
      const training = pairs.training[cell];
      if (isNumber[i] === isNumber[j] || Number.isNaN(training)) continue;
      count++;
      sums.synthetic += Math.abs(training - (pairs.synthetic[cell] || 0));
      if (pairs.holdout) sums.holdout += Math.abs(training - (pairs.holdout[cell] || 0));
    }
  }
  return { synthetic: sums.synthetic / count, holdout: pairs.holdout && sums.holdout / count };
}

function errorFinding(
  id: string,
  name: string,
  { synthetic, holdout }: RuledFigure,
  sentence: string,
): Finding {
  return {
    id,
    family: 'fidelity',
    name,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: synthetic, interval: null },
    holdout: holdout === null ? null : { value: holdout, interval: null },
    verdict: judgeExcess(synthetic - (holdout ?? 0), poorError, fairError),
    sentence,
  };
}
