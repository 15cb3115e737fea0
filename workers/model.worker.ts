import * as Comlink from 'comlink';
import { UserError } from '../src/engine/errors';
import type { ExtremesPolicy } from '../src/engine/generate/extremes';
import { concatenateTables } from '../src/engine/generate/generate-table';
import { interpretTable } from '../src/engine/interpret';
import { openSaved } from '../src/engine/saved/open-saved';
import { saveModel } from '../src/engine/saved/save-model';
import type { TableSchema } from '../src/engine/schema';
import { prepareBackendFor } from '../src/engine/train/prepare-backend-for';
import { type TrainedModel, trainModel } from '../src/engine/train/train-model';
import type { Checkpoint, TrainingEvent, TrainingSettings, TrainingSummary } from '../src/engine/train/types';
import type { TypedTable } from '../src/engine/typed-table';
import type {
  AskableColumn,
  Condition,
  FileLike,
  GivenEstimate,
  KeepOrder,
  ModelApi,
  OnKept,
  OnProgress,
  OpenedModel,
  RealTableSource,
  RowSplit,
  SyntheticTableSource,
} from './api';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { readModelFile, writeModelFile } from '../src/io/model-file';
import { guaranteeOf } from '../src/release/guarantee';
import { inLanguage } from '../src/words';
import { progressWords } from '../src/words/progress-words';
import { hearLanguage } from '../src/words/thread-language';
import { DrawnRows } from './drawn-rows';
import { Gate } from './gate';
import { Keeper } from './keeper';
import { peers } from './peers';
import { workerWords } from './words';

/** Holds the model; what it draws goes to other workers by their ports. */
class ModelWorker implements ModelApi {
  readonly #gate = new Gate();
  /** Ports live as long as something holds them. */
  readonly #ports: MessagePort[] = [];
  #real: Comlink.Remote<RealTableSource> | null = null;
  /** What was learnt here; null where the model was read from a file. */
  #trained: (TrainedModel & { readonly extremes: ExtremesPolicy }) | null = null;
  #rows: DrawnRows | null = null;
  #opened: OpenedModel | null = null;
  #sample: TypedTable | null = null;
  #wantsStop = false;
  #isTraining = false;
  #keeper: Keeper | null = null;

  connect(port: MessagePort): Promise<void> {
    this.#real = Comlink.wrap<RealTableSource>(port);
    return Promise.resolve();
  }

  async train(
    schema: TableSchema,
    settings: TrainingSettings,
    checkpoint: Checkpoint | null,
    onEvent: (event: TrainingEvent) => void,
    keep: KeepOrder | null,
    onKept: OnKept,
  ): Promise<TrainingSummary> {
    if (!this.#real) throw new UserError(workerWords().noTable);
    this.#wantsStop = false;
    this.#isTraining = true;
    this.#keeper = keep && new Keeper(keep, { schema, settings }, onKept, () => performance.now());
    try {
      const summary = await this.#learn(this.#real, schema, settings, checkpoint, onEvent);
      await this.#keeper?.settle();
      return summary;
    } finally {
      this.#isTraining = false;
      this.#gate.open();
    }
  }

  async #learn(
    real: Comlink.Remote<RealTableSource>,
    schema: TableSchema,
    settings: TrainingSettings,
    checkpoint: Checkpoint | null,
    onEvent: (event: TrainingEvent) => void,
  ): Promise<TrainingSummary> {
    const table = interpretTable(await real.table(), schema);
    const chosen = await prepareBackendFor(settings, embeddedMeans, () => performance.now());
    onEvent(chosen);
    const trained = await trainModel(
      table,
      settings,
      {
        backend: chosen.backend,
        peers,
        isWatched: true,
        now: () => this.#gate.now(),
        breathe: () => this.#gate.pass(),
        wantsStop: () => this.#wantsStop,
        onEvent: (event) => {
          if (event.type === 'checkpoint') this.#keeper?.take(event.checkpoint);
          onEvent(event.type === 'checkpoint' ? handOver(event) : event);
        },
      },
      checkpoint,
    );
    const extremes = settings.pinExtremes ? 'exact' : 'near';
    this.#rows?.dispose();
    this.#rows = new DrawnRows(trained.model, extremes, this.#gate);
    this.#trained = { ...trained, extremes };
    this.#sample = null;
    return trained.summary;
  }

