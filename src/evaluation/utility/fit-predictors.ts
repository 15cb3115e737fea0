import { permutation } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import { defaultBoostingOptions, fitBoosting, type BoostedModel } from '../learners/gradient-boosting';
import type { MeasureContext } from '../measure-context';
import { chooseTarget } from './default-target';
import { makeTask, mapParts, usableRows, type PredictionTask, type TablePart } from './prediction-task';
import type { Predicted } from './prediction-score';

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

/** What is predicted and by whom, or why nobody can; `choice` explains the target. */
export interface PredictorsOrReason {
  readonly choice: string;
  readonly predictors: Predictors | null;
  readonly reason: string;
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
    const { column, sentence } = chooseTarget(context.tables, context.choices.target, random('target'));
    const answer = (predictors: Predictors | null, reason: string) => ({
      choice: sentence,
      predictors,
      reason,
    });
    if (column === null) return answer(null, sentence);
    const task = makeTask(context.tables, column);
    if (typeof task === 'string') return answer(null, task);
    const usable = mapParts((part) => usableRows(task.targets[part]));
    const few = Object.values(usable).some((rows) => rows.length < fewestRows);
    if (few)
      return answer(
        null,
        `Fewer than ${fewestRows} rows of a table have a value of “${task.name}” to learn or to test.`,
      );
    const shuffled = mapParts((part) => permute(usable[part], random(part)));
    return answer(await fitAll(task, shuffled, context), '');
  });
}

/** The task's feature columns in one table. */
export function featuresOf(task: PredictionTask, part: TablePart): TypedColumn[] {
  return task.features.map((column) =>
    part === 'holdout' ? (column.holdout ?? column.training) : column[part],
  );
}

/** Learns the target from the named rows of a table, and predicts. */
function fitBoosted(
  task: PredictionTask,
  part: TablePart,
  rows: Uint32Array,
  yieldControl: () => Promise<void>,
): Promise<BoostedModel> {
  const options = { ...boostingOptions, task: task.learning };
  return fitBoosting(featuresOf(task, part), rows, task.targets[part], options, yieldControl);
}

async function fitAll(
  task: PredictionTask,
  rows: Readonly<Record<TablePart, Uint32Array>>,
  context: MeasureContext,
): Promise<Predictors> {
  const trainingRows = countLessons(task, rows, context.effort);
  const lessons = {
    real: rows.training.subarray(0, trainingRows),
    synthetic: rows.synthetic.subarray(0, trainingRows),
    again:
      rows.training.length >= 2 * trainingRows
        ? rows.training.subarray(trainingRows, 2 * trainingRows)
        : null,
  };
  const testRows = rows.holdout.subarray(0, affordable[context.effort].test);
  const truths = Float64Array.from(testRows, (row) => task.targets.holdout[row]);
  const cells = featuresOf(task, 'holdout');
  let done = 0;
  const total = lessons.again ? 3 : 2;
  const fit = async (part: TablePart, lesson: Uint32Array): Promise<BoostedPredictor> => {
    context.onProgress(`Learning to predict “${task.name}”`, done++, total);
    const model = await fitBoosted(task, part, lesson, () => context.yieldControl());
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

function countLessons(
  task: PredictionTask,
  rows: Readonly<Record<TablePart, Uint32Array>>,
  effort: MeasureContext['effort'],
): number {
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
