import { UserError } from '../engine/errors';
import type { Table } from '../engine/table';
import { ChunkSource } from './chunk-source';
import { CsvReader } from './csv/csv-reader';
import { type Dialect, type DialectChoice, plainDialect, type ReadProblem } from './csv/dialect';
import { toDelimited } from './delimited-text';
import { type FileKind, fileKind } from './file-kind';
import { readJsonLinesRows } from './json/json-lines-rows';
import { readJsonRows } from './json/json-rows';
import { limits, tooLargeWhole } from './limits';
import type { PackedFile } from './packed/unzip';
import { type RunningHash, WatchedChunks } from './watched-chunks';
import { readWords } from './words';

/** What the user has settled about a file; the rest is found from it. */
export interface ReadChoice extends DialectChoice {
  /** Name of the sheet of a workbook, or of the file in an archive, that holds the table. */
  readonly part?: string;
}

export interface ReadOptions {
  /** The file's size in bytes, to notice a file that changes; null when it is not known. */
  readonly byteCount: number | null;
  readonly choice: ReadChoice;
  /** Of a delimited table that comes to more in memory rows are drawn; `limits.tableBytes` when not said. */
  readonly tableBytes?: number;
  /** Called with the bytes read so far after each chunk. */
  readonly onProgress?: (bytesRead: number) => void;
  /** A faster SHA-256 than that of this thread, if there is one: the platform's own, or another thread's. */
  readonly hash?: RunningHash;
}

/** Where in a file the table was found. */
export interface Parts {
  readonly kind: 'sheet' | 'file';
  readonly names: readonly string[];
  /** The one that was read. */
  readonly chosen: string;
}

export interface ReadResult {
  readonly table: Table;
  /** Of the table itself, unpacked. */
  readonly kind: Exclude<FileKind, 'gzip' | 'zip'>;
  /** How a delimited file is written; of other kinds, how their cells were taken. */
  readonly dialect: Dialect;
  readonly problems: readonly ReadProblem[];
  /** Of files that hold several tables; null where there is nothing to choose. */
  readonly parts: Parts | null;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly byteCount: number;
}

/** What was settled about a file, and about every file. */
type Settled<Choice> = Choice & { readonly tableBytes: number };

type Read = Omit<ReadResult, 'sha256' | 'byteCount'>;

/**
 * Reads a table from a file's bytes, in chunks of any size: delimited text, which is never held whole; JSON, JSON Lines, Excel,
 * Parquet and Arrow; each as it is, in gzip or in a ZIP archive. Throws UserError, one sentence with the line and a remedy,
 * when there is no table in it.
 */
export async function readTable(
  chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[],
  options: ReadOptions,
): Promise<ReadResult> {
  const watched = new WatchedChunks(chunks, options);
  const source = new ChunkSource(watched);
  const settled = { ...options.choice, tableBytes: options.tableBytes ?? limits.tableBytes };
  const read = await readSource(source, settled, mostLayers);
  return { ...read, sha256: await watched.hash.hexDigest(), byteCount: watched.byteCount };
}

/** A gzip file in an archive is opened; what is packed more often is not. */
const mostLayers = 2;

async function readSource(source: ChunkSource, choice: Settled<ReadChoice>, layers: number): Promise<Read> {
  const head = await source.peek();
  if (head.bytes.length === 0) throw new UserError(readWords().empty);
  const kind = fileKind(head.bytes);
  if (kind === 'delimited') return { ...(await readDelimited(source, choice)), kind, parts: null };
  if (kind !== 'gzip' && kind !== 'zip') return readers[kind](source, choice);
  if (layers === 0) throw new UserError(readWords().packedOften);
  if (kind === 'zip') return readArchive(source, choice, layers - 1);
  const { gunzip } = await import('./packed/gunzip');
  return readSource(new ChunkSource(gunzip(source)), choice, layers - 1);
}

async function readDelimited(
  source: ChunkSource,
  choice: Settled<DialectChoice>,
): Promise<Pick<Read, 'table' | 'dialect' | 'problems'>> {
  const head = await source.peek();
  const reader = new CsvReader(head.bytes, head.isWhole, choice, choice.tableBytes);
  for await (const chunk of source) reader.push(chunk);
  return { ...reader.finish(), dialect: reader.dialect };
}

