import * as Comlink from 'comlink';
import ModelWorker from '../../../workers/model.worker.ts?worker&inline';
import type { AskableColumn, Condition, GivenEstimate, ModelApi, OnProgress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { TrainingEvent, TrainingSettings, TrainingSummary } from '../../engine/train/types';
import { trainWithFallback } from './fallback';
import type { PortSource } from './ports';
import { connect } from './ports';
import { type WorkerFault, WorkerLease } from './worker-lease';
import { faultWords } from './words';

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

  /** Goes on from the last checkpoint on the next backend when a device is lost or the worker breaks down. */
  train(
    schema: TableSchema,
    settings: TrainingSettings,
    onEvent: (event: TrainingEvent) => void,
  ): Promise<TrainingSummary> {
    return trainWithFallback(settings, onEvent, (attempt, checkpoint, hear) => {
      this.end();
      return this.#lease.call((api) => api.train(schema, attempt, checkpoint, Comlink.proxy(hear)));
    });
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

  serve(port: MessagePort): Promise<void> {
    return this.#lease.call((api) => api.serve(Comlink.transfer(port, [port])));
  }

  end(): void {
    this.#lease.end();
  }
}
