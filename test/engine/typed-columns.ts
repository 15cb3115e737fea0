import type { ColumnKind, ColumnSchema } from '../../src/engine/schema';
import { plainIntegerFormat } from '../../src/engine/table';
import type { CategoricalColumn, NumericColumn, TypedColumn, TypedTable } from '../../src/engine/typed-table';

/** A schema with nothing chosen, for columns made in tests. */
function schemaOf(name: string, kind: ColumnKind, digits = 0): ColumnSchema {
  return {
    name,
    kind,
    role: 'keep',
    missingTokens: [''],
    numberFormat: { ...plainIntegerFormat, minFractionDigits: digits, maxFractionDigits: digits },
    dateFormat: kind === 'date' ? 'yyyy-MM-dd' : kind === 'datetime' ? 'yyyy-MM-dd HH:mm:ss' : null,
    why: 'Made for a test.',
    chosenByUser: false,
  };
}

export function numbers(
  name: string,
  values: Iterable<number>,
  digits = 0,
  kind?: ColumnKind,
): NumericColumn {
  const schema = schemaOf(name, kind ?? (digits > 0 ? 'decimal' : 'integer'), digits);
  return { type: 'numeric', schema, values: Float64Array.from(values) };
}

/** Null stands for a missing cell. */
export function texts(
  name: string,
  cells: readonly (string | null)[],
  kind: ColumnKind = 'category',
): CategoricalColumn {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)));
  return { type: 'categorical', schema: schemaOf(name, kind), codes, dictionary };
}

export function tableOf(...columns: TypedColumn[]): TypedTable {
  const [first] = columns;
  return { rowCount: first.type === 'numeric' ? first.values.length : first.codes.length, columns };
}

/** The texts of a categorical column, null where missing. */
export function cellsOf(column: TypedColumn): (string | null)[] {
  if (column.type === 'numeric') throw new Error('A numeric column has no texts.');
  return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]));
}

export function valuesOf(column: TypedColumn): Float64Array {
  if (column.type !== 'numeric') throw new Error('A categorical column has no numbers.');
  return column.values;
}
