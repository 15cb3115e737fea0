import type { RandomStream } from '../../engine/random';
import type { Figure } from '../evidence';
import { bootstrap, combine, figureOf, type Resampled, type Statistic } from '../utility/bootstrap';
import type { Group } from '../utility/cut-groups';
import type { Predictors } from '../utility/fit-predictors';
import { placesOf, takePlaces } from '../utility/slice-gaps';
import { decisionRuleOf } from './decided-classes';
import {
  countDecisions,
  demographicParityDifference,
  equalisedOddsDifference,
  type Confusion,
} from './group-decisions';

/** A gap between groups in what models decide, by what they learnt from. */
interface DecisionGap {
  readonly real: Figure;
  readonly synthetic: Figure;
  /** Synthetic less real: above 0, learning from synthetic rows widens the gap. */
  readonly change: Figure;
  /** The same change between two models that learnt from real rows; null where there is no second. */
  readonly ruler: Figure | null;
}

export interface DecisionGaps {
  readonly parity: DecisionGap;
  readonly odds: DecisionGap;
}

/**
 * Demographic parity and equalised odds differences of the predictors' decisions about the test rows, between the groups,
 * with intervals from the same resamples of the test rows.
 */
export async function measureDecisionGaps(
  predictors: Predictors,
  groups: readonly Group[],
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<DecisionGaps> {
  const { boosted, task, testRows } = predictors;
  const rule = decisionRuleOf(task);
  const places = placesOf(testRows);
  const members = groups.map(({ rows }) => takePlaces(places, rows.holdout));
  const truths = Uint8Array.from(boosted.real.truths, (truth) => rule.classOf(truth));
  const { real, synthetic, again } = boosted;
  const models = again ? [real, synthetic, again] : [real, synthetic];
  const statistics = models.flatMap(({ predictions }) => {
    const decisions = rule.decide(predictions);
    const gap =
      (measure: (groups: readonly Confusion[], classes: number) => number): Statistic =>
      (weights) =>
        measure(countDecisions(members, truths, decisions, rule.classes, weights), rule.classes);
    return [gap(demographicParityDifference), gap(equalisedOddsDifference)];
  });
  const gaps = await bootstrap(testRows.length, statistics, random, yieldControl);
  const ofMeasure = (measure: number) => describeGap(models.map((_, model) => gaps[model * 2 + measure]));
  return { parity: ofMeasure(0), odds: ofMeasure(1) };
}

function describeGap([real, synthetic, again]: readonly (Resampled | undefined)[]): DecisionGap {
  if (!real || !synthetic) throw new RangeError('Two models are needed.');
  const changeTo = (other: Resampled) => figureOf(combine([real, other], (from, to) => to - from));
  return {
    real: figureOf(real),
    synthetic: figureOf(synthetic),
    change: changeTo(synthetic),
    ruler: again ? changeTo(again) : null,
  };
}
