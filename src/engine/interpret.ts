import { isBooleanText } from './analyze/boolean-spellings';
import { millisecondsPerDay } from './analyze/calendar';
import { defaultDateFormats, hasTimeFields, readDatePattern } from './analyze/date-pattern';
import { createMissingTest } from './analyze/missing-tokens';
import { numberFormatOf, parseNumber, readNumber } from './analyze/parse-number';
import { createDateParser, detectDateFormat } from './dates';
import { coarsenColumn } from './sensitive/coarsen';
import { isNumericKind, type ColumnSchema, type TableSchema } from './schema';
import {
  formatNumber,
  plainIntegerFormat,
  type Column,
  type NumberColumn,
  type Table,
  type TextColumn,
} from './table';
import type { CategoricalColumn, NumericColumn, TypedColumn, TypedTable } from './typed-table';

export interface InterpretedColumn {
  readonly typed: TypedColumn;
  /** Cells that are neither missing nor fit the kind; they count as missing. */
  readonly notParsedCount: number;
  /** 0-based. */
  readonly firstNotParsedRow: number | null;
}

/**
 * Gives a column the meaning its schema says: the chosen kind always holds, and cells that do not fit are counted and become
 * missing. Blank cells are missing under every schema. What the schema wants coarser is coarser. A date kind without a pattern takes the one its cells show (the
 * typed column's schema says which). Number arrays may be shared with the table, never changed.
 */
export function interpretColumn(column: Column, schema: ColumnSchema): InterpretedColumn {
  const found = interpretCells(column, schema);
  return schema.coarsening ? { ...found, typed: coarsenColumn(found.typed) } : found;
}

function interpretCells(column: Column, schema: ColumnSchema): InterpretedColumn {
  if (!isNumericKind(schema.kind)) return interpretAsTexts(column, schema);
  const settled = withNumberFormat(column, withDateFormat(column, schema));
  return column.storage === 'number' ? interpretNumbers(column, settled) : interpretTexts(column, settled);
}

/** The table under its schema; columns whose role is `drop` are left out. */
export function interpretTable(table: Table, schema: TableSchema): TypedTable {
  const columns: TypedColumn[] = [];
  schema.columns.forEach((columnSchema, i) => {
    if (columnSchema.role !== 'drop') columns.push(interpretColumn(table.columns[i], columnSchema).typed);
  });
  return { ...table, columns };
}

/** Who chooses a date kind by hand knows that there are dates, if only a few. */
const leastShareOfDates = 0.05;

function withDateFormat(column: Column, schema: ColumnSchema): ColumnSchema {
  if ((schema.kind !== 'date' && schema.kind !== 'datetime') || schema.dateFormat !== null) return schema;
  const isMissing = createMissingTest(schema.missingTokens);
  const texts = distinctTexts(column).filter((text) => !isMissing(text));
  return {
    ...schema,
    dateFormat: detectDateFormat(texts, leastShareOfDates)?.format ?? defaultDateFormats[schema.kind],
  };
}

/** Texts that the user calls numbers, though they were taken for something else, are written as their cells show. */
function withNumberFormat(column: Column, schema: ColumnSchema): ColumnSchema {
  const { maxFractionDigits, decimalSeparator } = schema.numberFormat;
  const isPlain = maxFractionDigits === 0 && decimalSeparator === plainIntegerFormat.decimalSeparator;
  if (
    !isPlain ||
    !schema.chosenByUser ||
    column.storage === 'number' ||
    (schema.kind !== 'integer' && schema.kind !== 'decimal')
  )
    return schema;
  const isMissing = createMissingTest(schema.missingTokens);
  return { ...schema, numberFormat: numberFormatOf(column.dictionary.filter((text) => !isMissing(text))) };
}

/** Each text of the column once; numbers as they are written. */
function distinctTexts(column: Column): string[] {
  if (column.storage === 'text') return [...column.dictionary];
  const numbers = new Set(column.values);
  const texts = Array.from(numbers, (value) => formatNumber(value, column.format));
  return [...texts.filter((text) => text !== 'NaN'), ...column.tokens];
}

/** Counts cells that do not fit. */
class MisfitCount {
  count = 0;
  firstRow: number | null = null;

  add(row: number): void {
    this.count++;
    this.firstRow ??= row;
  }

  describe(typed: TypedColumn): InterpretedColumn {
    return { typed, notParsedCount: this.count, firstNotParsedRow: this.firstRow };
  }
}

/** What a text is to a column of numbers or dates: a value, NaN (missing) or null (does not fit). */
type CellReader = (text: string) => number | null;

function createCellReader(schema: ColumnSchema): CellReader {
  const isMissing = createMissingTest(schema.missingTokens);
  const readValue = createValueReader(schema);
  return (text) => {
    if (isMissing(text)) return Number.NaN;
    const value = readValue(text.trim());
    return Number.isFinite(value) ? value : null;
  };
}

