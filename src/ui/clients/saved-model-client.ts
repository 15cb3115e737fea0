import ModelWorker from '../../../workers/model.worker.ts?worker&inline';
import type { AskableColumn, Condition, GivenEstimate, ModelApi, OpenedModel } from '../../../workers/api';
import * as Comlink from 'comlink';
import type { PortSource } from './ports';
import { type WorkerFault, WorkerLease } from './worker-lease';
import { faultWords } from './words';

/** Draws from a model in a file, without its table. A worker that begins anew reads the file anew. */
export class SavedModelClient implements PortSource {
  readonly #lease: WorkerLease<ModelApi>;

  /** @param onFault hears of a worker that broke down: whoever waits for its rows waits in vain */
  constructor(file: Blob, onFault: (fault: WorkerFault) => void) {
    this.#lease = new WorkerLease<ModelApi>(
      () => new ModelWorker(),
      () => faultWords().job.draw,
      (api) => api.open(file),
      onFault,
    );
  }

  /** Throws UserError where the file cannot be used. */
  opened(): Promise<OpenedModel> {
    return this.#lease.call((api) => api.opened());
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
