import { sortPresent } from '../single-column/sorted-values';
import type { PredictionTask } from '../utility/prediction-task';

/** Predictions of a task turned into decisions between classes. */
export interface DecisionRule {
  readonly classes: number;
  /** Of a class's number or an amount; NaN stays NaN. */
  readonly classOf: (truth: number) => number;
  /** The likeliest class of each row predicted. */
  readonly decide: (predictions: Float64Array) => Uint8Array;
}

/** Classes as they are, the likeliest decided; amounts count as low or high, above the training rows' median. */
export function decisionRuleOf({ learning, targets }: PredictionTask): DecisionRule {
  if (learning.kind === 'amount') {
    const sorted = sortPresent(targets.training);
    const median = sorted[sorted.length >> 1];
    const isHigh = (amount: number) => (Number.isNaN(amount) ? amount : amount > median ? 1 : 0);
    return { classes: 2, classOf: isHigh, decide: (predictions) => Uint8Array.from(predictions, isHigh) };
  }
  const { count } = learning;
  return {
    classes: count,
    classOf: (truth) => truth,
    decide: (predictions) =>
      count === 2
        ? Uint8Array.from(predictions, (chance) => (chance > 0.5 ? 1 : 0))
        : Uint8Array.from({ length: predictions.length / count }, (_, row) =>
            likeliest(predictions.subarray(row * count, (row + 1) * count)),
          ),
  };
}

function likeliest(chances: Float64Array): number {
  let best = 0;
  for (let one = 1; one < chances.length; one++) if (chances[one] > chances[best]) best = one;
  return best;
}
