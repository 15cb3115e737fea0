import type { RandomStream } from '../../engine/random';
import type { Figure } from '../evidence';
import { bootstrap, figureOf } from './bootstrap';
import type { Predictors } from './fit-predictors';
import { measureImportances, type DropStatistic } from './measure-importances';
import { rankCorrelation } from './rank-correlation';

/** What one column is worth to each model: by how much the score drops without it. */
interface FeatureImportance {
  readonly column: string;
  readonly real: number;
  readonly synthetic: number;
  readonly again: number | null;
}

export interface ImportanceAgreement {
  /** The most important to the real model first. */
  readonly features: readonly FeatureImportance[];
  /** Test rows that were shuffled. */
  readonly rows: number;
  /**
   * Spearman's correlation of the importances to both models, −1 … 1: 1.0 where they rank the columns alike. Drops below
   * 0 are chance and count as 0. NaN where fewer than three columns are used.
   */
  readonly agreement: Figure;
  /** The same of two models that both learnt from real rows; null where there is no second. */
  readonly ruler: Figure | null;
}

/** Fewer columns can only be ranked alike or the other way round. */
const fewestFeatures = 3;

/** Compares what matters to the model that learnt from synthetic rows with what matters to the one that learnt from real ones. */
export async function compareImportances(
  predictors: Predictors,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<ImportanceAgreement> {
  const { features, rows, drops } = await measureImportances(predictors, random, yieldControl);
  const { real, synthetic, again } = drops;
  const enough = features.length >= fewestFeatures;
  const agreeWith = (other: DropStatistic) => (weights: Uint8Array) =>
    enough ? rankCorrelation(clip(real(weights)), clip(other(weights))) : Number.NaN;
  const [agreement, ruler] = await bootstrap(
    rows,
    again ? [agreeWith(synthetic), agreeWith(again)] : [agreeWith(synthetic)],
    random,
    yieldControl,
  );
  const whole = new Uint8Array(rows).fill(1);
  const own = { real: real(whole), synthetic: synthetic(whole), again: again && again(whole) };
  return {
    features: features
      .map((feature, at) => ({
        column: predictors.task.features[feature].schema.name,
        real: own.real[at],
        synthetic: own.synthetic[at],
        again: own.again && own.again[at],
      }))
      .sort((a, b) => b.real - a.real),
    rows,
    agreement: figureOf(agreement),
    ruler: again ? figureOf(ruler) : null,
  };
}

function clip(drops: Float64Array): Float64Array {
  return drops.map((drop) => Math.max(0, drop));
}
