import { permutation } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import { defaultBoostingOptions, fitBoosting, type BoostedModel } from '../learners/gradient-boosting';
import type { MeasureContext } from '../measure-context';
import { chooseTarget } from './default-target';
import { makeTask, mapParts, usableRows, type PredictionTask, type TablePart } from './prediction-task';
import type { Predicted } from './prediction-score';
import { utilityWords } from './words';

export interface BoostedPredictor extends Predicted {
  readonly model: BoostedModel;
}

/** Predictors of one column that learnt from as many rows each, and what they say of held-out rows. */
export interface Predictors {
  readonly task: PredictionTask;
  readonly trainingRows: number;
  /** What each learns from; `again` is null where the real rows do not suffice. */
  readonly lessons: Readonly<Record<'real' | 'synthetic', Uint32Array>> & {
    readonly again: Uint32Array | null;
  };
  /** The held-out rows that are predicted; truths and predictions are in their order. */
  readonly testRows: Uint32Array;
  readonly boosted: Readonly<Record<'real' | 'synthetic', BoostedPredictor>> & {
    readonly again: BoostedPredictor | null;
  };
}

/** What is predicted and by whom, or why nobody can: `reason` tells it then. `choice` explains the target. */
export interface PredictorsOrReason {
  readonly choice: () => string;
  readonly predictors: Predictors | null;
  readonly reason: () => string;
}

const fewestRows = 20;
/** Rows times columns times outputs a model learns from at most, and rows; test rows. */
const affordable = {
  standard: { cells: 1_000_000, fewest: 2000, most: 15_000, test: 10_000 },
  full: { cells: 20_000_000, fewest: 20_000, most: Infinity, test: 100_000 },
};
/** Of the real rows half is kept for a second model where halves have so many rows. */
const enoughHalf = 5000;

const boostingOptions = { ...defaultBoostingOptions, depth: 5, minChildWeight: 10 };

/**
 * Gradient-boosted predictors of the target: one learns from real rows, one from as many synthetic rows, and where there
 * are enough, a third from as many other real rows: what it differs from the first by is chance. The settings are those of
 * the field's single-model benchmark: 100 trees, depth 5, child weight 10.
 */
export function fitPredictors(context: MeasureContext): Promise<PredictorsOrReason> {
  return context.once('predictors', async (random) => {
    const { choice, prepared, reason } = prepareTask(context, random);
    const predictors = prepared && (await fitAll(prepared, context));
    return { choice, predictors, reason };
  });
}

/** What is predicted, and each table's rows that have a value of it, in random order. */
export interface PreparedTask {
  readonly task: PredictionTask;
  readonly rows: Readonly<Record<TablePart, Uint32Array>>;
}

/** Chooses the target and gathers the rows to learn from and to test on, or says why that cannot be. */
export function prepareTask(
  { tables, choices }: Pick<MeasureContext, 'tables' | 'choices'>,
  random: MeasureContext['random'],
): Omit<PredictorsOrReason, 'predictors'> & { readonly prepared: PreparedTask | null } {
  const { column, sentence } = chooseTarget(tables, choices.target, random('target'));
  const refuse = (reason: () => string) => ({ choice: sentence, prepared: null, reason });
  if (column === null) return refuse(sentence);
  const task = makeTask(tables, column);
  if (typeof task === 'function') return refuse(task);
  const usable = mapParts((part) => usableRows(task.targets[part]));
  if (Object.values(usable).some((rows) => rows.length < fewestRows)) {
    return refuse(() => utilityWords().fewRows(fewestRows, task.name));
  }
  const rows = mapParts((part) => permute(usable[part], random(part)));
  return { choice: sentence, prepared: { task, rows }, reason: () => '' };
}

/** The task's feature columns in one table. */
export function featuresOf(task: PredictionTask, part: TablePart): TypedColumn[] {
  return task.features.map((column) =>
    part === 'holdout' ? (column.holdout ?? column.training) : column[part],
  );
}

/** The held-out rows that predictions are tested on. */
export function testRowsOf({ rows }: PreparedTask, effort: MeasureContext['effort']): Uint32Array {
  return rows.holdout.subarray(0, affordable[effort].test);
}

/** Learns the target from the named rows of some columns. */
export function fitBoosted(
  { learning }: PredictionTask,
  columns: readonly TypedColumn[],
  target: Float64Array,
  rows: Uint32Array,
  yieldControl: () => Promise<void>,
): Promise<BoostedModel> {
  return fitBoosting(columns, rows, target, { ...boostingOptions, task: learning }, yieldControl);
}

async function fitAll(prepared: PreparedTask, context: MeasureContext): Promise<Predictors> {
  const { task, rows } = prepared;
  const trainingRows = countLessons(prepared, context.effort);
  const lessons = {
    real: rows.training.subarray(0, trainingRows),
    synthetic: rows.synthetic.subarray(0, trainingRows),
    again:
      rows.training.length >= 2 * trainingRows
        ? rows.training.subarray(trainingRows, 2 * trainingRows)
        : null,
  };
  const testRows = testRowsOf(prepared, context.effort);
  const truths = Float64Array.from(testRows, (row) => task.targets.holdout[row]);
  const cells = featuresOf(task, 'holdout');
  let done = 0;
  const total = lessons.again ? 3 : 2;
  const fit = async (part: TablePart, lesson: Uint32Array): Promise<BoostedPredictor> => {
    context.onProgress(utilityWords().learning(task.name), done++, total);
    const columns = featuresOf(task, part);
    const model = await fitBoosted(task, columns, task.targets[part], lesson, () => context.yieldControl());
    const predictions = model.predict(cells, testRows);
    await context.yieldControl();
    return { model, truths, predictions };
  };
  const boosted = {
    real: await fit('training', lessons.real),
    synthetic: await fit('synthetic', lessons.synthetic),
    again: lessons.again && (await fit('training', lessons.again)),
  };
  return { task, trainingRows, lessons, testRows, boosted };
}

/** Rows that each model learns from: as many real as synthetic ones. */
export function countLessons({ task, rows }: PreparedTask, effort: MeasureContext['effort']): number {
  const { cells, fewest, most } = affordable[effort];
  const outputs = task.learning.kind === 'classes' && task.learning.count > 2 ? task.learning.count : 1;
  const afforded = Math.max(fewest, Math.floor(cells / (task.features.length * outputs)));
  const shared = Math.min(rows.training.length, rows.synthetic.length, most, afforded);
  const half = rows.training.length >> 1;
  return half < shared && half >= enoughHalf ? half : shared;
}

function permute(rows: Uint32Array, random: Parameters<typeof permutation>[1]): Uint32Array {
  return permutation(rows.length, random).map((at) => rows[at]);
}
