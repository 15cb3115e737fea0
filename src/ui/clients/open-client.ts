import * as Comlink from 'comlink';
import OpenWorker from '../../../workers/open.worker.ts?worker&inline';
import type { ColumnAt, OnProgress, OpenApi, OpenedTable } from '../../../workers/api';
import type { ColumnProfile } from '../../engine/analyze/profile';
import type { LedgerRecord } from '../../engine/privacy/ledger';
import type { PrivacySettings } from '../../engine/privacy/settings';
import type { ColumnSchema } from '../../engine/schema';
import type { AnonymityReport } from '../../engine/sensitive/anonymity/measure-anonymity';
import type { ReadChoice } from '../../io/read-table';
import { WorkerLease } from './worker-lease';
import { faultWords } from './words';

/** Columns told of in one message: so few that taking them in is a short task of the page. */
const toldTogether = 250;

/** Reads one file; its table stays in the worker. A new reading gets a client of its own. */
export class OpenClient {
  readonly #lease = new WorkerLease<OpenApi>(
    () => new OpenWorker(),
    () => faultWords().job.read,
  );

  open(file: Blob, fileName: string, choice: ReadChoice, onProgress: OnProgress): Promise<OpenedTable> {
    return this.#lease.call(async (api) => {
      const opened = await api.open(file, fileName, choice, Comlink.proxy(onProgress));
      const profiles: ColumnProfile[] = [];
      for (let from = 0; from < opened.columnCount; from += toldTogether) {
        profiles.push(...(await api.profiles(from, from + toldTogether)));
      }
      return { ...opened, profiles };
    });
  }

  describe(index: number, schema: ColumnSchema): Promise<ColumnProfile> {
    return this.#lease.call((api) => api.describe(index, schema));
  }

  anonymity(
    schemas: readonly ColumnAt[],
    k: number,
    onProgress: OnProgress,
  ): Promise<AnonymityReport | null> {
    return this.#lease.call((api) => api.anonymity(schemas, k, Comlink.proxy(onProgress)));
  }

  stopAnonymity(): Promise<void> {
    return this.#lease.call((api) => api.stopAnonymity());
  }

  head(rows: number, columns: number): Promise<string[][]> {
    return this.#lease.call((api) => api.head(rows, columns));
  }

  plan(columns: readonly ColumnSchema[], settings: PrivacySettings): Promise<LedgerRecord> {
    return this.#lease.call((api) => api.plan(columns, settings));
  }

  serve(port: MessagePort): Promise<void> {
    return this.#lease.call((api) => api.serve(Comlink.transfer(port, [port])));
  }

  end(): void {
    this.#lease.end();
  }
}
