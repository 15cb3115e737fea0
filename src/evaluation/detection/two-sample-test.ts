import type { RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import type { Figure } from '../evidence';
import { type BoostedModel, type BoostingOptions, fitBoosting } from '../learners/gradient-boosting';
import { rocAuc } from '../learners/roc-auc';
import { stratifiedFolds } from '../learners/stratified-folds';
import { delongVariance, normalInterval } from './delong';

/** Test folds: each row is judged once, by a detector that did not learn from it. */
export const foldCount = 3;
/** Rows predicted between two pauses. */
const rowsPerTurn = 1000;

/** A detector's attempts to tell two samples of rows apart. */
export interface TwoSampleTest {
  /** 0 for rows of the first sample, 1 for rows of the second. */
  readonly labels: Uint8Array;
  /** Each row's chance of being of the second sample, by the detector that did not learn from it. */
  readonly scores: Float64Array;
  readonly folds: readonly TestedFold[];
}

interface TestedFold {
  readonly model: BoostedModel;
  readonly rows: Uint32Array;
  readonly auc: number;
  readonly variance: number;
}

/**
 * The classifier two-sample test (Lopez-Paz & Oquab, "Revisiting classifier two-sample tests", ICLR 2017) with gradient
 * boosting, in 3 stratified folds. The columns hold the rows of the first sample, then those of the second.
 * `afterFold` is awaited with the number of folds done.
 */
export async function testTwoSamples(
  columns: readonly TypedColumn[],
  labels: Uint8Array,
  options: BoostingOptions,
  random: RandomStream,
  watch: { afterFold: (done: number) => void; yieldControl: () => Promise<void> },
): Promise<TwoSampleTest> {
  const target = Float64Array.from(labels);
  const scores = new Float64Array(labels.length);
  const folds: TestedFold[] = [];
  for (const { train, test } of stratifiedFolds(labels, foldCount, random)) {
    const model = await fitBoosting(columns, train, target, options, watch.yieldControl);
    const own = await predictInTurns(model, columns, test, watch.yieldControl);
    test.forEach((row, i) => (scores[row] = own[i]));
    const classes = Uint8Array.from(test, (row) => labels[row]);
    const auc = rocAuc(classes, own);
    await watch.yieldControl();
    folds.push({ model, rows: test, auc, variance: delongVariance(classes, own) });
    await watch.yieldControl();
    watch.afterFold(folds.length);
  }
  return { labels, scores, folds };
}

/**
 * The mean ROC AUC over the folds, 0 … 1: shown a row of each sample, the detector picks out that of the second so
 * often. 0.5 is guessing and ideal, 1.0 telling apart without fault; clearly below 0.5, rows of one sample are near
 * copies of rows of the other. The interval has DeLong's variance of a fold times 1/3 + 1/2, test over training rows, because the
 * detectors of the folds share rows that they learnt from (Nadeau & Bengio, "Inference for the generalization error",
 * Machine Learning 52, 2003).
 */
export function meanAuc({ folds }: TwoSampleTest): Figure {
  const value = meanOf(folds.map((fold) => fold.auc));
  const variance = meanOf(folds.map((fold) => fold.variance)) * (1 / foldCount + 1 / (foldCount - 1));
  return { value, interval: normalInterval(value, variance) };
}

/**
 * C2ST: 1 − mean over the folds of (2·max(½, AUC) − 1). Range 0 … 1, higher is better; 1.0: cannot be told apart, 0: told
 * apart without fault. Its interval follows from that of the mean AUC.
 */
export function c2st(test: TwoSampleTest): Figure {
  const value = meanOf(test.folds.map((fold) => alikeness(fold.auc)));
  const { interval } = meanAuc(test);
  if (interval === null) return { value, interval };
  return {
    value,
    interval: { low: Math.min(value, alikeness(interval.high)), high: alikeness(interval.low) },
  };
}

function alikeness(auc: number): number {
  return 2 - 2 * Math.max(0.5, auc);
}

async function predictInTurns(
  model: BoostedModel,
  columns: readonly TypedColumn[],
  rows: Uint32Array,
  yieldControl: () => Promise<void>,
): Promise<Float64Array> {
  const scores = new Float64Array(rows.length);
  for (let from = 0; from < rows.length; from += rowsPerTurn) {
    scores.set(model.predict(columns, rows.subarray(from, from + rowsPerTurn)), from);
    await yieldControl();
  }
  return scores;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
