import { UserError } from '../engine/errors';
import type { Table } from '../engine/table';
import { readArrow } from './arrow/to-arrow';
import { CsvReader } from './csv/csv-reader';
import type { Dialect, DialectChoice, ReadProblem } from './csv/dialect';
import { fileKind } from './file-kind';
import { Sha256 } from './sha256';

export interface ReadOptions {
  /** The file's size in bytes, to notice a file that changes; null when it is not known. */
  readonly byteCount: number | null;
  readonly choice: DialectChoice;
  /** Called with the bytes read so far after each chunk. */
  readonly onProgress?: (bytesRead: number) => void;
}

export interface ReadResult {
  readonly table: Table;
  readonly dialect: Dialect;
  readonly problems: readonly ReadProblem[];
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly byteCount: number;
}

const sampleBytes = 256 * 1024;
const longestSampleBytes = 4 * 1024 * 1024;
const linesWanted = 10;

/**
 * Reads a delimited file or an Arrow IPC file from its bytes, in chunks of any size; a delimited file is never
 * held whole. Throws UserError, one sentence with the line and a remedy, when there is no table in it.
 */
export async function readTable(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<ReadResult> {
  const source = new HashedChunks(chunks, options);
  const head = await source.takeSample();
  if (head.bytes.length === 0)
    throw new UserError('The file is empty: choose a file with a header and rows.');
  const kind = fileKind(head.bytes);
  const read =
    kind === 'delimited' ? await readDelimited(head, source, options.choice) : await readWhole(head, source);
  return { ...read, sha256: source.hash.hexDigest(), byteCount: source.byteCount };
}

type Read = Omit<ReadResult, 'sha256' | 'byteCount'>;

interface Sample {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

async function readDelimited(head: Sample, source: HashedChunks, choice: DialectChoice): Promise<Read> {
  const reader = new CsvReader(head.bytes, head.isWhole, choice);
  reader.push(head.bytes);
  for (let chunk = await source.next(); chunk !== null; chunk = await source.next()) reader.push(chunk);
  return { ...reader.finish(), dialect: reader.dialect };
}

/** What is told of a file that has no dialect. */
const arrowDialect: Dialect = {
  encoding: 'utf-8',
  hasByteOrderMark: false,
  delimiter: ',',
  quote: '"',
  escape: 'double',
  preambleRecords: 0,
  headerRows: 1,
  newline: '\n',
  decimalSeparator: '.',
};

async function readWhole(head: Sample, source: HashedChunks): Promise<Read> {
  const parts = [head.bytes];
  for (let chunk = await source.next(); chunk !== null; chunk = await source.next())
    parts.push(chunk.slice());
  return { table: readArrow(joined(parts)), dialect: arrowDialect, problems: [] };
}

/** The file's chunks, hashed and counted as they pass. */
class HashedChunks {
  readonly hash = new Sha256();
  byteCount = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #options: ReadOptions;

  constructor(chunks: AsyncIterable<Uint8Array>, options: ReadOptions) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#options = options;
  }

  /** The next chunk, null at the end. Throws UserError when the file has become unreadable or another size. */
  async next(): Promise<Uint8Array | null> {
    const result = await this.#read();
    if (result.done === true) {
      const expected = this.#options.byteCount;
      if (expected !== null && expected !== this.byteCount) throw changedFile();
      return null;
    }
    this.hash.update(result.value);
    this.byteCount += result.value.length;
    this.#options.onProgress?.(this.byteCount);
    return result.value;
  }

  async #read(): Promise<IteratorResult<Uint8Array, unknown>> {
    try {
      return await this.#chunks.next();
    } catch (error) {
      const isGone = error instanceof Error && ['NotReadableError', 'NotFoundError'].includes(error.name);
      throw isGone ? changedFile() : error;
    }
  }

  /** The file's head: some hundred kilobytes, more while that holds but few lines. */
  async takeSample(): Promise<Sample> {
    const parts: Uint8Array[] = [];
    let size = 0;
    let lines = 0;
    while (size < sampleBytes || (lines < linesWanted && size < longestSampleBytes)) {
      const chunk = await this.next();
      if (chunk === null) return { bytes: joined(parts), isWhole: true };
      parts.push(chunk.slice());
      size += chunk.length;
      for (let i = 0; i < chunk.length && lines < linesWanted; i++)
        if (chunk[i] === 10 || chunk[i] === 13) lines++;
    }
    return { bytes: joined(parts), isWhole: false };
  }
}

function changedFile(): UserError {
  return new UserError(
    'The file changed while it was being read: wait until it is written, then open it again.',
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
