import type { TypedColumn } from '../../engine/typed-table';
import { joinColumns } from '../align-tables';
import type { Figure } from '../evidence';
import type { MeasureContext } from '../measure-context';
import { bootstrap, figureOf } from './bootstrap';
import { type CurveName, curvePlans, type Lesson, rowsOf, sumRows } from './curve-plans';
import {
  countLessons,
  featuresOf,
  fitBoosted,
  prepareTask,
  testRowsOf,
  type PreparedTask,
} from './fit-predictors';
import { predictionScore, type Predicted } from './prediction-score';
import { utilityWords } from './words';

/** What a model that learnt from so many rows of either sort scores on held-out rows (AUC of classes, R² of amounts). */
export interface CurvePoint extends Lesson {
  readonly score: Figure;
}

/** What learning from ever more rows brings. Intervals are from the same resamples of the test rows. */
export interface LearningCurve {
  readonly target: string;
  readonly kind: PreparedTask['task']['learning']['kind'];
  readonly testRows: number;
  /** With synthetic rows, and without. */
  readonly synthetic: readonly CurvePoint[];
  readonly real: readonly CurvePoint[];
}

/** What a curve needs: no section's context, as it is drawn when someone asks for it. */
export type CurveContext = Omit<MeasureContext, 'once'>;

/** Draws a curve: what it asks is said above. A sentence that says why where nothing can be predicted. */
export async function measureCurve(name: CurveName, context: CurveContext): Promise<LearningCurve | string> {
  const { prepared, reason } = prepareTask(context, (stream) => context.random(`curve ${stream}`));
  if (prepared === null) return reason();
  const phase = utilityWords().curves[name];
  const { synthetic, real } = curvePlans[name](
    countLessons(prepared, context.effort),
    prepared.rows.synthetic.length,
  );
  const lessons = [...synthetic, ...real];
  const testRows = testRowsOf(prepared, context.effort);
  const pupil = new Pupil(prepared, testRows, () => context.yieldControl());
  const rows = Uint32Array.from(testRows.keys());
  const work = sumRows(lessons);
  let done = 0;
  const statistics = [];
  for (const lesson of lessons) {
    context.onProgress(phase, done, work);
    statistics.push(predictionScore(prepared.task.learning, await pupil.learn(lesson), rows));
    done += rowsOf(lesson);
  }
  const scores = await bootstrap(rows.length, statistics, context.random('curve resamples'), () =>
    context.yieldControl(),
  );
  const points = lessons.map((lesson, i) => ({ ...lesson, score: figureOf(scores[i]) }));
  return {
    target: prepared.task.name,
    kind: prepared.task.learning.kind,
    testRows: rows.length,
    synthetic: points.slice(0, synthetic.length),
    real: points.slice(synthetic.length),
  };
}

/** Learns from the first rows of either table, joined into one, and predicts the test rows. */
class Pupil {
  readonly #prepared: PreparedTask;
  readonly #testRows: Uint32Array;
  readonly #yieldControl: () => Promise<void>;
  readonly #columns: readonly TypedColumn[];
  readonly #target: Float64Array;
  readonly #truths: Float64Array;

  constructor(prepared: PreparedTask, testRows: Uint32Array, yieldControl: () => Promise<void>) {
    const { task } = prepared;
    this.#prepared = prepared;
    this.#testRows = testRows;
    this.#yieldControl = yieldControl;
    this.#columns = task.features.map(({ training, synthetic }) => joinColumns(training, synthetic));
    this.#truths = Float64Array.from(testRows, (row) => task.targets.holdout[row]);
    this.#target = join(task.targets.training, task.targets.synthetic);
  }

  async learn({ realRows, syntheticRows }: Lesson): Promise<Predicted> {
    const { task, rows } = this.#prepared;
    const own = new Uint32Array(realRows + syntheticRows);
    own.set(rows.training.subarray(0, realRows));
    const shift = task.targets.training.length;
    own.set(
      rows.synthetic.subarray(0, syntheticRows).map((row) => shift + row),
      realRows,
    );
    const model = await fitBoosted(task, this.#columns, this.#target, own, this.#yieldControl);
    return { truths: this.#truths, predictions: model.predict(featuresOf(task, 'holdout'), this.#testRows) };
  }
}

function join(first: Float64Array, second: Float64Array): Float64Array {
  const joined = new Float64Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
