import { isProse } from './cell-type';
import { countHeaderRows } from './detect-header';
import type { DialectChoice } from './dialect';
import { commonWidth, countWidths, type SampleTable } from './sample-table';

export interface TableShape {
  readonly preambleRecords: number;
  readonly headerRows: number;
  /** The header has no name for the first column, which names the rows. */
  readonly hasRowNames: boolean;
  readonly columnCount: number;
  /** Every record of the sample ends in a delimiter. */
  readonly lastColumnIsEmpty: boolean;
  /** Most rows begin with a text of several words. */
  readonly beginsWithProse: boolean;
}

/** Where the table begins in the sample, which of its records are the header, and how many columns it has. */
export function findShape(table: SampleTable, choice: DialectChoice): TableShape {
  const preambleRecords = choice.preambleRecords ?? countPreamble(table);
  const widths = table.widths.slice(preambleRecords);
  const rows = table.rows.slice(preambleRecords);
  const isShifted = hasNamesOfRows(widths, rows);
  const shiftedRows = isShifted && rows.length > 0 ? [['', ...rows[0]], ...rows.slice(1)] : rows;
  const headerRows = choice.headerRows ?? countHeaderRows(shiftedRows);
  return {
    preambleRecords,
    headerRows,
    hasRowNames: headerRows === 1 && isShifted,
    columnCount: countColumns(widths, rows, headerRows),
    beginsWithProse: beginsWithProse(rows.slice(headerRows)),
    lastColumnIsEmpty: table.emptyEndCount >= widths.length - headerRows,
  };
}

/** Records ahead of the table: titles with one filled cell, remarks after a `#`. */
function countPreamble(table: SampleTable): number {
  const width = commonWidth(table.widths);
  if (width < 2) return 0;
  const last = Math.min(table.rows.length - 1, 30);
  for (let i = 0; i < last; i++) {
    const filled = table.rows[i].filter((cell) => cell.trim() !== '').length;
    const isTitle = filled <= 1 && (table.widths[i] !== width || width > 2);
    if (i === 0 && isDeclaration(table.rows[0])) continue;
    const isRemark = table.widths[i] !== width && table.rows[i][0].startsWith('#');
    if (!isTitle && !isRemark) return i;
  }
  return 0;
}

/** `sep=;`, cut at its semicolon. */
function isDeclaration(cells: readonly string[]): boolean {
  return /^sep=.?$/i.test(cells[0]) && cells.slice(1).every((cell) => cell === '');
}

/** True when each row has one cell more than the header, and the first one is different in every row. */
function hasNamesOfRows(widths: readonly number[], rows: readonly string[][]): boolean {
  const body = rows.slice(1);
  return isOneShort(widths, rows) && new Set(body.map((row) => row[0])).size === body.length;
}

function isOneShort(widths: readonly number[], rows: readonly string[][]): boolean {
  if (widths.length === 0) return false;
  const bodyWidth = commonWidth(widths.slice(1));
  return bodyWidth === widths[0] + 1 && rows.slice(1).some((row) => row[bodyWidth - 1] !== '');
}

function countColumns(widths: readonly number[], rows: readonly string[][], headerRows: number): number {
  if (widths.length === 0) return 0;
  if (headerRows === 0) return usualWidth(widths);
  const headerWidth = Math.max(...widths.slice(0, headerRows));
  const bodyWidth = commonWidth(widths.slice(headerRows));
  const isTrailing = bodyWidth === headerWidth + 1 && !isOneShort(widths, rows);
  return isTrailing ? headerWidth : Math.max(headerWidth, bodyWidth);
}

function beginsWithProse(rows: readonly string[][]): boolean {
  return 2 * rows.filter(([cell]) => isProse(cell)).length > rows.length;
}

/** The greatest width that at least a twentieth of the records have. */
function usualWidth(widths: readonly number[]): number {
  let usual = commonWidth(widths);
  for (const [width, count] of countWidths(widths))
    if (width > usual && count * 20 >= widths.length) usual = width;
  return usual;
}
