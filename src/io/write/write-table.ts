import type { TypedTable } from '../../engine/typed-table';
import { Sha256 } from '../sha256';
import type { Bytes, EncodeOptions } from './encoding';
import type { ExportFormat } from './export-format';
import { formats } from './formats';

/** Who gets a file's bytes. */
export interface WritingEvents {
  write(bytes: Bytes): void | Promise<void>;
}

export interface WrittenFile {
  readonly rowCount: number;
  readonly byteCount: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** Writes a table's chunks as one file, waiting for each write; throws what source, encoder or `write` throw. */
export async function writeTable(
  chunks: AsyncIterable<TypedTable>,
  format: ExportFormat,
  options: EncodeOptions,
  events: WritingEvents,
): Promise<WrittenFile> {
  const hash = new Sha256();
  let rowCount = 0;
  let byteCount = 0;
  const counted = tapRows(chunks, (rows) => (rowCount += rows));
  for await (const bytes of formats[format].encode(counted, options)) {
    hash.update(bytes);
    byteCount += bytes.length;
    await events.write(bytes);
  }
  return { rowCount, byteCount, sha256: hash.hexDigest() };
}

async function* tapRows(
  chunks: AsyncIterable<TypedTable>,
  onChunk: (rows: number) => void,
): AsyncGenerator<TypedTable> {
  for await (const chunk of chunks) {
    yield chunk;
    onChunk(chunk.rowCount);
  }
}
