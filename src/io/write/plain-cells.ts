import type { TypedColumn } from '../../engine/typed-table';
import { isTrue, roundAsWritten, storedTypeOf } from './encoding';

/** A cell as languages write it: dates as ISO 8601 text, null where missing. */
export type PlainCell = string | number | boolean | null;

/** Reads a column's cells by row number. */
export function plainReader(column: TypedColumn): (row: number) => PlainCell {
  if (column.type === 'categorical') {
    const { codes, dictionary } = column;
    const values = storedTypeOf(column) === 'boolean' ? dictionary.map(isTrue) : dictionary;
    return (row) => (codes[row] < 0 ? null : values[codes[row]]);
  }
  const { values } = column;
  const write = writers[column.schema.kind] ?? asItIs;
  return (row) => (Number.isNaN(values[row]) ? null : write(roundAsWritten(values[row], column)));
}

const writers: Readonly<Record<string, ((value: number) => PlainCell) | undefined>> = {
  date: (days) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  datetime: (milliseconds) => new Date(milliseconds).toISOString().replace(/(\.000)?Z$/, ''),
};

function asItIs(value: number): PlainCell {
  return value;
}
