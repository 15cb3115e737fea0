import type { Column, Table } from '../../engine/table';
import { UserError } from '../../engine/errors';
import { decodeCell } from './byte-dictionary';
import { ColumnBuilder } from './column-builder';
import { makeColumnNames, positionNames } from './column-names';
import type { Layout } from './detect-dialect';
import type { ProblemLog } from './problem-log';
import type { RecordCells } from './tokenizer';

const mostColumns = 10_000;

/** Puts records into columns: the header first, then rows, each filled up or cut to the columns' number. */
export class TableBuilder {
  readonly #layout: Layout;
  readonly #log: ProblemLog;
  #preambleLeft: number;
  #names: string[] | null = null;
  #rawNames: readonly string[] = [];
  #builders: ColumnBuilder[] = [];
  #rowCount = 0;
  #line = 1;
  /** Empty lines of a one-column table that are cells only if a row follows. */
  #emptyLines = 0;

  constructor(layout: Layout, log: ProblemLog) {
    this.#layout = layout;
    this.#log = log;
    this.#preambleLeft = layout.dialect.preambleRecords ?? 0;
  }

  /** Takes the next record of the file. */
  add(record: RecordCells): void {
    this.#line = record.line;
    if (this.#preambleLeft > 0) this.#skipPreamble(record);
    else if (isBlankLine(record, this.#builders.length)) this.#emptyLines++;
    else if (this.#names === null) this.#begin(record);
    else this.#addRow(record);
  }

  /** The table. Throws UserError when there is none. */
  finish(): Table {
    if (this.#names === null)
      throw new UserError('The file holds no table: every line is empty. Choose another file.');
    if (this.#rowCount === 0) {
      throw new UserError(
        'The file has a header (line 1) and no rows under it: choose a file with rows, or set "no header" in the file\'s settings.',
      );
    }
    const columns: Column[] = [];
    for (const [index, builder] of this.#builders.entries()) columns.push(builder.finish(this.#names[index]));
    while (this.#endsInNothing(columns)) columns.pop();
    return { rowCount: this.#rowCount, columns };
  }

  /** True when the last column has neither name nor cells: delimiters end every line. */
  #endsInNothing(columns: readonly Column[]): boolean {
    const last = columns[columns.length - 1];
    const isNameless = !this.#layout.dialect.hasHeader || this.#rawNames[columns.length - 1] === '';
    return (
      columns.length > 1 &&
      isNameless &&
      last.storage === 'text' &&
      last.dictionary.every((text) => text === '')
    );
  }

  #skipPreamble(record: RecordCells): void {
    if (record.isBlank) return;
    this.#preambleLeft--;
    this.#log.add('preamble', record.line);
  }

  #begin(record: RecordCells): void {
    const { dialect, columnCount, hasRowNames, lastColumnIsEmpty } = this.#layout;
    const count = Math.max(columnCount, record.count + (hasRowNames ? 1 : 0));
    if (count - (lastColumnIsEmpty ? 1 : 0) > mostColumns) {
      throw new UserError(
        `Line ${record.line} has ${count.toLocaleString('en-US')} columns and Understudy reads at most ${mostColumns.toLocaleString('en-US')}: remove some, or check the delimiter in the file's settings.`,
      );
    }
    const repaired = () => this.#log.add('bad-encoding', this.#line);
    this.#builders = Array.from(
      { length: count },
      () => new ColumnBuilder(dialect.decimalSeparator, repaired),
    );
    if (!dialect.hasHeader) {
      this.#names = positionNames(count);
      this.#emptyLines = 0;
      this.#addRow(record);
      return;
    }
    this.#rawNames = readNames(record, count, hasRowNames);
    this.#names = this.#makeNames(record.line);
    this.#emptyLines = 0;
  }

  /** The nameless last column that a delimiter at the end of the header makes is no problem to report. */
  #makeNames(line: number): string[] {
    const raw = this.#rawNames;
    if (raw.length > 1 && raw[raw.length - 1] === '' && this.#layout.lastColumnIsEmpty) {
      const names = makeColumnNames(raw.slice(0, -1), line, this.#log);
      return [...names, `column_${raw.length}`];
    }
    return makeColumnNames(raw, line, this.#log);
  }

  #addRow(record: RecordCells): void {
    const builders = this.#builders;
    if (this.#emptyLines > 0) this.#addEmptyLines();
    const count = Math.min(record.count, builders.length);
    const { bytes, starts, ends } = record;
    for (let i = 0; i < count; i++) builders[i].add(bytes, starts[i], ends[i]);
    this.#rowCount++;
    if (record.count === builders.length) return;
    if (record.count > builders.length) {
      if (hasFilledCell(record, builders.length)) this.#log.add('long-row', record.line);
      return;
    }
    for (let i = count; i < builders.length; i++) builders[i].addEmpty();
    if (builders.length - count > 1 || !this.#layout.lastColumnIsEmpty)
      this.#log.add('short-row', record.line);
  }

  #addEmptyLines(): void {
    if (this.#builders.length === 1) {
      for (let i = 0; i < this.#emptyLines; i++) this.#builders[0].addEmpty();
      this.#rowCount += this.#emptyLines;
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

function readNames(record: RecordCells, count: number, hasRowNames: boolean): string[] {
  const names = Array.from({ length: record.count }, (_, i) =>
    decodeCell(record.bytes.subarray(record.starts[i], record.ends[i])),
  );
  if (hasRowNames) names.unshift('');
  while (names.length < count) names.push('');
  return names;
}
