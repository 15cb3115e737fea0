import { permutation, type RandomStream } from '../../engine/random';
import { scorePermuted } from '../learners/permuted-scores';
import type { Statistic } from './bootstrap';
import type { BoostedPredictor, Predictors } from './fit-predictors';
import { featuresOf } from './fit-predictors';
import { predictionScore } from './prediction-score';

/** Looked at, at most: test rows, and columns, those that some model used most. */
const most = { rows: 2000, columns: 30 };

/** The columns looked at (as numbers of the task's features), and per model and column how much its score drops. */
export interface Importances {
  readonly features: readonly number[];
  /** As many test rows as the statistics are of. */
  readonly rows: number;
  readonly drops: Readonly<Record<'real' | 'synthetic', DropStatistic>> & {
    readonly again: DropStatistic | null;
  };
}

/** How much the score drops for each feature, of rows that count as often as `weights` says. */
export type DropStatistic = (weights: Uint8Array) => Float64Array;

/**
 * Permutation importance: how much of its score a model loses when a column's cells are shuffled among held-out rows;
 * the same shuffles for every model. Range: score's; 0 or about it: the model does without the column. Columns that a
 * model never splits on have exactly 0. Sources: see permuted-scores.
 */
export async function measureImportances(
  { task, testRows, boosted }: Predictors,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<Importances> {
  const rows = testRows.subarray(0, most.rows);
  const own = Uint32Array.from(rows.keys());
  const cells = featuresOf(task, 'holdout');
  const models = [boosted.real, boosted.synthetic, ...(boosted.again ? [boosted.again] : [])];
  const features = mostUsed(models, cells.length);
  const orders = features.map((column) => ({ column, order: permutation(rows.length, random) }));
  const dropsOf = async ({ model, truths }: BoostedPredictor): Promise<DropStatistic> => {
    const trial = { binned: model.bin(cells, rows), rows: rows.length, orders };
    const { whole, without } = await scorePermuted<Statistic>(
      model,
      trial,
      (predictions) => predictionScore(task.learning, { truths, predictions }, own),
      yieldControl,
    );
    return (weights) => dropsBelow(whole, without, weights);
  };
  const drops = {
    real: await dropsOf(boosted.real),
    synthetic: await dropsOf(boosted.synthetic),
    again: boosted.again && (await dropsOf(boosted.again)),
  };
  return { features, rows: rows.length, drops };
}

/** In each model's own measure of gain, the largest share that the column has of any model's. */
function mostUsed(models: readonly BoostedPredictor[], columns: number): number[] {
  const shares = new Float64Array(columns);
  for (const { model } of models) {
    const total = model.gains.reduce((sum, gain) => sum + gain, 0);
    model.gains.forEach((gain, column) => (shares[column] = Math.max(shares[column], gain / total || 0)));
  }
  const used = [...shares.keys()].filter((column) => shares[column] > 0);
  return used
    .sort((a, b) => shares[b] - shares[a])
    .slice(0, most.columns)
    .sort((a, b) => a - b);
}

function dropsBelow(whole: Statistic, without: readonly Statistic[], weights: Uint8Array): Float64Array {
  const score = whole(weights);
  return Float64Array.from(without, (statistic) => (statistic === whole ? 0 : score - statistic(weights)));
}
