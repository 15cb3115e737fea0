import readWorkbookSheets, { type CellValue } from 'read-excel-file/universal';
import { UserError } from '../../engine/errors';
import { limits } from '../limits';
import { extractFromZip, listZip, type PackedFile } from '../packed/unzip';
import { readWords } from '../words';
import { extentOf } from './sheet-extent';
import { workbookWords } from './words';

/** A sheet of a workbook, its cells as texts; rows may differ in length. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

type Cell = CellValue<string> | null;

/**
 * The sheets of an Excel workbook (.xlsx, .xlsm): formulas and macros as the values they last had, dates as ISO 8601, numbers with the
 * digits the file has. Throws UserError for a damaged workbook, and for one that unpacks or reaches
 * farther than the limits.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<WorkbookSheet[]> {
  const parts = listZip(bytes);
  const unpacked = parts.reduce((sum, { byteCount }) => sum + byteCount, 0);
  if (unpacked > limits.workbookBytes) {
    throw new UserError(readWords().workbookTooLarge(limits.workbookBytes / 1e6));
  }
  for (const part of parts) if (/\.xml$/i.test(part.name)) checkExtent(bytes, part);
  const sheets = await readSheets(bytes);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: textsOf(data) }));
}

/** The reader fills the rows and cells that a sheet leaves out: they must not be more than memory holds. */
function checkExtent(bytes: Uint8Array, part: PackedFile): void {
  const { rows, columns } = extentOf(extractFromZip(bytes, part));
  if (rows * columns > limits.workbookCells)
    throw new UserError(workbookWords().tooFar(limits.workbookCells));
}

async function readSheets(bytes: Uint8Array<ArrayBuffer>) {
  try {
    return await readWorkbookSheets(bytes.buffer, { trim: false, parseNumber: shortenNumber });
  } catch {
    throw new UserError(readWords().workbookDamaged);
  }
}

/** Spreadsheets write 0.1 + 0.2 with 17 digits and show 15, as many as they count with. */
function shortenNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value) || !/[.eE]/.test(text)) return text;
  return String(Number(value.toPrecision(15)));
}

/** A column whose dates all lie at midnight holds days. */
function textsOf(data: readonly (readonly Cell[])[]): string[][] {
  const withTime = new Set<number>();
  for (const row of data)
    row.forEach((cell, column) => {
      if (cell instanceof Date && Math.round(cell.getTime() / 1000) % 86_400 !== 0) withTime.add(column);
    });
  return withBareTitles(data.map((row) => row.map((cell, column) => textOf(cell, withTime.has(column)))));
}

/** Titles and remarks above the table without the empty cells beside them, so that they are told from its header. */
function withBareTitles(rows: string[][]): string[][] {
  const isFilled = (cell: string) => cell !== '';
  const header = rows.findIndex((row) => row.filter(isFilled).length > 1);
  return rows.map((row, index) => (index < header ? row.slice(0, row.findLastIndex(isFilled) + 1) : row));
}

function textOf(cell: Cell, withTime: boolean): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  // Spreadsheets keep a time as a part of a day, to within some microseconds.
  const text = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  return withTime ? text.slice(0, 19).replace('T', ' ') : text.slice(0, 10);
}
