import type { ModelKind } from '../models/table-model';
import type { LedgerRecord } from '../privacy/ledger';
import type { PrivacySettings } from '../privacy/settings';
import type { PeerSource } from './pool/peer-source';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export type Preset = 'fast' | 'balanced' | 'best';

export interface TrainingSettings {
  /** What learns the table: the network, or one of two baselines. */
  readonly model: ModelKind;
  /** The network's: the baselines are learnt in one go. */
  readonly preset: Preset;
  readonly seed: number;
  /** `auto`: the fastest by a short measurement. The network's: the baselines compute in plain JavaScript. */
  readonly backend: BackendName | 'auto';
  /**
   * Threads that share each step of the network on WASM, 1 … mostWorkers; `auto`: as many as pay (choose-workers.ts). Another number
   * gives other rows for the same seed.
   */
  readonly workers: number | 'auto';
  /** Share of the rows kept from the model, 0 … 0.5 (at most 5,000 rows are kept). */
  readonly holdoutShare: number;
  /** Categories held by fewer rows are never released; 1 releases all. */
  readonly minCategoryRows: number;
  /** Let each generated column reach exactly the real minimum and maximum. Discloses them. */
  readonly pinExtremes: boolean;
  /** Anneal and end after so many seconds; null for no limit. */
  readonly maxSeconds: number | null;
  /** What is asked of differential privacy; null: no formal guarantee. With it, `model`, `preset` and what follows from rows do not count. */
  readonly privacy: PrivacySettings | null;
}

export const mostWorkers = 64;

export const defaultTrainingSettings: TrainingSettings = {
  model: 'autoregressive',
  preset: 'balanced',
  seed: 1,
  backend: 'auto',
  workers: 'auto',
  holdoutShare: 0.1,
  minCategoryRows: 5,
  pinExtremes: false,
  maxSeconds: null,
  privacy: null,
};

/** What training needs of the worker or program it runs in. */
export interface TrainingContext {
  /** What the network computes on, prepared (prepareBackendFor). */
  readonly backend: BackendName;
  /** Milliseconds, not counting pauses. */
  now(): number;
  breathe(): Promise<void>;
  wantsStop(): boolean;
  onEvent(event: TrainingEvent): void;
  /** Threads that may share the training; left out where there are none. */
  readonly peers?: PeerSource;
  /** Whether live samples and checkpoints are wanted. */
  readonly isWatched: boolean;
}

export type TrainingEvent =
  | BackendEvent
  | PhaseEvent
  | StepEvent
  | MarginalsEvent
  | { readonly type: 'checkpoint'; readonly checkpoint: Checkpoint }
  /** Something the user should know, in one sentence. */
  | { readonly type: 'notice'; readonly message: string };

export interface BackendEvent {
  readonly type: 'backend';
  readonly backend: BackendName;
  /** Milliseconds of the measured training-like product, per backend that could be prepared. */
  readonly measured: readonly { readonly backend: BackendName; readonly milliseconds: number }[];
}

export interface PhaseEvent {
  readonly type: 'phase';
  readonly phase: 'encode' | 'prepare' | 'train' | 'anneal' | 'done';
  /** 0 … 1 within the phase. */
  readonly progress: number;
}

export interface StepEvent {
  readonly type: 'step';
  readonly step: number;
  readonly totalSteps: number;
  readonly epoch: number;
  readonly epochs: number;
  /** Mean negative log-likelihood of the last steps' rows, nats per row. */
  readonly loss: number;
  /** The same for the validation rows, when just measured. */
  readonly validationLoss: number | null;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number;
  /** Which of the ensemble's networks is being learnt, from 1, and how many there will be. Steps and passes count those of all. */
  readonly network: number;
  readonly networks: number;
  /** Threads that share each step. */
  readonly workers: number;
}

/** A small synthetic sample's counts on the real columns' bins (analyze/bins.ts). */
export interface MarginalsEvent {
  readonly type: 'marginals';
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly counts: Float64Array }[];
}

export interface TrainingSummary {
  readonly model: ModelKind | 'marginals';
  readonly backend: BackendName;
  /** Threads that shared each step, 1 of a model that is learnt in one go; and how many of them stopped on the way. */
  readonly workers: number;
  readonly workersLost: number;
  readonly seed: number;
  readonly rows: { readonly training: number; readonly validation: number; readonly holdout: number };
  /** Passes over the rows and steps taken; 0 of a model that is learnt in one go. */
  readonly epochs: number;
  readonly steps: number;
  readonly seconds: number;
  /** Mean negative log-likelihood of the validation rows, nats per row; null where the model gives rows no likelihood. */
  readonly validationLoss: number | null;
  readonly parameters: number;
  readonly stopped: 'finished' | 'by-user' | 'time-limit' | 'no-gain';
  /** Every look at the table, and what it cost; null where there is no formal guarantee. */
  readonly ledger: LedgerRecord | null;
}

/** All that is needed to go on training, on any backend. Holds no cell, but weights learnt from them: private. */
export interface Checkpoint {
  readonly step: number;
  readonly epoch: number;
  /** Of the network being learnt; empty when all are learnt. */
  readonly state: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
  /** Optimiser and schedule scalars. */
  readonly scalars: Readonly<Record<string, number>>;
  /** Networks of the same ensemble that were learnt before this one. */
  readonly finished: readonly FinishedNetwork[];
}

/** A network that has been learnt, and how it came to be. */
export interface FinishedNetwork {
  readonly weights: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
  readonly result: LoopResult;
}

/** How one network's training went. */
export interface LoopResult extends Pick<
  TrainingSummary,
  'workers' | 'workersLost' | 'steps' | 'epochs' | 'stopped'
> {
  /** Mean validation loss, nats per row. */
  readonly validationLoss: number;
}