  pause(): Promise<void> {
    // A pause that comes when training is over must not hold up what follows.
    if (this.#isTraining) this.#gate.close();
    return Promise.resolve();
  }

  resume(): Promise<void> {
    this.#gate.open();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#wantsStop = true;
    this.#gate.open();
    return Promise.resolve();
  }

  async stopKeeping(): Promise<void> {
    await this.#keeper?.stop();
  }

  async sample(rows: number, seed: number, onProgress: OnProgress): Promise<void> {
    const chunks: TypedTable[] = [];
    let done = 0;
    for await (const chunk of this.#drawn().draw(rows, seed)) {
      chunks.push(chunk);
      done += chunk.rowCount;
      onProgress({ phase: progressWords().drawingRows, done, total: rows, unit: 'rows' });
    }
    this.#sample = concatenateTables(chunks);
  }

  askable(): Promise<readonly AskableColumn[]> {
    return Promise.resolve(this.#drawn().askable());
  }

  estimate(conditions: readonly Condition[]): Promise<GivenEstimate | null> {
    return this.#drawn().estimate(conditions);
  }

  async save(like: FileLike): Promise<Blob> {
    const { model, summary, extremes } = this.#model();
    // Whoever draws from the file hears what the command line would have written into it.
    const promise = inLanguage('en', () => guaranteeOf(summary.ledger).statement);
    return new Blob([writeModelFile(await saveModel(model, { ...like, extremes, promise }))]);
  }

  async open(file: Blob): Promise<void> {
    const saved = readModelFile(new Uint8Array(await file.arrayBuffer()));
    const model = await openSaved(saved, embeddedMeans);
    this.#rows?.dispose();
    this.#rows = new DrawnRows(model, saved.facts.extremes, this.#gate);
    const { kind, facts, learntRows, columns } = saved;
    this.#opened = { kind, facts, learntRows, schema: { columns: columns.map(({ schema }) => schema) } };
  }

  opened(): Promise<OpenedModel> {
    if (!this.#opened) throw new UserError(workerWords().noModel);
    return Promise.resolve(this.#opened);
  }

  serve(port: MessagePort): Promise<void> {
    const source: SyntheticTableSource = {
      sample: () => {
        if (!this.#sample) throw new UserError(workerWords().noSample);
        return Promise.resolve(this.#sample);
      },
      split: () => Promise.resolve(this.#split()),
      start: (rows, seed, conditions) => this.#drawn().start(rows, seed, conditions),
      next: () => this.#drawn().next(),
      report: () => Promise.resolve(this.#drawn().report),
    };
    this.#ports.push(port);
    Comlink.expose(source, port);
    return Promise.resolve();
  }

  #split(): RowSplit {
    const { fit, validation, holdout } = this.#model().split;
    return { training: Uint32Array.from([...fit, ...validation]).sort(), holdout };
  }

  #drawn(): DrawnRows {
    if (!this.#rows) throw new UserError(workerWords().noModel);
    return this.#rows;
  }

  #model(): TrainedModel & { readonly extremes: ExtremesPolicy } {
    if (!this.#trained) throw new UserError(workerWords().noModel);
    return this.#trained;
  }
}

/** Checkpoints are moved, not copied: the page's thread must not stop for their size. */
function handOver<T extends { readonly checkpoint: Checkpoint }>(event: T): T {
  return Comlink.transfer(
    event,
    [...event.checkpoint.state.values()].map((values) => values.buffer),
  );
}

hearLanguage(self);
Comlink.expose(new ModelWorker());
