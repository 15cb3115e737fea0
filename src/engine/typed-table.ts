import type { ColumnKind, ColumnSchema } from './schema';
import { mostFractionDigits } from './table';

/**
 * A table whose columns have been given their meaning by a schema. Models learn it, samplers make it,
 * metrics and charts compare two of them. Dropped columns are absent.
 */
export interface TypedTable {
  readonly rowCount: number;
  readonly columns: readonly TypedColumn[];
  /** As of the table it was made from (table.ts). */
  readonly sampledFrom?: number;
}

export type TypedColumn = NumericColumn | CategoricalColumn;

/** integer, decimal: the value. date: days since 1970-01-01. datetime: milliseconds since then (wall clock, no zone). */
export interface NumericColumn {
  readonly type: 'numeric';
  readonly schema: ColumnSchema;
  /** NaN where missing. */
  readonly values: Float64Array;
}

/** category, boolean, identifier, text. */
export interface CategoricalColumn {
  readonly type: 'categorical';
  readonly schema: ColumnSchema;
  /** Index into `dictionary`; -1 where missing. */
  readonly codes: Int32Array;
  /** Distinct, none of them a missing token. */
  readonly dictionary: readonly string[];
}

/** True where the cell is missing. */
export function isMissing(column: TypedColumn, row: number): boolean {
  return column.type === 'numeric' ? Number.isNaN(column.values[row]) : column.codes[row] < 0;
}

/** The rows named, in that order, as a table of its own. Dictionaries are shared. */
export function selectRows(table: TypedTable, rows: ArrayLike<number>): TypedTable {
  return {
    rowCount: rows.length,
    columns: table.columns.map((column) => selectColumnRows(column, rows)),
  };
}

/** The rows named, in that order. The dictionary is shared. */
export function selectColumnRows(column: TypedColumn, rows: ArrayLike<number>): TypedColumn {
  if (column.type === 'numeric') {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]];
    return { ...column, values };
  }
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]];
  return { ...column, codes };
}

/** The kept columns' names, in order. */
export function columnNames(table: TypedTable): string[] {
  return table.columns.map((column) => column.schema.name);
}

/** Of numbers that are written with an exponent: finer than any double but the very smallest needs. */
const finestResolution = 1e-300;

/** The column of that kind's resolution on the number line: whole days, milliseconds or 10^-digits. */
export function resolutionOf(schema: ColumnSchema): number {
  const kind: ColumnKind = schema.kind;
  const { maxFractionDigits } = schema.numberFormat;
  if (kind !== 'decimal') return 1;
  return maxFractionDigits < mostFractionDigits ? 10 ** -maxFractionDigits : finestResolution;
}
