import type { TypedColumn } from '../../typed-table';
import { CategoricalCodec } from '../categorical';
import type { EncodedColumn } from '../encode-table';
import { NumericCodec } from '../numeric';
import { PresenceCodec } from '../presence';
import type { MeasuredColumn, MeasuredTable } from './measure-columns';
import { cutCategories, cutPresence } from './private-categories';
import { codesAsCells, type PrivateColumn } from './private-column';
import { type CellOptions, cutNumbers } from './private-numbers';

/** The codes of every column: what is known of them hangs on the noisy counts alone. */
export function cutColumns({ columns, rows }: MeasuredTable, sigma: number, cells: number): PrivateColumn[] {
  return columns.map((column) => cutColumn(column, { rows, sigma, cells }));
}

function cutColumn(measured: MeasuredColumn, options: CellOptions): PrivateColumn {
  if (measured.type === 'numbers') return cutNumbers(measured, options);
  if (measured.type === 'categories') return cutCategories(measured, options);
  if (measured.type === 'presence') return cutPresence(measured, options);
  return codesAsCells(
    new PresenceCodec(Int32Array.of(0)),
    Float64Array.of(options.rows),
    Float64Array.of(Number.POSITIVE_INFINITY),
  );
}

/** The rows' own codes, one row at a time: private, for nothing but counting with noise and training with it. */
export function encodeRows(column: TypedColumn, { codec, missingAs, unknownAs }: PrivateColumn): Int32Array {
  if (codec.size === 1)
    return new Int32Array(column.type === 'numeric' ? column.values.length : column.codes.length);
  if (codec instanceof NumericCodec && column.type === 'numeric') {
    return Int32Array.from(column.values, (value) =>
      Number.isNaN(value) ? missingAs : codec.encode(codec.round(codec.clamp(value))),
    );
  }
  if (column.type !== 'categorical') throw new Error('A numeric column needs a numeric codec.');
  if (!(codec instanceof CategoricalCodec)) return column.codes.map((entry) => (entry < 0 ? missingAs : 0));
  const known = new Map(codec.labels.map((label, code) => [label, code]));
  const codeOf = column.dictionary.map((label) => known.get(label) ?? unknownAs);
  return column.codes.map((entry) => (entry < 0 ? missingAs : codeOf[entry]));
}

/** A column of a synthetic table: its codec and its schema, without rows. */
export function emptyColumn({ schema, type }: TypedColumn, { codec }: PrivateColumn): EncodedColumn {
  const none = new Int32Array(0);
  const labels = codec instanceof CategoricalCodec ? codec.labels : [];
  return {
    column:
      type === 'numeric'
        ? { type, schema, values: new Float64Array(0) }
        : { type, schema, codes: none, dictionary: labels },
    codec,
    base: none,
    counts: new Float64Array(codec.size),
    target: none,
    references: 0,
    copySources: [],
    relativeTo: null,
    sum: null,
  };
}
