import { inferSchema } from '../engine/analyze/infer-schema';
import { configureSchema } from '../engine/configure-schema';
import { readTable } from '../io/read-table';
import { columnsOf, hold } from './held';
import type { OpenedTable, OpenOptions, Source } from './types';

/**
 * Reads a table and looks at what its columns are.
 * @throws UserError with one sentence where it cannot be used
 */
export async function open(source: Source, { columns, signal }: OpenOptions = {}): Promise<OpenedTable> {
  const read = await readTable(watched(chunksOf(source), signal), { byteCount: null, choice: {} });
  const schema = configureSchema(inferSchema(read.table), columns);
  const opened = {
    rowCount: read.table.rowCount,
    columns: columnsOf(schema),
    problems: read.problems.map(({ message }) => message),
  };
  hold(opened, { table: read.table, schema, delimiter: read.dialect.delimiter });
  return opened;
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

function chunksOf(source: Source): AsyncIterable<Uint8Array> {
  if (source instanceof Uint8Array) return only(source);
  if (source instanceof ArrayBuffer) return only(new Uint8Array(source));
  if (source instanceof Blob) return bytesOf(source);
  if (Symbol.asyncIterator in source) return source;
  // Rows are a table as JSON Lines have it.
  return only(new TextEncoder().encode(source.map((row) => JSON.stringify(row)).join('\n')));
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const pieceBytes = 4 * 1024 * 1024;

async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += pieceBytes)
    yield new Uint8Array(await blob.slice(start, start + pieceBytes).arrayBuffer());
}
