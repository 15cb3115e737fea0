import type { TypedColumn } from '../../engine/typed-table';
import { binColumn, learnCuts, type BinnedColumn, type ColumnCuts } from './bin-columns';
import { TreeGrower, type TreeOptions } from './grow-tree';
import { objectiveOf, type LearningTask, type Objective } from './objectives';
import { Pace } from '../pace';
import { addTreeScores, packRows, type RegressionTree } from './regression-tree';

export interface BoostingOptions extends TreeOptions {
  readonly task: LearningTask;
  /** Trees per output. */
  readonly rounds: number;
  /** Most bins of a number. */
  readonly bins: number;
}

/** XGBoost's defaults. */
export const defaultBoostingOptions: BoostingOptions = {
  task: { kind: 'classes', count: 2 },
  rounds: 100,
  learningRate: 0.3,
  depth: 6,
  l2: 1,
  minChildWeight: 1,
  gamma: 0,
  bins: 256,
};

/**
 * Gradient-boosted trees learnt on the rows named: XGBoost's (Chen & Guestrin, KDD 2016) with tree_method=hist and
 * enable_categorical. `target` is indexed by row number: a class 0 … count − 1 or an amount, finite in each of `rows`.
 * Missing cells go the way that was learnt to be better. There is no randomness: the same rows give the same model.
 * Control is given away every few milliseconds.
 */
export async function fitBoosting(
  columns: readonly TypedColumn[],
  rows: Uint32Array,
  target: Float64Array,
  options: BoostingOptions,
  yieldControl: () => Promise<void>,
): Promise<BoostedModel> {
  const objective = objectiveOf(options.task);
  const pace = new Pace(yieldControl);
  const cuts: ColumnCuts[] = [];
  const binned: BinnedColumn[] = [];
  for (const [i, column] of columns.entries()) {
    cuts.push(learnCuts(column, rows, options.bins));
    binned.push(binColumn(cuts[i], column, rows));
    await pace.spend(rows.length * sortingCost);
  }
  const targets = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) targets[i] = target[rows[i]];
  const start = objective.startingScores(targets);
  const scores = repeatScores(start, rows.length);
  const gains = new Float64Array(columns.length);
  const grower = new TreeGrower(binned, rows.length, options, pace);
  const pairs = Array.from({ length: objective.outputs }, () => new Float64Array(2 * rows.length));
  const trees: RegressionTree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    objective.differentiate(scores, targets, pairs);
    await pace.spend(scores.length * derivingCost);
    for (let output = 0; output < pairs.length; output++) {
      trees.push(await grower.grow({ pairs: pairs[output], scores, stride: pairs.length, output, gains }));
    }
  }
  return new BoostedModel(objective, cuts, start, trees, gains);
}

/** Differentiating a row's loss takes as long as counting so many cells. */
const derivingCost = 5;
/** Sorting and binning a cell takes as long as counting so many. */
const sortingCost = 20;

/** A learnt model. Predicts rows of any columns like those it was learnt from, in their order and on their dictionaries. */
export class BoostedModel {
  /** Total gain of the splits on each column: how much it was used. */
  readonly gains: Float64Array;
  readonly #objective: Objective;
  readonly #cuts: readonly ColumnCuts[];
  readonly #start: Float64Array;
  readonly #trees: readonly RegressionTree[];

  constructor(
    objective: Objective,
    cuts: readonly ColumnCuts[],
    start: Float64Array,
    trees: readonly RegressionTree[],
    gains: Float64Array,
  ) {
    this.gains = gains;
    this.#objective = objective;
    this.#cuts = cuts;
    this.#start = start;
    this.#trees = trees;
  }

  /** In the order of `rows`: P(class 1) of two classes, every class's probability of more (row by row), or the amount. */
  predict(columns: readonly TypedColumn[], rows: Uint32Array): Float64Array {
    return this.predictBinned(this.bin(columns, rows), rows.length);
  }

  /** Rows as the model sees them, for who predicts them more than once. */
  bin(columns: readonly TypedColumn[], rows: Uint32Array): BinnedColumn[] {
    return this.#cuts.map((cuts, i) => binColumn(cuts, columns[i], rows));
  }

  predictBinned(columns: readonly BinnedColumn[], rowCount: number): Float64Array {
    const { outputs } = this.#objective;
    const scores = repeatScores(this.#start, rowCount);
    const packed = packRows(columns, rowCount);
    this.#trees.forEach((tree, i) =>
      addTreeScores(tree, packed, columns.length, scores, outputs, i % outputs),
    );
    this.#objective.link(scores);
    return scores;
  }
}

function repeatScores(scores: Float64Array, times: number): Float64Array {
  const repeated = new Float64Array(scores.length * times);
  for (let i = 0; i < times; i++) repeated.set(scores, i * scores.length);
  return repeated;
}
