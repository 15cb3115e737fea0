import { millisecondsPerDay } from './analyze/calendar';
import { defaultDateFormats, hasTimeFields, readDatePattern } from './analyze/date-pattern';
import { createDateFormatter } from './dates';
import type { ColumnSchema } from './schema';
import { formatNumber } from './table';
import type { TypedColumn } from './typed-table';

/**
 * A function from row to the cell's text as it is to stand in a file: numbers in the schema's format, dates in its pattern,
 * categories as they are; where missing, the first missing token, or nothing.
 */
export function createCellWriter(column: TypedColumn): (row: number) => string {
  const missing = column.schema.missingTokens[0] ?? '';
  if (column.type === 'categorical') {
    const { codes, dictionary } = column;
    return (row) => (codes[row] < 0 ? missing : dictionary[codes[row]]);
  }
  const { values } = column;
  const write = createValueWriter(column.schema);
  return (row) => (Number.isNaN(values[row]) ? missing : write(values[row]));
}

function createValueWriter(schema: ColumnSchema): (value: number) => string {
  const { kind, numberFormat } = schema;
  if (kind !== 'date' && kind !== 'datetime') return (value) => formatNumber(value, numberFormat);
  const format = schema.dateFormat ?? defaultDateFormats[kind];
  const write = createDateFormatter(format);
  const hasTime = hasTimeFields(readDatePattern(format));
  if (kind === 'date' && hasTime) return (days) => write(days * millisecondsPerDay);
  if (kind === 'datetime' && !hasTime)
    return (milliseconds) => write(Math.floor(milliseconds / millisecondsPerDay));
  return write;
}
