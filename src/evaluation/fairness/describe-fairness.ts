import type { Figure, Finding } from '../evidence';
import { scoreNameOf } from '../utility/describe-utility';
import { judgeGap, worstOf, type GapLimits } from '../utility/judge-gap';
import type { PredictionTask } from '../utility/prediction-task';
import type { SliceGaps } from '../utility/slice-gaps';
import type { ColumnFairness } from './column-fairness';
import { type Change, fairnessWords } from './words';

/** By how much a gap between groups may widen. */
const changeLimits: GapLimits = { good: 0.02, poor: 0.05 };
/** What the worst group may be off by, or lose, beyond the ruler. */
const shapeLimits: GapLimits = { good: 0.02, poor: 0.05 };
const utilityLimits: GapLimits = { good: 0.03, poor: 0.1 };

const frame = {
  family: 'fairness',
  better: 'lower',
  ideal: 0,
} as const;

/** Of the sensitive columns, the one whose groups come to be decided about most unequally. */
export function decisionFinding(
  which: 'parity' | 'odds',
  task: PredictionTask,
  columns: readonly ColumnFairness[],
): Finding | null {
  const worst = worstOf(
    columns.flatMap(({ column, decisions }) => {
      if (!decisions) return [];
      const gap = decisions[which];
      return [
        {
          column,
          gap,
          verdict: judgeGap(gap.change, changeLimits, gap.ruler?.value),
          excess: lowOf(gap.change),
        },
      ];
    }),
  );
  if (!worst) return null;
  const isParity = which === 'parity';
  return {
    ...frame,
    id: isParity ? 'fairness.parityChange' : 'fairness.oddsChange',
    name: fairnessWords().names[which],
    range: [-1, 1],
    synthetic: worst.gap.change,
    holdout: worst.gap.ruler,
    verdict: worst.verdict,
    sentence: fairnessWords()[which]({
      target: task.name,
      column: worst.column,
      change: surely(worst.gap.change),
      synthetic: worst.gap.synthetic.value,
      real: worst.gap.real.value,
    }),
  };
}

/** Of several changes the surest to be large is told of. */
function lowOf({ interval, value }: Figure): number {
  return interval?.low ?? value;
}

/** More unequally only where that is sure. */
function surely({ interval, value }: Figure): Change {
  if ((interval?.low ?? value) > 0) return 'more';
  return (interval?.high ?? value) < 0 ? 'less' : 'unsure';
}

/** The gap that the table itself has, whatever a model makes of it. */
export function baseRateFinding(task: PredictionTask, columns: readonly ColumnFairness[]): Finding | null {
  const worst = worstOf(
    columns.flatMap(({ column, baseRates }) =>
      baseRates
        ? [
            {
              column,
              baseRates,
              verdict: judgeGap(baseRates.change, changeLimits, baseRates.ruler.value),
              excess: lowOf(baseRates.change),
            },
          ]
        : [],
    ),
  );
  if (!worst) return null;
  const { gaps, change, ruler } = worst.baseRates;
  return {
    ...frame,
    id: 'fairness.baseRateChange',
    name: fairnessWords().names.baseRate,
    range: [-1, 1],
    synthetic: change,
    holdout: ruler,
    verdict: worst.verdict,
    sentence: fairnessWords().baseRate({ column: worst.column, target: task.name, ...gaps }),
  };
}

/** The group whose single columns are imitated worst. */
export function shapeFinding(columns: readonly ColumnFairness[]): Finding | null {
  const worst = worstOf(
    columns.flatMap(({ column, groups, worstShape }) => {
      if (!worstShape) return [];
      const { holdout } = groups[worstShape.group].shape;
      const verdict = judgeGap(worstShape.shape, shapeLimits, holdout);
      return [{ column, ...worstShape, holdout, verdict, excess: worstShape.shape.value - (holdout ?? 0) }];
    }),
  );
  if (!worst) return null;
  const { column, shape, holdout } = worst;
  return {
    ...frame,
    id: 'fairness.worstGroupShape',
    name: fairnessWords().names.shape,
    range: [0, 1],
    synthetic: shape,
    holdout: holdout === null ? null : { value: holdout, interval: null },
    verdict: worst.verdict,
    sentence: fairnessWords().shape(column, shape.value, holdout),
  };
}

/** The group that models lose most about. */
export function groupUtilityFinding(
  task: PredictionTask,
  { slices, worst, ruler }: SliceGaps,
): Finding | null {
  if (!worst) return null;
  const words = fairnessWords();
  const score = scoreNameOf(task);
  return {
    ...frame,
    id: 'fairness.worstGroupUtility',
    name: words.names.utility(score),
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    synthetic: worst.gap,
    holdout: ruler?.gap ?? null,
    verdict: judgeGap(worst.gap, utilityLimits, ruler?.gap.value),
    sentence:
      worst.gap.value > 0
        ? words.utility(slices[worst.slice].column, worst.gap.value, score, ruler?.gap.value ?? null)
        : words.noGroupLoses,
  };
}

/** What to do so that something can be measured. */
export function unmeasuredFinding(sentence: string): Finding {
  return {
    ...frame,
    id: 'fairness.parityChange',
    name: fairnessWords().names.parity,
    range: [-1, 1],
    synthetic: { value: Number.NaN, interval: null },
    holdout: null,
    verdict: 'unmeasured',
    sentence,
  };
}
