import * as Comlink from 'comlink';
import ReleaseWorker from '../../../workers/release.worker.ts?worker&inline';
import type { ExportedFile, ExportRequest, OnProgress, ReleaseApi } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { PortSource } from './ports';
import { connect } from './ports';
import { WorkerLease } from './worker-lease';
import { faultWords } from './words';

/** Writes files of fresh synthetic rows, which come to the worker straight from the model's. */
export class ReleaseClient {
  readonly #lease: WorkerLease<ReleaseApi>;

  constructor(synthetic: PortSource) {
    this.#lease = new WorkerLease<ReleaseApi>(
      () => new ReleaseWorker(),
      () => faultWords().job.write,
      (api) => connect(synthetic, (port) => api.connect(Comlink.transfer(port, [port]))),
    );
  }

  export(
    request: ExportRequest,
    schema: TableSchema,
    sink: WritableStream<Uint8Array> | null,
    onProgress: OnProgress,
  ): Promise<ExportedFile> {
    return this.#lease.call((api) =>
      api.export(request, schema, sink ? Comlink.transfer(sink, [sink]) : null, Comlink.proxy(onProgress)),
    );
  }

  end(reason?: Error): void {
    this.#lease.end(reason);
  }
}
