import type { Figure, Finding } from '../evidence';
import { percent } from '../sentences';
import { fixed, scoreNameOf } from '../utility/describe-utility';

import { judgeGap, worstOf, type GapLimits } from '../utility/judge-gap';
import type { PredictionTask } from '../utility/prediction-task';
import type { SliceGaps } from '../utility/slice-gaps';
import type { ColumnFairness } from './column-fairness';
import type { DecisionGap } from './decision-gaps';

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
    name: isParity ? 'Demographic parity difference, change' : 'Equalised odds difference, change',
    range: [-1, 1],
    synthetic: worst.gap.change,
    holdout: worst.gap.ruler,
    verdict: worst.verdict,
    sentence: isParity
      ? describeParity(task, worst.column, worst.gap)
      : describeOdds(task, worst.column, worst.gap),
  };
}

function describeParity(
  task: PredictionTask,
  column: string,
  { real, synthetic, change }: DecisionGap,
): string {
  return (
    `A model that learns “${task.name}” from synthetic rows decides ${howUnequally(change)} about groups of “${column}” than one that learns from real rows: ` +
    `the same is decided ${percent(synthetic.value)} more often of one group than of another, against ${percent(real.value)}.`
  );
}

function describeOdds(
  task: PredictionTask,
  column: string,
  { real, synthetic, change }: DecisionGap,
): string {
  return (
    `A model that learns “${task.name}” from synthetic rows errs ${howUnequally(change)} about groups of “${column}” than one that learns from real rows: ` +
    `shares of right or wrong decisions differ by ${percent(synthetic.value)} between groups, against ${percent(real.value)}.`
  );
}

/** Of several changes the surest to be large is told of. */
function lowOf({ interval, value }: Figure): number {
  return interval?.low ?? value;
}

/** More unequally only where that is sure. */
function howUnequally({ interval, value }: Figure): string {
  if ((interval?.low ?? value) > 0) return 'more unequally';
  return (interval?.high ?? value) < 0 ? 'less unequally' : 'no more unequally, as far as can be told,';
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
    name: 'Difference of base rates, change',
    range: [-1, 1],
    synthetic: change,
    holdout: ruler,
    verdict: worst.verdict,
    sentence:
      `Groups of “${worst.column}” differ in “${task.name}” by ${percent(gaps.synthetic)} of their rows in the synthetic table, ` +
      `by ${percent(gaps.training)} in the training rows and by ${percent(gaps.holdout)} in rows the model never saw.`,
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
  const beside = holdout === null ? '' : `; as many rows the model never saw are off by ${percent(holdout)}`;
  return {
    ...frame,
    id: 'fairness.worstGroupShape',
    name: 'Shape error of the worst group',
    range: [0, 1],
    synthetic: shape,
    holdout: holdout === null ? null : { value: holdout, interval: null },
    verdict: worst.verdict,
    sentence: `In the group that is imitated worst, one of “${column}”, a single column's distribution is off by ${percent(shape.value)} on average${beside}.`,
  };
}

/** The group that models lose most about. */
export function groupUtilityFinding(
  task: PredictionTask,
  { slices, worst, ruler }: SliceGaps,
): Finding | null {
  if (!worst) return null;
  const beside = ruler ? `; two samples of real rows differ by ${fixed(ruler.gap.value)} somewhere` : '';
  return {
    ...frame,
    id: 'fairness.worstGroupUtility',
    name: `Largest sure gap within a group, ${scoreNameOf(task)}`,
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    synthetic: worst.gap,
    holdout: ruler?.gap ?? null,
    verdict: judgeGap(worst.gap, utilityLimits, ruler?.gap.value),
    sentence:
      worst.gap.value > 0
        ? `In the group that surely loses most, one of “${slices[worst.slice].column}”, learning from synthetic rows instead of real ones costs ${fixed(worst.gap.value)} of ${scoreNameOf(task)}${beside}.`
        : 'Learning from synthetic rows costs no group anything that is sure.',
  };
}

/** What to do so that something can be measured. */
export function unmeasuredFinding(sentence: string): Finding {
  return {
    ...frame,
    id: 'fairness.parityChange',
    name: 'Demographic parity difference, change',
    range: [-1, 1],
    synthetic: { value: Number.NaN, interval: null },
    holdout: null,
    verdict: 'unmeasured',
    sentence,
  };
}
