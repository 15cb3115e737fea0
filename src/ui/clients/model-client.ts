import * as Comlink from 'comlink';
import ModelWorker from '../../../workers/model.worker.ts?worker&inline';
import type {
  AskableColumn,
  Condition,
  FileLike,
  GivenEstimate,
  KeepOrder,
  ModelApi,
  OnKept,
  OnProgress,
} from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { Checkpoint, TrainingEvent, TrainingSettings, TrainingSummary } from '../../engine/train/types';
import { type Attempt, trainWithFallback } from './fallback';
import type { PortSource } from './ports';
import { connect } from './ports';
import { type WorkerFault, WorkerLease } from './worker-lease';
import { faultWords } from './words';

/** How a training is kept on the disk. */
export interface Keep {
  readonly order: Promise<KeepOrder>;
  readonly onKept: OnKept;
}

/** Learns a table and draws from what was learnt. Every training gets a fresh worker. */
export class ModelClient {
  readonly #lease: WorkerLease<ModelApi>;

  /** @param onFault hears of a worker that broke down: whoever waits for its rows waits in vain */
  constructor(real: PortSource, onFault: (fault: WorkerFault) => void) {
    this.#lease = new WorkerLease<ModelApi>(
      () => new ModelWorker(),
      () => faultWords().job.learn,
      (api) => connect(real, (port) => api.connect(Comlink.transfer(port, [port]))),
      onFault,
    );
  }

  /**
   * Goes on from the last checkpoint on the next backend when a device is lost or the worker breaks down.
   * @param start to go on from; null: from the beginning
   * @param keep asked whenever a worker begins; null where nothing is to be kept
   */
  train(
    schema: TableSchema,
    settings: TrainingSettings,
    onEvent: (event: TrainingEvent) => void,
    start: Checkpoint | null = null,
    keep: () => Keep | null = () => null,
  ): Promise<TrainingSummary> {
    const attempt: Attempt = (asked, checkpoint, hear) => {
      this.end();
      return this.#lease.call(async (api) => {
        const { order, onKept = () => undefined } = keep() ?? {};
        const kept = [(await order) ?? null, Comlink.proxy(onKept)] as const;
        return api.train(schema, asked, checkpoint, Comlink.proxy(hear), ...kept);
      });
    };
    return trainWithFallback(settings, onEvent, attempt, start);
  }

  /** Resolves when nothing is being written any more. */
  stopKeeping(): Promise<void> {
    return this.#lease.call((api) => api.stopKeeping());
  }

  pause(): Promise<void> {
    return this.#lease.call((api) => api.pause());
  }

  resume(): Promise<void> {
    return this.#lease.call((api) => api.resume());
  }

  stop(): Promise<void> {
    return this.#lease.call((api) => api.stop());
  }

  sample(rows: number, seed: number, onProgress: OnProgress): Promise<void> {
    return this.#lease.call((api) => api.sample(rows, seed, Comlink.proxy(onProgress)));
  }

  askable(): Promise<readonly AskableColumn[]> {
    return this.#lease.call((api) => api.askable());
  }

  estimate(conditions: readonly Condition[]): Promise<GivenEstimate | null> {
    return this.#lease.call((api) => api.estimate(conditions));
  }

  save(like: FileLike): Promise<Blob> {
    return this.#lease.call((api) => api.save(like));
  }

  serve(port: MessagePort): Promise<void> {
    return this.#lease.call((api) => api.serve(Comlink.transfer(port, [port])));
  }

  end(): void {
    this.#lease.end();
  }
}
