import type { Column, Table } from '../../engine/table';
import { UserError } from '../../engine/errors';
import { ColumnBuilder } from './column-builder';
import { makeColumnNames, positionNames } from './column-names';
import type { Layout } from './detect-dialect';
import type { ProblemLog } from './problem-log';
import { joinHeaderRows, readNames, RepeatedHeader } from './header-rows';
import { HeldLines } from './held-lines';
import { RowSample } from './row-sample';
import type { RecordCells } from './tokenizer';
import { WaitingRows } from './waiting-rows';
import { lineWords } from '../words';

const mostColumns = 10_000;
const cellsBetweenChecks = 1_000_000;
const encoder = new TextEncoder();

/**
 * Puts records into columns: the header first, then rows, each filled up or cut to the columns' number. What stands
 * above the table and beneath it, and lines that repeat the header, are left out and noted.
 */
export class TableBuilder {
  readonly #layout: Layout;
  readonly #log: ProblemLog;
  readonly #absent: readonly Uint8Array[];
  #preambleLeft: number;
  #headerLeft: number;
  readonly #headerRows: string[][] = [];
  #header: RepeatedHeader | null = null;
  #names: string[] | null = null;
  #rawNames: readonly string[] = [];
  readonly #held: HeldLines;
  #builders: ColumnBuilder[] = [];
  #waiting = new WaitingRows(0);
  /** Of the waiting rows those with a cell that is no UTF-8, once for each. */
  #repairedRows: number[] = [];
  /** Of a table that is larger than this, rows are drawn. */
  readonly #mostBytes: number;
  readonly #sample = new RowSample();
  #rowCount = 0;
  #nextCheck = 0;
  #headerLine = 1;
  /** Empty lines of a one-column table that are cells only if a row follows. */
  #emptyLines = 0;

  /** `missingTokens` are no numbers, whatever they look like. Of a table of more than `mostBytes` rows are drawn. */
  constructor(layout: Layout, log: ProblemLog, missingTokens: readonly string[], mostBytes: number) {
    this.#mostBytes = mostBytes;
    this.#layout = layout;
    this.#log = log;
    this.#absent = missingTokens.map((token) => encoder.encode(token));
    this.#preambleLeft = layout.dialect.preambleRecords;
    this.#headerLeft = layout.dialect.headerRows;
    this.#held = new HeldLines(layout.columnCount > 2 && !layout.beginsWithProse);
  }

