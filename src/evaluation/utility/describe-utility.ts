import type { Finding, Verdict } from '../evidence';
import { judgeGap, type GapLimits } from './judge-gap';
import type { ImportanceAgreement } from './importance-agreement';
import type { ModelScores } from './model-scores';
import type { PredictionTask } from './prediction-task';
import { guessingScore } from './prediction-score';
import type { SliceGaps } from './slice-gaps';

/** What may be lost of the score (AUC or R²). */
const gapLimits: GapLimits = { good: 0.02, poor: 0.05 };
/** Within one slice, beyond what the surest gap of two real models comes to. */
const sliceLimits: GapLimits = { good: 0.05, poor: 0.1 };
/** What the agreement may fall short of the ruler, or of 1 where there is none. */
const agreementLimits: GapLimits = { good: 0.1, poor: 0.25 };
const looseAgreementLimits: GapLimits = { good: 0.15, poor: 0.4 };

/** The score's name and what a perfect and an ignorant model have. */
export function scoreNameOf(task: PredictionTask): string {
  return task.learning.kind === 'amount' ? 'R²' : 'AUC';
}

/** A model that learns from real rows does no better than guessing: there is nothing that synthesis could lose. */
function isHopeless(task: PredictionTask, { real }: ModelScores): boolean {
  return !((real.interval?.low ?? real.value) > guessingScore(task.learning) + 0.01);
}

/** The main finding: what learning from synthetic rows costs. */
export function gapFinding(task: PredictionTask, kind: 'boosted' | 'linear', scores: ModelScores): Finding {
  const isBoosted = kind === 'boosted';
  const hopeless = isHopeless(task, scores);
  const verdict = hopeless ? 'unmeasured' : judgeGap(scores.gap, gapLimits, scores.ruler?.value);
  return {
    id: isBoosted ? 'utility.gap' : 'utility.linearGap',
    family: 'utility',
    name: `${isBoosted ? 'Boosted trees' : 'Linear model'}, ${scoreNameOf(task)}: trained on real less trained on synthetic, tested on real`,
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    better: 'lower',
    ideal: 0,
    // Between two models that guess there is no gap that says anything.
    synthetic: hopeless ? { value: Number.NaN, interval: null } : scores.gap,
    holdout: hopeless ? null : scores.ruler,
    verdict,
    sentence:
      verdict === 'unmeasured'
        ? `Even real rows hardly teach ${modelName(kind)} to predict “${task.name}” (${scoreNameOf(task)} ${fixed(scores.real.value)}): name another column to be predicted.`
        : `${capital(modelName(kind))} that learns to predict “${task.name}” from synthetic rows does ${howMuchWorse(verdict, scores.gap.value)} one that learns from as many real rows: ` +
          `${scoreNameOf(task)} ${fixed(scores.synthetic.value)} against ${fixed(scores.real.value)} on rows neither saw${besideRuler(scores)}.`,
  };
}

/** The score itself; the ruler is that of the model that learnt from real rows. */
export function scoreFinding(task: PredictionTask, scores: ModelScores): Finding {
  const isAmount = task.learning.kind === 'amount';
  const meaning = isAmount
    ? `Learning from synthetic rows alone, a model explains ${fixed(scores.synthetic.value)} of how “${task.name}” varies among real rows it never saw (R²; 0 is no better than the mean, 1 is exact)`
    : `Learning from synthetic rows alone, a model tells the classes of “${task.name}” apart on real rows it never saw: AUC ${fixed(scores.synthetic.value)} (0.5 is guessing, 1 is without fault)`;
  return {
    id: 'utility.score',
    family: 'utility',
    name: `Train on synthetic, test on real: ${scoreNameOf(task)}`,
    range: isAmount ? [-1, 1] : [0, 1],
    better: 'higher',
    ideal: 1,
    synthetic: scores.synthetic,
    holdout: scores.real,
    verdict: isHopeless(task, scores) ? 'unmeasured' : judgeGap(scores.gap, gapLimits, scores.ruler?.value),
    sentence: `${meaning}; learning from real rows, ${fixed(scores.real.value)}.`,
  };
}

