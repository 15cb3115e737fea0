import * as Comlink from 'comlink';
import { inferSchema } from '../src/engine/analyze/infer-schema';
import { type ColumnProfile, profileColumn } from '../src/engine/analyze/profile';
import { UserError } from '../src/engine/errors';
import type { PrivacySettings } from '../src/engine/privacy/settings';
import { interpretColumn } from '../src/engine/interpret';
import type { ColumnSchema } from '../src/engine/schema';
import { type AnonymityReport, measureAnonymity } from '../src/engine/sensitive/anonymity/measure-anonymity';
import { cellText, type Table } from '../src/engine/table';
import { planLedger } from '../src/engine/train/plan-privately';
import { type ReadChoice, readTable } from '../src/io/read-table';
import { progressWords } from '../src/words/progress-words';
import { hearLanguage } from '../src/words/thread-language';
import type { ColumnAt, OnProgress, OpenApi, OpenedFile, RealTableSource } from './api';
import { ownHash } from './own-hash';
import { workerWords } from './words';

const chunkBytes = 4 * 1024 * 1024;
const progressInterval = 100;

/** The counting is not wanted any more. */
class Superseded extends Error {}

/** Keeps the table that was opened last. */
class OpenWorker implements OpenApi {
  #table: Table | null = null;
  #profiles: readonly ColumnProfile[] = [];
  /** Which counting is the last one asked for. */
  #counting = 0;
  /** Ports live as long as something holds them. */
  readonly #ports: MessagePort[] = [];

  async open(file: Blob, fileName: string, choice: ReadChoice, onProgress: OnProgress): Promise<OpenedFile> {
    const report = throttled(onProgress);
    const reading = (done: number) =>
      report({ phase: progressWords().reading, done, total: file.size, unit: 'bytes' });
    const { table, ...read } = await readBlob(file, choice, reading);
    const columnCount = table.columns.length;
    const looking = (done: number) =>
      report({ phase: progressWords().lookingAtColumns, done, total: columnCount, unit: 'columns' });
    const schema = inferSchema(table, looking, choice.missingTokens);
    this.#profiles = table.columns.map((column, index) => {
      looking(index);
      return profileColumn(column, schema.columns[index]);
    });
    this.#table = table;
    const { rowCount, sampledFrom } = table;
    return { ...read, fileName, rowCount, sampledFrom, columnCount };
  }

  profiles(from: number, to: number): Promise<readonly ColumnProfile[]> {
    return Promise.resolve(this.#profiles.slice(from, to));
  }

  describe(index: number, schema: ColumnSchema) {
    return Promise.resolve(profileColumn(this.#opened().columns[index], schema));
  }

  async anonymity(
    schemas: readonly ColumnAt[],
    k: number,
    onProgress: OnProgress,
  ): Promise<AnonymityReport | null> {
    const counting = ++this.#counting;
    const { columns } = this.#opened();
    const typed = schemas.map(({ index, schema }) => interpretColumn(columns[index], schema).typed);
    try {
      return await measureAnonymity(typed, k, async (done, total) => {
        onProgress({ phase: progressWords().countingAlike, done, total, unit: 'steps' });
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (counting !== this.#counting) throw new Superseded();
      });
    } catch (error) {
      if (error instanceof Superseded) return null;
      throw error;
    }
  }

  stopAnonymity(): Promise<void> {
    this.#counting++;
    return Promise.resolve();
  }

  head(rows: number, columns: number): Promise<string[][]> {
    const table = this.#opened();
    const length = Math.min(rows, table.rowCount);
    const first = table.columns.slice(0, columns);
    return Promise.resolve(Array.from({ length }, (_, row) => first.map((column) => cellText(column, row))));
  }

  plan(columns: readonly ColumnSchema[], settings: PrivacySettings) {
    return Promise.resolve(planLedger({ columns: columns.map((schema) => ({ schema })) }, settings));
  }

  serve(port: MessagePort): Promise<void> {
    const source: RealTableSource = { table: () => Promise.resolve(this.#opened()) };
    this.#ports.push(port);
    Comlink.expose(source, port);
    return Promise.resolve();
  }

  #opened(): Table {
    if (this.#table === null) throw new UserError(workerWords().noTable);
    return this.#table;
  }
}

/** Hashes a large file beside. Of what is called off, that thread ends with this one. */
async function readBlob(file: Blob, choice: ReadChoice, onProgress: (bytesRead: number) => void) {
  const { hash, end } = await ownHash(file.size);
  try {
    return await readTable(blobChunks(file), { byteCount: file.size, choice, onProgress, hash });
  } finally {
    end();
  }
}

/** Reads a file in slices: the browser fails such a read when the file has changed on disk. */
async function* blobChunks(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += chunkBytes) {
    yield new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer());
  }
}

/** Passes a report on when the phase is new or a tenth of a second has gone by. */
function throttled(onProgress: OnProgress): OnProgress {
  let lastTime = -Infinity;
  let lastPhase = '';
  return (progress) => {
    const now = performance.now();
    if (progress.phase === lastPhase && now - lastTime < progressInterval) return;
    lastTime = now;
    lastPhase = progress.phase;
    onProgress(progress);
  };
}

hearLanguage(self);
Comlink.expose(new OpenWorker());
