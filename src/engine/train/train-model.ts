import { type Bins, countInBins, makeBins } from '../analyze/bins';
import { encodeTable } from '../encode/encode-table';
import { learnMakers } from '../encode/makers';
import { rangesOf } from '../encode/ranges';
import { UserError } from '../errors';
import { concatenateTables, generateTable } from '../generate/generate-table';
import { createModel } from '../models/autoregressive/model';
import type { TableModel } from '../models/table-model';
import { RandomStream } from '../random';
import { columnNames, selectRows, type TypedTable } from '../typed-table';
import { NativeLearner } from './native-learner';
import { splitRows, type SplitRows } from './split-rows';
import { TensorLearner } from './tensor-learner';
import { type LoopProgress, runTraining, type TrainingHost, type TrainingLook } from './training-loop';
import type { BackendName, Checkpoint, TrainingEvent, TrainingSettings, TrainingSummary } from './types';

/** What training needs of the worker or program it runs in. */
export interface TrainingContext {
  readonly backend: BackendName;
  /** Milliseconds, not counting pauses. */
  now(): number;
  breathe(): Promise<void>;
  wantsStop(): boolean;
  onEvent(event: TrainingEvent): void;
  /** Whether live samples and checkpoints are wanted. */
  readonly isWatched: boolean;
}

export interface TrainedModel {
  readonly model: TableModel;
  readonly split: SplitRows;
  readonly summary: TrainingSummary;
}

/** Seconds between looks at what the model makes so far, at least; and at most this share of the time. */
const secondsBetweenLooks = 2;
const looksShare = 0.06;
const secondsBetweenCheckpoints = 15;
const rowsPerLook = 1024;
const fewestRows = 10;
const mostColumns = 2_000;

/**
 * Learns a table. The holdout never reaches the encoder or the network; of all rows are taken only the range of each
 * number column and the identifiers and texts that must not be made again.
 * @param checkpoint goes on from there; table and settings must be those it was taken with
 * @throws UserError when there is nothing to learn from
 */