export function agreementFinding({ agreement, ruler, features }: ImportanceAgreement): Finding {
  const base: Omit<Finding, 'verdict' | 'sentence'> = {
    id: 'utility.importanceAgreement',
    family: 'utility',
    name: 'Permutation importances, Spearman’s correlation',
    range: [-1, 1],
    better: 'higher',
    ideal: 1,
    synthetic: agreement,
    holdout: ruler,
  };
  if (Number.isNaN(agreement.value)) {
    const sentence = `Only ${features.length} ${features.length === 1 ? 'column matters' : 'columns matter'} to the models: too few to compare which matter most.`;
    return { ...base, verdict: 'unmeasured', sentence };
  }
  const shortfall = shortfallOf(agreement, ruler?.value ?? 1);
  const beside = ruler ? `; two models that learn from real rows agree by ${ruler.value.toFixed(2)}` : '';
  return {
    ...base,
    verdict: ruler ? judgeGap(shortfall, agreementLimits, 0) : judgeGap(shortfall, looseAgreementLimits),
    sentence: `Which columns matter most to a model is much the same whether it learns from real or from synthetic rows if this is near 1: it is ${agreement.value.toFixed(2)}${beside}.`,
  };
}

function shortfallOf({ value, interval }: ImportanceAgreement['agreement'], best: number) {
  return {
    value: best - value,
    interval: interval && { low: best - interval.high, high: best - interval.low },
  };
}

export function sliceFinding(task: PredictionTask, { slices, worst, ruler }: SliceGaps): Finding {
  const base: Omit<Finding, 'verdict' | 'sentence'> = {
    id: 'utility.worstSliceGap',
    family: 'utility',
    name: `Largest sure gap within a slice, ${scoreNameOf(task)}`,
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    better: 'lower',
    ideal: 0,
    synthetic: worst?.gap ?? { value: Number.NaN, interval: null },
    holdout: ruler?.gap ?? null,
  };
  if (!worst) {
    const sentence = 'No slice of the table has held-out rows enough to be judged by itself.';
    return { ...base, verdict: 'unmeasured', sentence };
  }
  const { gap } = worst;
  const where = `in one group of “${slices[worst.slice].column}”`;
  const beside = ruler ? `; between two samples of real rows, ${fixed(ruler.gap.value)} at most` : '';
  return {
    ...base,
    verdict: judgeGap(gap, sliceLimits, ruler?.gap.value),
    sentence:
      gap.value > 0
        ? `Where learning from synthetic rows is surest to cost most, ${where}, it costs ${fixed(gap.value)} of ${scoreNameOf(task)}${beside}.`
        : `In none of ${slices.length} slices does learning from synthetic rows cost anything that is sure.`,
  };
}

export function unmeasuredFinding(reason: string): Finding {
  return {
    id: 'utility.gap',
    family: 'utility',
    name: 'Trained on real less trained on synthetic, tested on real',
    range: [-1, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: Number.NaN, interval: null },
    holdout: null,
    verdict: 'unmeasured',
    sentence: reason,
  };
}

function modelName(kind: 'boosted' | 'linear'): string {
  return kind === 'boosted' ? 'a model' : 'a linear model';
}

function howMuchWorse(verdict: Verdict, gap: number): string {
  if (gap <= 0) return 'no worse than';
  if (verdict === 'good') return 'nearly as well as';
  return verdict === 'fair' ? 'somewhat worse than' : 'clearly worse than';
}

function besideRuler({ ruler }: ModelScores): string {
  return ruler ? `; two samples of real rows differ by ${fixed(Math.abs(ruler.value))}` : '';
}

export function fixed(value: number): string {
  return value.toFixed(3);
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
