/** What is to be predicted: one of `count` classes, numbered from 0, or an amount. */
export type LearningTask = { readonly kind: 'classes'; readonly count: number } | { readonly kind: 'amount' };

/** A loss by its derivatives, and what scores mean under it. Scores are row-major, `outputs` a row. */
export interface Objective {
  readonly outputs: number;
  /** The scores that fit the targets best when they are the same for all rows. */
  startingScores(targets: Float64Array): Float64Array;
  /** For each output the gradient and hessian of each row's loss by it, by turns. */
  differentiate(scores: Float64Array, targets: Float64Array, pairs: readonly Float64Array[]): void;
  /** Turns scores into probabilities or amounts, in place. */
  link(scores: Float64Array): void;
}

/** Logistic loss for two classes (one output, P(class 1)), softmax for more, squared error for amounts. */
export function objectiveOf(task: LearningTask): Objective {
  if (task.kind === 'amount') return squaredError;
  return task.count > 2 ? softmax(task.count) : logistic;
}

const leastHessian = 1e-16;
/** Nearer to 0 or 1 than this no share of a class is believed. */
const leastShare = 1e-6;

const squaredError: Objective = {
  outputs: 1,
  startingScores: (targets) => Float64Array.of(meanOf(targets)),
  differentiate(scores, targets, [pairs]) {
    for (let row = 0; row < targets.length; row++) {
      pairs[2 * row] = scores[row] - targets[row];
      pairs[2 * row + 1] = 1;
    }
  },
  link: () => undefined,
};

const logistic: Objective = {
  outputs: 1,
  startingScores(targets) {
    const share = Math.min(1 - leastShare, Math.max(leastShare, meanOf(targets)));
    return Float64Array.of(Math.log(share / (1 - share)));
  },
  differentiate(scores, targets, [pairs]) {
    for (let row = 0; row < targets.length; row++) {
      const share = 1 / (1 + Math.exp(-scores[row]));
      pairs[2 * row] = share - targets[row];
      pairs[2 * row + 1] = Math.max(leastHessian, share * (1 - share));
    }
  },
  link(scores) {
    for (let row = 0; row < scores.length; row++) scores[row] = 1 / (1 + Math.exp(-scores[row]));
  },
};

function softmax(count: number): Objective {
  return {
    outputs: count,
    startingScores(targets) {
      const counts = new Float64Array(count);
      for (const target of targets) counts[target]++;
      return counts.map((n) => Math.log(Math.max(leastShare, n / targets.length)));
    },
    differentiate(scores, targets, pairs) {
      for (let row = 0; row < targets.length; row++) {
        const total = logSumExp(scores, row * count, count);
        for (let output = 0; output < count; output++) {
          const share = Math.exp(scores[row * count + output] - total);
          pairs[output][2 * row] = share - (targets[row] === output ? 1 : 0);
          pairs[output][2 * row + 1] = Math.max(leastHessian, 2 * share * (1 - share));
        }
      }
    },
    link(scores) {
      for (let start = 0; start < scores.length; start += count) {
        const total = logSumExp(scores, start, count);
        for (let i = start; i < start + count; i++) scores[i] = Math.exp(scores[i] - total);
      }
    },
  };
}

function logSumExp(scores: Float64Array, start: number, count: number): number {
  let most = -Infinity;
  for (let i = start; i < start + count; i++) most = Math.max(most, scores[i]);
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += Math.exp(scores[i] - most);
  return most + Math.log(sum);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
