import * as Comlink from 'comlink';
import { UserError } from '../src/engine/errors';
import {
  concatenateTables,
  generateTable,
  type GenerateOptions,
} from '../src/engine/generate/generate-table';
import { askableColumns } from '../src/engine/generate/given/askable-columns';
import { interpretTable } from '../src/engine/interpret';
import type { TableSchema } from '../src/engine/schema';
import { prepareBackendFor } from '../src/engine/train/prepare-backend-for';
import { type TrainedModel, trainModel } from '../src/engine/train/train-model';
import type { Checkpoint, TrainingEvent, TrainingSettings, TrainingSummary } from '../src/engine/train/types';
import type { TypedTable } from '../src/engine/typed-table';
import type {
  AskableColumn,
  Condition,
  GivenEstimate,
  GivenReport,
  KeepOrder,
  ModelApi,
  OnKept,
  OnProgress,
  RealTableSource,
  RowSplit,
  SyntheticTableSource,
} from './api';
import { embeddedMeans } from '../src/engine/backend/embedded-wasm';
import { progressWords } from '../src/words/progress-words';
import { hearLanguage } from '../src/words/thread-language';
import { Gate } from './gate';
import { GivenDraws } from './given-draws';
import { Keeper } from './keeper';
import { peers } from './peers';
import { workerWords } from './words';

/** Holds the model; what it draws goes to other workers by their ports. */
class ModelWorker implements ModelApi {
  readonly #gate = new Gate();
  /** Ports live as long as something holds them. */
  readonly #ports: MessagePort[] = [];
  #real: Comlink.Remote<RealTableSource> | null = null;
  #trained: TrainedModel | null = null;
  #settings: TrainingSettings | null = null;
  #sample: TypedTable | null = null;
  #wantsStop = false;
  #isTraining = false;
  #keeper: Keeper | null = null;
  #given: GivenDraws | null = null;
  /** Rows being drawn for a file; a new stream ends the one before. */
  #stream: AsyncGenerator<TypedTable, GivenReport | null> | null = null;
  #report: GivenReport | null = null;

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
    this.#trained?.model.dispose();
    this.#trained = trained;
    this.#given = new GivenDraws(trained.model, () => this.#gate.takeTurn());
    this.#settings = settings;
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
    for await (const chunk of this.#generate(rows, seed)) {
      chunks.push(chunk);
      done += chunk.rowCount;
      onProgress({ phase: progressWords().drawingRows, done, total: rows, unit: 'rows' });
    }
    this.#sample = concatenateTables(chunks);
  }

  askable(): Promise<readonly AskableColumn[]> {
    return Promise.resolve(askableColumns(this.#model().model.encoded));
  }

  async estimate(conditions: readonly Condition[]): Promise<GivenEstimate | null> {
    const learntRows = this.#model().model.encoded.rowCount;
    const report = await this.#givenDraws().estimate(conditions);
    return report && { report, learntRows };
  }

  serve(port: MessagePort): Promise<void> {
    const source: SyntheticTableSource = {
      sample: () => {
        if (!this.#sample) throw new UserError(workerWords().noSample);
        return Promise.resolve(this.#sample);
      },
      split: () => Promise.resolve(this.#split()),
      start: async (rows, seed, conditions) => {
        await this.#stream?.return(null);
        this.#report = null;
        this.#stream =
          conditions.length > 0
            ? this.#givenDraws().rows(conditions, rows, seed)
            : this.#generate(rows, seed);
      },
      next: async () => {
        const result = await this.#stream?.next();
        if (result && !result.done) return result.value;
        this.#report = result?.value ?? null;
        return null;
      },
      report: () => Promise.resolve(this.#report),
    };
    this.#ports.push(port);
    Comlink.expose(source, port);
    return Promise.resolve();
  }

  #split(): RowSplit {
    const { fit, validation, holdout } = this.#model().split;
    return { training: Uint32Array.from([...fit, ...validation]).sort(), holdout };
  }

  async *#generate(rows: number, seed: number): AsyncGenerator<TypedTable, null> {
    const options: GenerateOptions = { rows, seed, extremes: this.#settings?.pinExtremes ? 'exact' : 'near' };
    for await (const chunk of generateTable(this.#model().model, options)) {
      await this.#gate.takeTurn();
      yield chunk;
    }
    return null;
  }

  #givenDraws(): GivenDraws {
    if (!this.#given) throw new UserError(workerWords().noModel);
    return this.#given;
  }

  #model(): TrainedModel {
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
