import { strToU8, Zip, ZipDeflate } from 'fflate';
import { UserError } from '../../engine/errors';
import type { TypedColumn, TypedTable } from '../../engine/typed-table';
import { type Bytes, noRowsError } from './encoding';
import { type PlainCell, plainReader } from './plain-cells';
import { columnLetters, escapeXml, workbookParts } from './workbook-parts';
import { writeWords } from '../words';

/** What one sheet holds at most, of which one row is the header ("Excel specifications and limits"). */
const mostRows = 1_048_576;
const mostColumns = 16_384;
const longestText = 32_767;
/** UTF-16 units gathered before they are compressed. */
const pieceLength = 1 << 16;

/**
 * A table as an Excel workbook of one sheet (Office Open XML, ECMA-376): numbers, true and false and dates from March 1900 on as such,
 * all else as text, which no spreadsheet runs. Memory is bounded by the largest chunk. Throws UserError when there is no
 * chunk, or more than a sheet holds.
 */
export async function* encodeExcel(chunks: AsyncIterable<TypedTable>): AsyncGenerator<Bytes> {
  const output = new ZipOutput();
  for (const [name, xml] of workbookParts) output.addFile(name, xml);
  let rowsWritten = 0;
  for await (const chunk of chunks) {
    if (rowsWritten === 0) output.begin('xl/worksheets/sheet1.xml', sheetStart + headerRow(chunk.columns));
    if (rowsWritten + chunk.rowCount >= mostRows) throw tooLong();
    output.write(rowsXml(chunk, rowsWritten + 2));
    rowsWritten += chunk.rowCount;
    yield* output.take();
  }
  if (rowsWritten === 0) throw noRowsError();
  output.end('</sheetData></worksheet>');
  yield* output.take();
}

const sheetStart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';

function headerRow(columns: readonly TypedColumn[]): string {
  if (columns.length > mostColumns) {
    throw new UserError(writeWords().sheetColumns(mostColumns, columns.length));
  }
  const cells = columns.map(({ schema }, c) => textCell(`${columnLetters(c)}1`, schema.name, ' s="3"'));
  return `<row r="1">${cells.join('')}</row>`;
}

function* rowsXml({ columns, rowCount }: TypedTable, firstNumber: number): Generator<string> {
  const writers = columns.map(cellWriter);
  for (let row = 0; row < rowCount; row++) {
    const number = firstNumber + row;
    yield `<row r="${number}">${writers.map((write) => write(row, number)).join('')}</row>`;
  }
}

function cellWriter(column: TypedColumn, index: number): (row: number, number: number) => string {
  const letters = columnLetters(index);
  const read = plainReader(column);
  const { kind } = column.schema;
  const isTime = kind === 'date' || kind === 'datetime';
  if (column.type === 'categorical' || !isTime) return (row, number) => cellXml(letters + number, read(row));
  const dayLength = kind === 'date' ? 1 : 86_400_000;
  const style = kind === 'date' ? 1 : 2;
  return (row, number) => {
    const serial = Math.round(column.values[row]) / dayLength + serialOf1970;
    return serial >= firstSoundSerial
      ? `<c r="${letters}${number}" s="${style}"><v>${serial}</v></c>`
      : cellXml(letters + number, read(row));
  };
}

/** Days that a spreadsheet counts to 1970-01-01. */
const serialOf1970 = 25_569;
/** 1900-03-01: before it, spreadsheets count a day that never was. */
const firstSoundSerial = 61;

function cellXml(at: string, cell: PlainCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return textCell(at, cell);
}

function textCell(at: string, text: string, style = ''): string {
  const kept = text.length > longestText ? text.slice(0, longestText) : text;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(kept)}</t></is></c>`;
}

function tooLong(): UserError {
  return new UserError(writeWords().sheetRows(mostRows - 1));
}

/** A ZIP archive that is written piece by piece. */
class ZipOutput {
  #ready: Bytes[] = [];
  #sheet: ZipDeflate | null = null;
  readonly #zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.#ready.push(Uint8Array.from(bytes));
  });

  addFile(name: string, text: string): void {
    const file = this.#open(name);
    file.push(strToU8(text), true);
  }

  begin(name: string, text: string): void {
    this.#sheet = this.#open(name);
    this.#sheet.push(strToU8(text));
  }

  write(texts: Iterable<string>): void {
    let gathered = '';
    for (const text of texts) {
      gathered += text;
      if (gathered.length < pieceLength) continue;
      this.#sheet?.push(strToU8(gathered));
      gathered = '';
    }
    this.#sheet?.push(strToU8(gathered));
  }

  end(text: string): void {
    this.#sheet?.push(strToU8(text), true);
    this.#zip.end();
  }

  *take(): Generator<Bytes> {
    yield* this.#ready;
    this.#ready = [];
  }

  /** Of no particular time: the same table gives the same bytes. */
  #open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = '1980-01-01T12:00:00';
    this.#zip.add(file);
    return file;
  }
}