  /** Takes the next record of the file. */
  add(record: RecordCells): void {
    if (this.#preambleLeft > 0) this.#skipPreamble(record);
    else if (isBlankLine(record, this.#builders.length)) this.#emptyLines++;
    else if (this.#names === null) this.#begin(record);
    else if (this.#header?.isRepeatedBy(record) === true) this.#log.add('repeated-header', record.line);
    else if (record.count === 1 && this.#builders.length > 1) this.#hold(record);
    else this.#addRow(record);
  }

  /** Puts the rows that wait into columns: the bytes of the records taken so far may change after it. */
  settle(): void {
    const waiting = this.#waiting;
    if (waiting.count === 0) return;
    this.#builders.forEach((builder, column) => builder.addRows(waiting, column));
    for (const row of this.#repairedRows.sort((a, b) => a - b))
      this.#log.add('bad-encoding', waiting.lines[row]);
    this.#repairedRows = [];
    waiting.count = 0;
  }

  /** The table. Throws UserError when there is none. */
  finish(): Table {
    if (this.#names === null && this.#headerRows.length > 0) this.#nameColumns();
    for (const { line } of this.#held.takeFooter()) this.#log.add('footer', line);
    this.#releaseHeld();
    this.settle();
    if (this.#names === null) throw new UserError(lineWords().noTable);
    if (this.#rowCount === 0) {
      throw new UserError(lineWords().headerOnly);
    }
    const columns: Column[] = [];
    for (const [index, builder] of this.#builders.entries()) columns.push(builder.finish(this.#names[index]));
    while (columns.length > 1 && this.#endsInNothing(columns)) columns.pop();
    const { seen } = this.#sample;
    return { rowCount: this.#rowCount, columns, ...(seen > this.#rowCount && { sampledFrom: seen }) };
  }

  /** True when the last column has neither name nor cells: delimiters end every line. */
  #endsInNothing(columns: readonly Column[]): boolean {
    const last = columns[columns.length - 1];
    const isNameless = this.#layout.dialect.headerRows === 0 || this.#rawNames[columns.length - 1] === '';
    return isNameless && last.storage === 'text' && last.dictionary.every((text) => text === '');
  }

  #skipPreamble(record: RecordCells): void {
    if (record.isBlank) return;
    this.#preambleLeft--;
    this.#log.add('preamble', record.line);
  }

  #begin(record: RecordCells): void {
    const { headerRows } = this.#layout.dialect;
    if (this.#headerLeft > 0) this.#headerRows.push(readNames(record));
    if (this.#headerLeft === headerRows) this.#makeBuilders(record);
    if (this.#headerLeft === 1) this.#header = new RepeatedHeader(record);
    this.#headerLeft--;
    if (this.#headerLeft > 0) return;
    this.#nameColumns();
    this.#emptyLines = 0;
    if (headerRows === 0) this.#addRow(record);
  }

  #makeBuilders({ count: cellCount, line }: RecordCells): void {
    const { dialect, columnCount, hasRowNames, lastColumnIsEmpty } = this.#layout;
    const count = Math.max(columnCount, cellCount + (hasRowNames ? 1 : 0));
    if (count - (lastColumnIsEmpty ? 1 : 0) > mostColumns) {
      throw new UserError(lineWords().tooManyColumns(line, count, mostColumns));
    }
    this.#headerLine = line;
    const repaired = (row: number) => this.#repairedRows.push(row);
    this.#waiting = new WaitingRows(count);
    this.#builders = Array.from(
      { length: count },
      () => new ColumnBuilder(dialect.decimalSeparator, repaired, this.#absent),
    );
  }

  #nameColumns(): void {
    const count = this.#builders.length;
    if (this.#headerRows.length === 0) {
      this.#names = positionNames(count);
      return;
    }
    const shift = this.#layout.hasRowNames ? [''] : [];
    this.#rawNames = joinHeaderRows(
      this.#headerRows.map((row) => [...shift, ...row]),
      count,
    );
    this.#names = this.#makeNames();
  }

  /** The nameless last column that a delimiter at the end of the header makes is no problem to report. */
  #makeNames(): string[] {
    const raw = this.#rawNames;
    if (raw.length > 1 && raw[raw.length - 1] === '' && this.#layout.lastColumnIsEmpty) {
      const names = makeColumnNames(raw.slice(0, -1), this.#headerLine, this.#log);
      return [...names, `column_${raw.length}`];
    }
    return makeColumnNames(raw, this.#headerLine, this.#log);
  }

  /** A line of one cell may belong to what stands beneath the table: the next record, or the end, will tell. */
  #hold(record: RecordCells): void {
    if (!this.#held.hold(record, this.#emptyLines > 0)) this.#addRow(record);
  }

  #releaseHeld(): void {
    for (const record of this.#held.take()) this.#addRow(record);
  }

  #addRow(record: RecordCells): void {
    const builders = this.#builders;
    if (this.#held.count > 0) this.#releaseHeld();
    if (this.#emptyLines > 0) this.#addEmptyLines();
    const count = Math.min(record.count, builders.length);
    const { starts, ends } = record;
    if (this.#sample.takes()) {
      if (!this.#waiting.hasRoomFor(record)) this.settle();
      this.#waiting.add(record);
      if (++this.#rowCount >= this.#nextCheck) this.#stayWithinBytes();
    }
    if (starts[0] === ends[0] && count > 1 && !hasFilledCell(record, 0))
      this.#log.add('empty-row', record.line);
    if (record.count === builders.length) return;
    if (record.count > builders.length) {
      if (hasFilledCell(record, builders.length)) this.#log.add('long-row', record.line);
      return;
    }
    if (builders.length - count > 1 || !this.#layout.lastColumnIsEmpty)
      this.#log.add('short-row', record.line);
  }

  #stayWithinBytes(): void {
    this.settle();
    const held = () => this.#builders.reduce((sum, builder) => sum + builder.byteCount, 0);
    while (this.#rowCount > 1 && held() > this.#mostBytes) {
      const kept = this.#sample.halve(this.#rowCount);
      for (const builder of this.#builders) builder.keepRows(kept);
      this.#rowCount = kept.length;
    }
    this.#nextCheck = this.#rowCount + Math.max(1, Math.floor(cellsBetweenChecks / this.#builders.length));
  }

  #addEmptyLines(): void {
    if (this.#builders.length === 1) {
      this.settle();
      for (let i = 0; i < this.#emptyLines; i++) {
        if (!this.#sample.takes()) continue;
        this.#builders[0].addEmpty();
        this.#rowCount++;
      }
    }
    this.#emptyLines = 0;
  }
}

/** A line without cells: empty or, where there are several columns, blanks alone. */
function isBlankLine(record: RecordCells, columnCount: number): boolean {
  if (record.isBlank) return true;
  if (record.count > 1 || columnCount === 1) return false;
  const { bytes, starts, ends } = record;
  for (let i = starts[0]; i < ends[0]; i++) if (bytes[i] !== 32 && bytes[i] !== 9) return false;
  return starts[0] < ends[0];
}

function hasFilledCell(record: RecordCells, from: number): boolean {
  for (let i = from; i < record.count; i++) if (record.ends[i] > record.starts[i]) return true;
  return false;
}