/** Reads a filled cell's text as the column's number (days, milliseconds); NaN where it does not fit the kind. */
export function createValueReader(schema: ColumnSchema): (text: string) => number {
  const { kind, dateFormat, numberFormat } = schema;
  if (kind === 'decimal') return (text) => readNumber(text, numberFormat);
  if (kind === 'integer') {
    return (text) => {
      const value = readNumber(text, numberFormat);
      return Number.isInteger(value) ? value : Number.NaN;
    };
  }
  const format = dateFormat ?? '';
  const parse = createDateParser(format);
  const hasTime = hasTimeFields(readDatePattern(format));
  if (kind === 'date' && hasTime) return (text) => Math.floor(parse(text) / millisecondsPerDay);
  if (kind === 'datetime' && !hasTime) return (text) => parse(text) * millisecondsPerDay;
  return parse;
}

/** A text column as numbers or dates: each dictionary entry is read once. */
function interpretTexts(column: TextColumn, schema: ColumnSchema): InterpretedColumn {
  const entries = column.dictionary.map(createCellReader(schema));
  const misfits = new MisfitCount();
  const values = new Float64Array(column.codes.length);
  for (let row = 0; row < values.length; row++) {
    const value = entries[column.codes[row]];
    if (value === null) misfits.add(row);
    values[row] = value ?? Number.NaN;
  }
  const typed: NumericColumn = { type: 'numeric', schema, values };
  return misfits.describe(typed);
}

/** A number column as numbers (as they are) or dates (by the text of each different number). */
function interpretNumbers(column: NumberColumn, schema: ColumnSchema): InterpretedColumn {
  const readText = createCellReader(schema);
  const tokens = column.tokens.map(readText);
  const readNumber = createNumberReader(column, schema, readText);
  const misfits = new MisfitCount();
  let values = column.values;
  for (let row = 0; row < values.length; row++) {
    const token = column.tokenCodes?.[row] ?? 0;
    const value = token > 0 ? tokens[token - 1] : readNumber(column.values[row]);
    if (value === null) misfits.add(row);
    if (Object.is(value, values[row])) continue;
    if (values === column.values) values = column.values.slice();
    values[row] = value ?? Number.NaN;
  }
  const typed: NumericColumn = { type: 'numeric', schema, values };
  return misfits.describe(typed);
}

function createNumberReader(
  column: NumberColumn,
  schema: ColumnSchema,
  readText: CellReader,
): (value: number) => number | null {
  if (schema.kind === 'date' || schema.kind === 'datetime') {
    const known = new Map<number, number | null>();
    return (value) => {
      let read = known.get(value);
      if (read === undefined) known.set(value, (read = readText(formatNumber(value, column.format))));
      return read;
    };
  }
  const missing = new Set(
    schema.missingTokens.map((token) => parseNumber(token, column.format.decimalSeparator)),
  );
  const isWhole = schema.kind === 'integer';
  return (value) => {
    if (missing.has(value)) return Number.NaN;
    return isWhole && !Number.isInteger(value) && !Number.isNaN(value) ? null : value;
  };
}

/** Any column as category, boolean, identifier or text: by the texts of its cells, exactly as they stand. */
function interpretAsTexts(column: Column, schema: ColumnSchema): InterpretedColumn {
  const { codes, dictionary } = column.storage === 'text' ? column : writeNumbers(column);
  const isMissing = createMissingTest(schema.missingTokens);
  const fits = createFitTest(schema, dictionary, isMissing);
  const kept: string[] = [];
  const newCodes = Int32Array.from(dictionary, (text) => {
    if (isMissing(text)) return -1;
    return fits(text) ? kept.push(text) - 1 : -2;
  });
  const misfits = new MisfitCount();
  const result = new Int32Array(codes.length);
  for (let row = 0; row < result.length; row++) {
    const code = newCodes[codes[row]];
    if (code === -2) misfits.add(row);
    result[row] = Math.max(code, -1);
  }
  const typed: CategoricalColumn = { type: 'categorical', schema, codes: result, dictionary: kept };
  return misfits.describe(typed);
}

/** Two texts are a boolean whatever they say; of more, only known spellings of no and yes fit. */
function createFitTest(
  schema: ColumnSchema,
  dictionary: readonly string[],
  isMissing: (text: string) => boolean,
): (text: string) => boolean {
  const isTwoValued = () => dictionary.filter((text) => !isMissing(text)).length <= 2;
  return schema.kind === 'boolean' && !isTwoValued() ? isBooleanText : () => true;
}

/** A number column as codes into the texts of its different cells. */
function writeNumbers(column: NumberColumn): { codes: Int32Array; dictionary: string[] } {
  const codes = new Int32Array(column.values.length);
  const known = new Map<string, number>();
  const codeOfText = (text: string): number => {
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = known.size));
    return code;
  };
  const codeOfNumber = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const token = column.tokenCodes?.[row] ?? 0;
    const value = column.values[row];
    let code = token > 0 ? codeOfText(column.tokens[token - 1]) : codeOfNumber.get(value);
    if (code === undefined) {
      code = codeOfText(formatNumber(value, column.format));
      codeOfNumber.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, dictionary: [...known.keys()] };
}
