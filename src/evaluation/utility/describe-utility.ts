import type { Finding, Verdict } from '../evidence';
import { judgeGap, type GapLimits } from './judge-gap';
import type { ImportanceAgreement } from './importance-agreement';
import type { ModelScores } from './model-scores';
import type { PredictionTask } from './prediction-task';
import { guessingScore } from './prediction-score';
import type { SliceGaps } from './slice-gaps';
import { type Loss, utilityWords } from './words';

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
  const words = utilityWords();
  const score = scoreNameOf(task);
  const hopeless = isHopeless(task, scores);
  const verdict = hopeless ? 'unmeasured' : judgeGap(scores.gap, gapLimits, scores.ruler?.value);
  return {
    id: kind === 'boosted' ? 'utility.gap' : 'utility.linearGap',
    family: 'utility',
    name: words.names.gap(kind, score),
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    better: 'lower',
    ideal: 0,
    // Between two models that guess there is no gap that says anything.
    synthetic: hopeless ? { value: Number.NaN, interval: null } : scores.gap,
    holdout: hopeless ? null : scores.ruler,
    verdict,
    sentence:
      verdict === 'unmeasured'
        ? words.hopeless(kind, task.name, score, scores.real.value)
        : words.gap({
            model: kind,
            target: task.name,
            loss: lossOf(verdict, scores.gap.value),
            score,
            synthetic: scores.synthetic.value,
            real: scores.real.value,
            ruler: scores.ruler && Math.abs(scores.ruler.value),
          }),
  };
}

/** The score itself; the ruler is that of the model that learnt from real rows. */
export function scoreFinding(task: PredictionTask, scores: ModelScores): Finding {
  const isAmount = task.learning.kind === 'amount';
  const words = utilityWords();
  const tell = isAmount ? words.amounts : words.classes;
  return {
    id: 'utility.score',
    family: 'utility',
    name: words.names.score(scoreNameOf(task)),
    range: isAmount ? [-1, 1] : [0, 1],
    better: 'higher',
    ideal: 1,
    synthetic: scores.synthetic,
    holdout: scores.real,
    verdict: isHopeless(task, scores) ? 'unmeasured' : judgeGap(scores.gap, gapLimits, scores.ruler?.value),
    sentence: tell(task.name, scores.synthetic.value, scores.real.value),
  };
}

export function agreementFinding({ agreement, ruler, features }: ImportanceAgreement): Finding {
  const words = utilityWords();
  const base: Omit<Finding, 'verdict' | 'sentence'> = {
    id: 'utility.importanceAgreement',
    family: 'utility',
    name: words.names.agreement,
    range: [-1, 1],
    better: 'higher',
    ideal: 1,
    synthetic: agreement,
    holdout: ruler,
  };
  if (Number.isNaN(agreement.value)) {
    return { ...base, verdict: 'unmeasured', sentence: words.fewMatter(features.length) };
  }
  const shortfall = shortfallOf(agreement, ruler?.value ?? 1);
  return {
    ...base,
    verdict: ruler ? judgeGap(shortfall, agreementLimits, 0) : judgeGap(shortfall, looseAgreementLimits),
    sentence: words.agreement(agreement.value, ruler && ruler.value),
  };
}

function shortfallOf({ value, interval }: ImportanceAgreement['agreement'], best: number) {
  return {
    value: best - value,
    interval: interval && { low: best - interval.high, high: best - interval.low },
  };
}

export function sliceFinding(task: PredictionTask, { slices, worst, ruler }: SliceGaps): Finding {
  const words = utilityWords();
  const score = scoreNameOf(task);
  const base: Omit<Finding, 'verdict' | 'sentence'> = {
    id: 'utility.worstSliceGap',
    family: 'utility',
    name: words.names.slice(score),
    range: task.learning.kind === 'amount' ? [-2, 2] : [-1, 1],
    better: 'lower',
    ideal: 0,
    synthetic: worst?.gap ?? { value: Number.NaN, interval: null },
    holdout: ruler?.gap ?? null,
  };
  if (!worst) return { ...base, verdict: 'unmeasured', sentence: words.noSlice };
  const { gap } = worst;
  return {
    ...base,
    verdict: judgeGap(gap, sliceLimits, ruler?.gap.value),
    sentence:
      gap.value > 0
        ? words.slice(slices[worst.slice].column, gap.value, score, ruler?.gap.value ?? null)
        : words.noSliceLoses(slices.length),
  };
}

export function unmeasuredFinding(reason: string): Finding {
  return {
    id: 'utility.gap',
    family: 'utility',
    name: utilityWords().names.unmeasured,
    range: [-1, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: Number.NaN, interval: null },
    holdout: null,
    verdict: 'unmeasured',
    sentence: reason,
  };
}

function lossOf(verdict: Verdict, gap: number): Loss {
  if (gap <= 0) return 'none';
  if (verdict === 'good') return 'slight';
  return verdict === 'fair' ? 'some' : 'clear';
}