type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** How rows that this program writes itself are delimited. */
const plainChoice: DialectChoice = { encoding: 'utf-8', delimiter: ',', quote: '"', decimalSeparator: '.' };

function readRows(rows: Rows, choice: Settled<DialectChoice>) {
  return readDelimited(new ChunkSource(toDelimited(rows)), { ...choice, ...plainChoice });
}

/** Names first, rows after: nothing is left to find out. */
function readNamedRows(rows: Rows, { missingTokens, tableBytes }: Settled<DialectChoice>) {
  return readRows(rows, { missingTokens, tableBytes, headerRows: 1, preambleRecords: 0 });
}

type ReadKind = (source: ChunkSource, choice: Settled<ReadChoice>) => Promise<Read>;

/** A new kind of file is a line here, one in file-kind.ts, and its rows. What takes a package of others is loaded when it is met. */
const readers: Readonly<Record<Exclude<FileKind, 'delimited' | 'gzip' | 'zip'>, ReadKind>> = {
  arrow: async (source) => {
    const bytes = await source.takeAll(limits.wholeBytes, tooLargeWhole('arrow'));
    const { readArrow } = await import('./arrow/to-arrow');
    return {
      table: readArrow(bytes),
      kind: 'arrow',
      dialect: plainDialect,
      problems: [],
      parts: null,
    };
  },
  parquet: async (source, choice) => {
    const bytes = await source.takeAll(limits.wholeBytes, tooLargeWhole('parquet'));
    const { readParquetRows } = await import('./parquet/parquet-rows');
    const read = await readNamedRows(readParquetRows(bytes), choice);
    return { ...read, kind: 'parquet', parts: null };
  },
  json: async (source, choice) => {
    const bytes = await source.takeAll(limits.wholeBytes, tooLargeWhole('json'));
    const rows = readJsonRows(new TextDecoder().decode(bytes));
    return { ...(await readNamedRows(rows, choice)), kind: 'json', parts: null };
  },
  'json-lines': async (source, choice) => {
    const bytes = await source.takeAll(limits.wholeBytes, tooLargeWhole('jsonLines'));
    const read = await readNamedRows(readJsonLinesRows(bytes), choice);
    return { ...read, kind: 'json-lines', parts: null };
  },
  workbook: async (source, choice) => {
    const bytes = await source.takeAll(limits.wholeBytes, tooLargeWhole('workbook'));
    const { readWorkbook } = await import('./excel/workbook-rows');
    const sheets = await readWorkbook(bytes);
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    const chosen = filled.find(({ name }) => name === choice.part) ?? filled.at(0);
    if (chosen === undefined) throw new UserError(readWords().noCells);
    const read = await readRows(chosen.rows, choice);
    const names = filled.map(({ name }) => name);
    return { ...read, kind: 'workbook', parts: { kind: 'sheet', names, chosen: chosen.name } };
  },
};

async function readArchive(source: ChunkSource, choice: Settled<ReadChoice>, layers: number): Promise<Read> {
  const archive = await source.takeAll(limits.wholeBytes, tooLargeWhole('zip'));
  const { extractFromZip, listZip } = await import('./packed/unzip');
  const files = listZip(archive).filter(mayBeTable);
  const chosen = files.find(({ name }) => name === choice.part) ?? likeliest(files);
  if (chosen === undefined) throw new UserError(readWords().noFile);
  const bytes = extractFromZip(archive, chosen);
  const read = await readSource(new ChunkSource([bytes]), choice, layers);
  if (read.parts !== null) return read;
  const names = files.slice(0, limits.parts).map(({ name }) => name);
  return { ...read, parts: { kind: 'file', names, chosen: chosen.name } };
}

/** Names that tables have. */
const tableName = /\.(?:csv|tsv|tab|txt|dat|jsonl?|ndjson|parquet|arrow|feather|xls[xm]|gz)$/i;

/** Not what systems put in archives for themselves. */
function mayBeTable({ name, byteCount }: PackedFile): boolean {
  return byteCount > 0 && !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/i.test(name);
}

/** Of the files that are called as tables are, if there are any, the largest. */
function likeliest(files: readonly PackedFile[]): PackedFile | undefined {
  const named = files.filter(({ name }) => tableName.test(name));
  return (named.length > 0 ? named : files).toSorted((a, b) => b.byteCount - a.byteCount).at(0);
}
