import * as arrow from 'apache-arrow';
import { UserError } from '../../engine/errors';
import type { Column, NumberColumn, NumberFormat, Table, TextColumn } from '../../engine/table';
import { shortestFractionDigits } from '../csv/number-cell';
import { shortestSingle } from '../shortest-single';
import { readWords } from '../words';

/** Key of a field's metadata under which a number column's format stands, as JSON. */
export const formatKey = 'understudy.format';

/**
 * The Arrow table as a table of ours: whole and floating numbers and decimals as numbers (null as an empty token),
 * everything else that has a text (dictionaries, booleans, dates, times, 64-bit numbers beyond 15 digits) as text.
 * Throws UserError for nested and binary columns, and for a table without rows.
 */
export function fromArrowTable(table: arrow.Table): Table {
  if (table.numRows === 0) throw new UserError(readWords().arrowNoRows);
  const columns = table.schema.fields.map((field, index): Column => {
    const vector = table.getChildAt(index);
    if (vector === null) throw new UserError(readWords().arrowColumnDamaged(index + 1));
    return readColumn(field, vector);
  });
  return { rowCount: table.numRows, columns };
}

function readColumn(field: arrow.Field, vector: arrow.Vector): Column {
  const numbers =
    arrow.DataType.isInt(field.type) || arrow.DataType.isFloat(field.type)
      ? readNumbers(field, vector)
      : null;
  return numbers ?? readTexts(field.name, vector, textOf(field));
}

/** Null when a whole number has more digits than a double keeps. */
function readNumbers(field: arrow.Field, vector: arrow.Vector): NumberColumn | null {
  const rowCount = vector.length;
  const values = new Float64Array(rowCount);
  const tokenCodes = new Uint8Array(rowCount);
  const tokens: string[] = [];
  const tokenOf = (text: string): number => {
    const known = tokens.indexOf(text);
    return known >= 0 ? known + 1 : tokens.push(text);
  };
  const isSingle = arrow.DataType.isFloat(field.type) && field.type.precision === arrow.Precision.SINGLE;
  for (let row = 0; row < rowCount; row++) {
    const cell: unknown = vector.get(row);
    const value = cell === null ? NaN : isSingle ? shortestSingle(Number(cell)) : Number(cell);
    if (typeof cell === 'bigint' && Math.abs(value) >= 1e15) return null;
    values[row] = Number.isFinite(value) ? value : NaN;
    if (!Number.isFinite(value)) tokenCodes[row] = tokenOf(cell === null ? '' : String(value));
  }
  const format = storedFormat(field) ?? formatOf(values);
  return {
    storage: 'number',
    name: field.name,
    values,
    tokenCodes: tokens.length > 0 ? tokenCodes : null,
    tokens,
    format,
  };
}

function formatOf(values: Float64Array): NumberFormat {
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value) && !Number.isNaN(value))
      most = Math.max(most, shortestFractionDigits(value));
  }
  return { minFractionDigits: 0, maxFractionDigits: most, decimalSeparator: '.' };
}

/** The format that toArrowTable left with the field. */
function storedFormat(field: arrow.Field): NumberFormat | null {
  const stored = field.metadata.get(formatKey);
  if (stored === undefined) return null;
  try {
    const format = JSON.parse(stored) as Partial<NumberFormat>;
    const { minFractionDigits: min, maxFractionDigits: max, decimalSeparator } = format;
    const isSound = isDigitCount(min) && isDigitCount(max) && min <= max;
    if (!isSound || (decimalSeparator !== '.' && decimalSeparator !== ',')) return null;
    return { minFractionDigits: min, maxFractionDigits: max, decimalSeparator };
  } catch {
    return null;
  }
}

function isDigitCount(digits: number | undefined): digits is number {
  return Number.isInteger(digits) && Number(digits) >= 0 && Number(digits) <= 100;
}

function readTexts(name: string, vector: arrow.Vector, toText: (cell: unknown) => string): TextColumn {
  const codes = new Int32Array(vector.length);
  const numbers = new Map<string, number>();
  for (let row = 0; row < vector.length; row++) {
    const cell: unknown = vector.get(row);
    const text = cell === null ? '' : toText(cell);
    let code = numbers.get(text);
    if (code === undefined) numbers.set(text, (code = numbers.size));
    codes[row] = code;
  }
  return { storage: 'text', name, codes, dictionary: [...numbers.keys()] };
}

/** How a cell of the field is written. Throws UserError for types that have no text. */
function textOf(field: arrow.Field): (cell: unknown) => string {
  let type: unknown = field.type;
  if (arrow.DataType.isDictionary(type)) type = type.dictionary;
  const { DataType } = arrow;
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isBool(type) || DataType.isInt(type))
    return String;
  if (DataType.isFloat(type)) return String;
  if (DataType.isNull(type)) return () => '';
  if (DataType.isDate(type)) return (cell) => isoText(cell).slice(0, 10);
  if (DataType.isTimestamp(type)) return isoDateTime;
  if (DataType.isDecimal(type)) {
    const { scale } = type;
    return (cell) => scaledText(String(cell), scale);
  }
  throw new UserError(readWords().arrowColumnType(field.name, String(field.type)));
}

function isoText(cell: unknown): string {
  return new Date(Number(cell)).toISOString();
}

/** Date and time of day, without a zero fraction of a second. */
function isoDateTime(cell: unknown): string {
  return isoText(cell)
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

/** The whole number of a decimal with its point put in. */
function scaledText(digits: string, scale: number): string {
  if (scale <= 0) return digits + '0'.repeat(-scale);
  const sign = digits.startsWith('-') ? '-' : '';
  const padded = digits.slice(sign.length).padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
