import * as Comlink from 'comlink';
import { UserError } from '../src/engine/errors';
import { gatherChunks } from '../src/engine/generate/gather-chunks';
import { chunkRows } from '../src/engine/generate/generate-table';
import type { TableSchema } from '../src/engine/schema';
import type { TypedTable } from '../src/engine/typed-table';
import { writtenDelimiter } from '../src/io/write/encoding';
import { formats } from '../src/io/write/formats';
import { inSchemaOrder } from '../src/io/write/in-schema-order';
import { writeTable } from '../src/io/write/write-table';
import { type FileTarget, openFileTarget } from '../src/release/file-targets';
import { progressWords } from '../src/words/progress-words';
import { hearLanguage } from '../src/words/thread-language';
import type { ExportedFile, ExportRequest, OnProgress, ReleaseApi, SyntheticTableSource } from './api';
import { workerWords } from './words';

/** Milliseconds between two reports of progress. */
const reportEvery = 100;

class ReleaseWorker implements ReleaseApi {
  #source: Comlink.Remote<SyntheticTableSource> | null = null;

  connect(synthetic: MessagePort): Promise<void> {
    this.#source = Comlink.wrap<SyntheticTableSource>(synthetic);
    return Promise.resolve();
  }

  async export(
    request: ExportRequest,
    schema: TableSchema,
    sink: WritableStream<Uint8Array> | null,
    onProgress: OnProgress,
  ): Promise<ExportedFile> {
    const target = openFileTarget(sink, formats[request.format].mimeType);
    try {
      const written = await this.#write(request, schema, target, onProgress);
      const given = (await this.#source?.report()) ?? null;
      return { ...written, given, blob: await target.finish() };
    } catch (error) {
      await target.abandon(error);
      throw error;
    }
  }

  async #write(request: ExportRequest, schema: TableSchema, target: FileTarget, onProgress: OnProgress) {
    const source = this.#source;
    if (!source) throw new UserError(workerWords().noModel);
    await source.start(request.rows, request.seed, request.conditions);
    const options = { guardFormulas: request.guardFormulas, delimiter: writtenDelimiter(request.delimiter) };
    const chunks = gatherChunks(countRows(pullRows(source), reportRows(request.rows, onProgress)), chunkRows);
    return writeTable(inSchemaOrder(chunks, schema), request.format, options, {
      write: (bytes) => target.write(bytes),
    });
  }
}

/** The stream's chunks; the next is being drawn while one is written. */
async function* pullRows(source: Comlink.Remote<SyntheticTableSource>): AsyncGenerator<TypedTable> {
  let next = source.next();
  for (let chunk = await next; chunk; chunk = await next) {
    next = source.next();
    next.catch(() => undefined);
    yield chunk;
  }
}

/** Tells of all rows that came so far. */
async function* countRows(
  chunks: AsyncIterable<TypedTable>,
  onRows: (done: number) => void,
): AsyncGenerator<TypedTable> {
  let done = 0;
  for await (const chunk of chunks) {
    done += chunk.rowCount;
    onRows(done);
    yield chunk;
  }
}

/** Passes on the number of rows at most ten times a second, and at the end. */
function reportRows(total: number, onProgress: OnProgress): (done: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done) => {
    const now = performance.now();
    if (now - last < reportEvery && done < total) return;
    last = now;
    onProgress({ phase: progressWords().writing, done, total, unit: 'rows' });
  };
}

hearLanguage(self);
Comlink.expose(new ReleaseWorker());
