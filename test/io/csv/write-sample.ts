import type { Dialect } from '../../../src/io/csv/dialect';
import { readTable, type ReadOptions } from '../../../src/io/read-table';
import { cellText, type Table } from '../../../src/engine/table';
import { encodeText } from './encode-text';

/** A plain writer for round trips: quotes what must be quoted, ends every record with a newline. */
export function writeRecords(records: readonly (readonly string[])[], dialect: Dialect): Uint8Array {
  const text = records
    .map(
      (record) =>
        record.map((cell) => writeCell(cell, dialect, record.length === 1)).join(dialect.delimiter) +
        dialect.newline,
    )
    .join('');
  return encodeText(
    dialect.hasByteOrderMark && dialect.encoding.startsWith('utf-') ? `\uFEFF${text}` : text,
    dialect.encoding,
  );
}

function writeCell(cell: string, { delimiter, quote, escape }: Dialect, isAlone: boolean): string {
  const special = [delimiter, delimiter[0], quote, '\n', '\r', ' ', '\\', '#'].some((mark) =>
    cell.includes(mark),
  );
  if (!special && (!isAlone || cell !== '')) return cell;
  const escaped =
    escape === 'double'
      ? cell.replaceAll(quote, quote + quote)
      : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

/** The bytes in pieces of the given sizes, taken in turn. */
export async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    await Promise.resolve();
    yield bytes.slice(at, (at += sizes[turn % sizes.length]));
  }
}

export function read(
  content: Uint8Array | string,
  options: Partial<ReadOptions> = {},
  sizes: readonly number[] = [1 << 20],
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readTable(inChunks(bytes, sizes), { byteCount: bytes.length, choice: {}, ...options });
}

export function rowsOf(table: Table): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => cellText(column, row)),
  );
}

export function namesOf(table: Table): string[] {
  return table.columns.map((column) => column.name);
}
