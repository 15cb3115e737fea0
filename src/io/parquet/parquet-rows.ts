import { parquetMetadata, type FileMetaData, parquetRead, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { UserError } from '../../engine/errors';
import { limits } from '../limits';
import { shortestSingle } from '../shortest-single';
import { readWords } from '../words';

type Cell = string | number | bigint | boolean | object | null | undefined;

/**
 * The rows of a Parquet file as texts, column names first, one row group after another. Dates are ISO 8601, whole numbers exact, what
 * is nested is JSON text. Throws UserError where the file is damaged.
 */
export async function* readParquetRows(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<string[]> {
  const file = bytes.buffer;
  const metadata = whole(() => parquetMetadata(file));
  refuseLarge(metadata);
  const [root, ...elements] = metadata.schema;
  const columns = topLevel(root, elements);
  yield columns.map(({ name }) => name);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const rows = await readRows({ file, metadata, compressors, rowStart, rowEnd });
    for (const row of rows) yield columns.map((column, index) => textOf(row[index], column));
    rowStart = rowEnd;
  }
}

function topLevel(root: SchemaElement, elements: readonly SchemaElement[]): SchemaElement[] {
  const columns: SchemaElement[] = [];
  let at = 0;
  const skip = (): void => {
    const children = elements[at++].num_children ?? 0;
    for (let child = 0; child < children; child++) skip();
  };
  for (let column = 0; column < (root.num_children ?? 0); column++) {
    columns.push(elements[at]);
    skip();
  }
  return columns;
}

function textOf(
  cell: Cell,
  { type, converted_type: converted, logical_type: logical }: SchemaElement,
): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell, converted === 'DATE' || logical?.type === 'DATE');
  if (typeof cell === 'number') return String(type === 'FLOAT' ? shortestSingle(cell) : cell);
  if (cell instanceof Uint8Array) return new TextDecoder().decode(cell);
  if (typeof cell === 'object') return JSON.stringify(cell, plainBigInts);
  return String(cell);
}

function dateText(date: Date, isDay: boolean): string {
  const text = date.toISOString();
  return isDay ? text.slice(0, 10) : text.replace('T', ' ').replace(/(\.000)?Z$/, '');
}

function plainBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function whole<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw damaged();
  }
}

/** The cells of the rows asked for, row by row. */
function readRows(options: Parameters<typeof parquetRead>[0] & { rowFormat?: 'array' }): Promise<Cell[][]> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(damaged());
    parquetRead({ ...options, rowFormat: 'array', onComplete: resolve }).catch(refuse);
  });
}

function refuseLarge({ row_groups: groups }: FileMetaData): void {
  const bytes = groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (bytes <= limits.unpackedBytes) return;
  throw new UserError(readWords().parquetTooLarge(limits.unpackedBytes / 1e9));
}

function damaged(): UserError {
  return new UserError(readWords().parquetDamaged);
}
