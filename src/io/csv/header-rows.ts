import { decodeCell } from './byte-dictionary';
import { isDrawnLine } from './detect-header';
import type { RecordCells } from './tokenizer';

/** The texts of one row of a header. */
export function readNames({ bytes, starts, ends, count }: RecordCells): string[] {
  return Array.from({ length: count }, (_, i) => decodeCell(bytes.subarray(starts[i], ends[i])));
}

/**
 * One name per column: what the rows say of it from top to bottom, with blanks between. In all rows but the last an empty
 * cell repeats the one to its left, as a group stands once above its columns; a drawn line says nothing.
 */
export function joinHeaderRows(rows: readonly (readonly string[])[], columnCount: number): string[] {
  if (rows.length === 1) return Array.from({ length: columnCount }, (_, i) => rows[0][i] ?? '');
  const speaking = rows.filter((row) => !isDrawnLine(row));
  const last = speaking.length - 1;
  const filled = speaking.map((row, i) => (i < last ? withGroupsSpread(row, columnCount) : row));
  return Array.from({ length: columnCount }, (_, i) =>
    filled
      .map((row) => (row[i] ?? '').trim())
      .filter((text) => text !== '')
      .join(' '),
  );
}

function withGroupsSpread(row: readonly string[], columnCount: number): string[] {
  let group = '';
  return Array.from({ length: columnCount }, (_, i) => {
    const text = (row[i] ?? '').trim();
    if (text !== '') group = text;
    return group;
  });
}

/** Knows the lines that say a table's header again, as files do that were put together from several. */
export class RepeatedHeader {
  readonly #cells: Uint8Array[];
  readonly #fewestCells: number;

  constructor({ bytes, starts, ends, count }: RecordCells) {
    this.#cells = Array.from({ length: count }, (_, i) => bytes.slice(starts[i], ends[i]));
    this.#fewestCells = Math.max(2, Math.ceil(count / 2));
  }

  /** True when the record's cells are the header's, where both have one, and are not too few to tell. */
  isRepeatedBy(record: RecordCells): boolean {
    if (!this.#isCell(record, 0)) return false;
    const count = Math.min(record.count, this.#cells.length);
    if (count < this.#fewestCells) return false;
    for (let i = 1; i < count; i++) if (!this.#isCell(record, i)) return false;
    return true;
  }

  #isCell({ bytes, starts, ends }: RecordCells, index: number): boolean {
    const cell = this.#cells[index];
    const start = starts[index];
    if (ends[index] - start !== cell.length) return false;
    for (let i = 0; i < cell.length; i++) if (bytes[start + i] !== cell[i]) return false;
    return true;
  }
}
