import * as Comlink from 'comlink';
import EvaluateWorker from '../../../workers/evaluate.worker.ts?worker&inline';
import type { EvaluateApi, OnProgress } from '../../../workers/api';
import type { TableSchema } from '../../engine/schema';
import type { Evidence } from '../../evaluation/evidence';
import type { EvidenceSoFar } from '../../evaluation/gather-evidence';
import type { EvidenceChoices } from '../../evaluation/measure-context';
import type { JointComparison } from '../../evaluation/report';
import type { PortSource } from './ports';
import { connect } from './ports';
import { WorkerLease } from './worker-lease';

/** Compares the model's sample with the real table; both reach the worker by ports of their own. */
export class EvaluateClient {
  readonly #lease: WorkerLease<EvaluateApi>;

  constructor(real: PortSource, synthetic: PortSource) {
    this.#lease = new WorkerLease<EvaluateApi>(
      () => new EvaluateWorker(),
      'compares the tables',
      (api) =>
        connect(real, (realPort) =>
          connect(synthetic, (port) =>
            api.connect(Comlink.transfer(realPort, [realPort]), Comlink.transfer(port, [port])),
          ),
        ),
    );
  }

  compare(
    schema: TableSchema,
    choices: EvidenceChoices,
    onPartial: (evidence: EvidenceSoFar) => void,
    onProgress: OnProgress,
  ): Promise<Evidence> {
    return this.#lease.call((api) =>
      api.compare(schema, choices, Comlink.proxy(onPartial), Comlink.proxy(onProgress)),
    );
  }

  joint(first: string, second: string): Promise<JointComparison> {
    return this.#lease.call((api) => api.joint(first, second));
  }

  end(reason?: Error): void {
    this.#lease.end(reason);
  }
}