export async function trainModel(
  table: TypedTable,
  settings: TrainingSettings,
  context: TrainingContext,
  checkpoint: Checkpoint | null,
): Promise<TrainedModel> {
  checkLearnable(table);
  const split = splitRows(table.rowCount, settings.holdoutShare, new RandomStream(settings.seed, 'split'));
  const learnt = mergeSorted(split.fit, split.validation);
  const encoded = encodeTable(
    selectRows(table, learnt),
    {
      minCategoryRows: settings.minCategoryRows,
      onColumn: (done, total) => context.onEvent({ type: 'phase', phase: 'encode', progress: done / total }),
    },
    new RandomStream(settings.seed, 'encode'),
  );
  context.onEvent({ type: 'phase', phase: 'prepare', progress: 0 });
  const model = createModel(
    encoded,
    { makers: learnMakers(table), ranges: rangesOf(table) },
    split.fit.length,
    settings.preset,
    settings.seed,
  );
  const started = context.now();
  try {
    const observer = new Observer(table, model, settings, context);
    const host = createHost(context, observer);
    const places = placesIn(learnt);
    const result = await runTraining(
      model,
      places(split.fit),
      places(split.validation),
      settings,
      host,
      checkpoint,
      context.backend === 'wasm'
        ? (task) => NativeLearner.create(task)
        : (task) => Promise.resolve(new TensorLearner(task)),
    );
    if (context.isWatched) await observer.show();
    context.onEvent({ type: 'phase', phase: 'done', progress: 1 });
    const summary: TrainingSummary = {
      ...result,
      model: model.kind,
      backend: context.backend,
      seed: settings.seed,
      rows: {
        training: split.fit.length,
        validation: split.validation.length,
        holdout: split.holdout.length,
      },
      seconds: (context.now() - started) / 1000,
      parameters: model.parameterCount,
    };
    return { model, split, summary };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function checkLearnable(table: TypedTable): void {
  if (table.columns.length === 0)
    throw new UserError('Every column is dropped: keep at least one to learn from.');
  if (table.rowCount < fewestRows) {
    const rows = table.rowCount === 1 ? '1 row' : `${table.rowCount} rows`;
    throw new UserError(
      `The table has ${rows}: at least ${fewestRows} are needed to learn anything but the rows themselves.`,
    );
  }
  const learnt = table.columns.filter(({ schema }) => schema.kind !== 'identifier' && schema.kind !== 'text');
  if (learnt.length > mostColumns) {
    throw new UserError(
      `The table has ${learnt.length} columns to learn, and ${mostColumns} are the most: drop those that are not needed.`,
    );
  }
}

function mergeSorted(a: Uint32Array, b: Uint32Array): Uint32Array {
  const merged = Uint32Array.from(new Set([...a, ...b]));
  return merged.sort();
}

/** Row numbers of the table to places among the learnt rows. */
function placesIn(learnt: Uint32Array): (rows: Uint32Array) => Uint32Array {
  const places = new Map<number, number>();
  learnt.forEach((row, place) => places.set(row, place));
  return (rows) => rows.map((row) => places.get(row) as number);
}

function createHost(context: TrainingContext, observer: Observer): TrainingHost {
  return {
    now: () => context.now(),
    breathe: () => context.breathe(),
    wantsStop: () => context.wantsStop(),
    onSteps: (progress) => reportSteps(context, progress),
    onInterval: (look) => (context.isWatched ? observer.look(look) : Promise.resolve()),
  };
}

function reportSteps(context: TrainingContext, { isAnnealing, ...progress }: LoopProgress): void {
  const share = progress.step / progress.totalSteps;
  context.onEvent({ type: 'phase', phase: isAnnealing ? 'anneal' : 'train', progress: share });
  context.onEvent({ type: 'step', ...progress });
}

/** Draws a small sample now and then and counts it on the real columns' bins; takes checkpoints. */
class Observer {
  readonly #model: TableModel;
  readonly #settings: TrainingSettings;
  readonly #context: TrainingContext;
  readonly #names: readonly string[];
  readonly #bins: readonly (Bins | null)[];
  #nextLook: number;
  #nextCheckpoint: number;

  constructor(table: TypedTable, model: TableModel, settings: TrainingSettings, context: TrainingContext) {
    this.#model = model;
    this.#settings = settings;
    this.#context = context;
    this.#names = columnNames(table);
    this.#bins = context.isWatched ? table.columns.map((column) => makeBins(column)) : [];
    this.#nextLook = context.now() + 500;
    this.#nextCheckpoint = context.now() + secondsBetweenCheckpoints * 1000;
  }

  async look(loop: TrainingLook): Promise<void> {
    const start = this.#context.now();
    if (start >= this.#nextLook) {
      await loop.publish();
      await this.show();
      const spent = this.#context.now() - start;
      this.#nextLook = this.#context.now() + Math.max(secondsBetweenLooks * 1000, spent / looksShare);
    }
    if (start >= this.#nextCheckpoint) {
      this.#context.onEvent({ type: 'checkpoint', checkpoint: await loop.takeCheckpoint() });
      this.#nextCheckpoint = this.#context.now() + secondsBetweenCheckpoints * 1000;
    }
  }

  /** Tells what the model makes as it is now. */
  async show(): Promise<void> {
    this.#context.onEvent(await this.#countSample());
  }

  async #countSample(): Promise<TrainingEvent> {
    const options = { rows: rowsPerLook, seed: this.#settings.seed, extremes: 'free' } as const;
    const chunks: TypedTable[] = [];
    for await (const chunk of generateTable(this.#model, options)) chunks.push(chunk);
    const sample = concatenateTables(chunks);
    const columns = sample.columns.flatMap((column, index) => {
      const bins = this.#bins[index];
      return bins ? [{ name: this.#names[index], counts: countInBins(column, bins) }] : [];
    });
    return { type: 'marginals', rows: sample.rowCount, columns };
  }
}
