import type { TypedColumn } from '../../engine/typed-table';
import { applyWeights, designRows, learnDesign, type LinearDesign } from './linear-design';
import { minimise, type MinimiseOptions } from './minimise';
import { objectiveOf, type Objective } from './objectives';
import { Pace } from '../pace';
import { PenalisedLoss } from './penalised-loss';

export interface LinearOptions extends MinimiseOptions {
  /** Weight of the penalty ½ Σ w², beside the sum of the rows' losses. The intercept is not penalised. */
  readonly l2: number;
}

export interface LogisticOptions extends LinearOptions {
  /** Classes, numbered from 0. */
  readonly count: number;
}

/** scikit-learn's C = 1 and alpha = 1; near enough to the best weights for two figures of any probability. */
export const defaultLinearOptions: LinearOptions = { l2: 1, tolerance: 1e-2, mostSteps: 100 };

/**
 * Logistic regression (softmax for more than two classes) with a penalty on squared weights, learnt on the rows named:
 * scikit-learn's LogisticRegression with C = 1 / l2, on standardised numbers, one term per category, and one for a
 * column's missing cells. `target` is indexed by row number, a class in each of `rows`. The same rows give the same model.
 */
export function fitLogistic(
  columns: readonly TypedColumn[],
  rows: Uint32Array,
  target: Float64Array,
  { count, ...options }: LogisticOptions,
  yieldControl: () => Promise<void>,
): Promise<LinearModel> {
  const targets = Float64Array.from(rows, (row) => target[row]);
  return fit(objectiveOf({ kind: 'classes', count }), { columns, rows, targets, options, yieldControl });
}

/** Ridge regression in the same way: scikit-learn's Ridge with alpha = l2. `target` is finite in each of `rows`. */
export async function fitRidge(
  columns: readonly TypedColumn[],
  rows: Uint32Array,
  target: Float64Array,
  options: LinearOptions,
  yieldControl: () => Promise<void>,
): Promise<LinearModel> {
  const amounts = Float64Array.from(rows, (row) => target[row]);
  const mean = amounts.reduce((sum, value) => sum + value, 0) / Math.max(1, amounts.length);
  const spread =
    Math.sqrt(amounts.reduce((sum, value) => sum + (value - mean) ** 2, 0) / amounts.length) || 1;
  const targets = amounts.map((value) => (value - mean) / spread);
  const model = await fit(objectiveOf({ kind: 'amount' }), { columns, rows, targets, options, yieldControl });
  return model.rescaled(spread, mean);
}

/** A learnt model. Predicts rows of any columns like those it was learnt from, in their order and on their dictionaries. */
export class LinearModel {
  readonly #objective: Objective;
  readonly #design: LinearDesign;
  readonly #weights: readonly Float64Array[];

  constructor(objective: Objective, design: LinearDesign, weights: readonly Float64Array[]) {
    this.#objective = objective;
    this.#design = design;
    this.#weights = weights;
  }

  /** In the order of `rows`: P(class 1) of two classes, every class's probability of more (row by row), or the amount. */
  predict(columns: readonly TypedColumn[], rows: Uint32Array): Float64Array {
    const { outputs } = this.#objective;
    const scores = new Float64Array(rows.length * outputs);
    const designed = designRows(this.#design, columns, rows);
    this.#weights.forEach((weights, output) => applyWeights(designed, weights, scores, outputs, output));
    this.#objective.link(scores);
    return scores;
  }

  /** The model of `factor` times what this one predicts, plus `shift`; of amounts. */
  rescaled(factor: number, shift: number): LinearModel {
    const weights = this.#weights.map((own) => own.map((weight) => weight * factor));
    for (const own of weights) own[own.length - 1] += shift;
    return new LinearModel(this.#objective, this.#design, weights);
  }
}

interface Lesson {
  readonly columns: readonly TypedColumn[];
  readonly rows: Uint32Array;
  readonly targets: Float64Array;
  readonly options: LinearOptions;
  readonly yieldControl: () => Promise<void>;
}

async function fit(objective: Objective, lesson: Lesson): Promise<LinearModel> {
  const { columns, rows, targets, options, yieldControl } = lesson;
  const design = learnDesign(columns, rows);
  await yieldControl();
  const designed = designRows(design, columns, rows);
  await yieldControl();
  const problem = new PenalisedLoss(objective, design.size, designed, targets, options.l2);
  const pace = new Pace(yieldControl);
  await minimise(problem, options, () => pace.spend(rows.length * (columns.length + 10) * objective.outputs));
  return new LinearModel(objective, design, problem.weights);
}
