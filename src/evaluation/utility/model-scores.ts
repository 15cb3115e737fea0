import type { RandomStream } from '../../engine/random';
import type { Figure } from '../evidence';
import { bootstrap, combine, figureOf, type Resampled } from './bootstrap';
import type { Predictors } from './fit-predictors';
import { predictionScore, rootMeanSquaredError, type Predicted } from './prediction-score';

/** Predictions of the same rows by models of one sort that differ in what they learnt from. */
export interface ComparedPredictions {
  readonly real: Predicted;
  readonly synthetic: Predicted;
  readonly again: Predicted | null;
}

/** How models of one sort score on held-out rows, by what they learnt from. */
export interface ModelScores {
  readonly real: Figure;
  readonly synthetic: Figure;
  /** Of a second model that learnt from other real rows; null where there is none. */
  readonly again: Figure | null;
  /** Real less synthetic: what learning from synthetic rows costs. */
  readonly gap: Figure;
  /** Real less real again: what chance makes of it. */
  readonly ruler: Figure | null;
  /** Root mean squared errors; null for classes. */
  readonly rmse: { readonly real: number; readonly synthetic: number } | null;
}

/** Scores the models on the same resamples of the held-out rows, so that the gap's interval is that of paired scores. */
export async function scoreModels(
  { task, testRows }: Predictors,
  { real, synthetic, again }: ComparedPredictions,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<ModelScores> {
  const rows = Uint32Array.from(testRows.keys());
  const models = again ? [real, synthetic, again] : [real, synthetic];
  const statistics = models.map((model) => predictionScore(task.learning, model, rows));
  const scores = await bootstrap(rows.length, statistics, random, yieldControl);
  const lessOf = (other: Resampled) => figureOf(combine([scores[0], other], (from, to) => from - to));
  return {
    real: figureOf(scores[0]),
    synthetic: figureOf(scores[1]),
    again: again ? figureOf(scores[2]) : null,
    gap: lessOf(scores[1]),
    ruler: again ? lessOf(scores[2]) : null,
    rmse:
      task.learning.kind === 'amount'
        ? { real: rootMeanSquaredError(real, rows), synthetic: rootMeanSquaredError(synthetic, rows) }
        : null,
  };
}
