import type { ModelKind } from '../../engine/models/table-model';
import type { PrivacySettings } from '../../engine/privacy/settings';
import type { TableSchema } from '../../engine/schema';
import type {
  BackendEvent,
  Checkpoint,
  PhaseEvent,
  StepEvent,
  TrainingEvent,
  TrainingSettings,
  TrainingSummary,
} from '../../engine/train/types';
import { defaultTrainingSettings } from '../../engine/train/types';
import { keptWords } from '../../kept/words';
import type { Keep, ModelClient } from '../clients/model-client';
import { explainFailure } from './failure';
import { FrameBatch } from './frame-batch';
import type { CountsByColumn, LossPoint } from './training-pictures';
import { countsByColumn, extendCurve, noCounts } from './training-pictures';
import { stateWords } from './words';

export type TrainingStatus = 'idle' | 'running' | 'paused' | 'stopping' | 'done';

/** What a finished training learnt, and how. */
export interface Learnt {
  readonly schema: TableSchema;
  readonly settings: TrainingSettings;
  readonly summary: TrainingSummary;
}

/** The Train step: one training at a time; its events are shown at most once a frame. */
export class TrainingState {
  readonly #model: ModelClient;
  readonly #onStart: () => void;
  readonly #keep: () => Keep | null;
  readonly #batch = new FrameBatch<TrainingEvent>((events) => events.forEach((event) => this.#take(event)));
  /** The seed is drawn: with a known one, a guess at the whole table could be confirmed by making its file again. */
  settings = $state<TrainingSettings>({ ...defaultTrainingSettings, seed: drawSeed() });
  #status = $state<TrainingStatus>('idle');
  #kind = $state<ModelKind>('autoregressive');
  #privacy = $state.raw<PrivacySettings | null>(null);
  #backend = $state.raw<BackendEvent | null>(null);
  #phase = $state.raw<PhaseEvent | null>(null);
  #step = $state.raw<StepEvent | null>(null);
  #losses = $state.raw<readonly LossPoint[]>([]);
  #marginals = $state.raw<CountsByColumn>(noCounts);
  #notices = $state.raw<readonly string[]>([]);
  #error = $state<string | null>(null);
  #learnt = $state.raw<Learnt | null>(null);
  #run = 0;

  /** `onStart` is told when the model made before goes; `keep` says how a training is kept on the disk, null where it is not. */
  constructor(model: ModelClient, onStart: () => void, keep: () => Keep | null) {
    this.#model = model;
    this.#onStart = onStart;
    this.#keep = keep;
  }

  get status(): TrainingStatus {
    return this.#status;
  }

  /** True while there is work that leaving would lose. */
  get active(): boolean {
    return this.#status === 'running' || this.#status === 'paused' || this.#status === 'stopping';
  }

  /** What is being learnt, or was. */
  get kind(): ModelKind {
    return this.#kind;
  }

  /** What it is, or was, learnt under; null where nothing formal was asked for. */
  get privacy(): PrivacySettings | null {
    return this.#privacy;
  }

  /** True when learning itself is under way: it can be paused then, and stopped with something to keep. */
  get hasBegun(): boolean {
    return this.#step !== null || this.#phase?.phase === 'train';
  }

  get backend(): BackendEvent | null {
    return this.#backend;
  }

  get phase(): PhaseEvent | null {
    return this.#phase;
  }

  get step(): StepEvent | null {
    return this.#step;
  }

  get losses(): readonly LossPoint[] {
    return this.#losses;
  }

  /** The latest small synthetic sample, counted on each real column's bins. */
  get marginals(): CountsByColumn {
    return this.#marginals;
  }

  get notices(): readonly string[] {
    return this.#notices;
  }

  get error(): string | null {
    return this.#error;
  }

  get learnt(): Learnt | null {
    return this.#learnt;
  }

  /** @param checkpoint of a training of the same table, schema and settings, to go on from */
  async start(
    schema: TableSchema,
    privacy: PrivacySettings | null,
    checkpoint: Checkpoint | null = null,
  ): Promise<void> {
    this.#clear();
    this.#onStart();
    const run = ++this.#run;
    const settings = { ...$state.snapshot(this.settings), privacy };
    this.#status = 'running';
    this.#kind = settings.model;
    this.#privacy = privacy;
    if (checkpoint) this.#notices = [wherefrom(checkpoint)];
    const hear = (event: TrainingEvent) => {
      // Checkpoints are the client's; here they would pile up in a hidden tab, which draws no frames.
      if (run === this.#run && event.type !== 'checkpoint') this.#batch.add(event);
    };
    try {
      const summary = await this.#model.train(schema, settings, hear, checkpoint, this.#keep);
      if (run !== this.#run) return;
      this.#batch.flush();
      this.#learnt = { schema, settings, summary };
      this.#status = 'done';
    } catch (error) {
      if (run !== this.#run) return;
      this.#error = explainFailure(error, stateWords().doing.learning);
      this.#status = 'idle';
    }
  }

  async pause(): Promise<void> {
    if (this.#status !== 'running') return;
    this.#status = 'paused';
    await this.#attempt(() => this.#model.pause());
  }

  async resume(): Promise<void> {
    if (this.#status !== 'paused') return;
    this.#status = 'running';
    await this.#attempt(() => this.#model.resume());
  }

  /** Ends early and keeps what was learnt. Under privacy the end is fixed beforehand: to choose it would be another look. */
  async stop(): Promise<void> {
    if (this.#privacy) return;
    if (this.#status === 'paused') await this.resume();
    if (this.#status !== 'running') return;
    this.#status = 'stopping';
    await this.#attempt(() => this.#model.stop());
  }

  /** Resolves when nothing of this training is being written to the disk any more. */
  async stopKeeping(): Promise<void> {
    if (this.active) await this.#attempt(() => this.#model.stopKeeping());
  }

  /** Ends at once and keeps nothing but what is on the disk. */
  cancel(): void {
    this.#run++;
    this.#model.end();
    this.#clear();
  }

  /** A fault here also ends `train`, which tells of it. */
  async #attempt(ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch {
      return;
    }
  }

  #clear(): void {
    this.#batch.flush();
    this.#status = 'idle';
    this.#backend = null;
    this.#phase = null;
    this.#step = null;
    this.#losses = [];
    this.#marginals = noCounts;
    this.#notices = [];
    this.#error = null;
    this.#learnt = null;
  }

  #take(event: TrainingEvent): void {
    switch (event.type) {
      case 'backend':
        this.#backend = event;
        break;
      case 'phase':
        this.#phase = event;
        break;
      case 'step':
        this.#step = event;
        this.#losses = extendCurve(this.#losses, event);
        break;
      case 'marginals':
        this.#marginals = countsByColumn(event);
        break;
      case 'notice':
        this.#notices = [...this.#notices, event.message];
        break;
      case 'checkpoint':
        break;
    }
  }
}

function wherefrom({ step, state }: Checkpoint): string {
  return state.size > 0 ? keptWords().goesOn(step) : keptWords().isFinished;
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}
