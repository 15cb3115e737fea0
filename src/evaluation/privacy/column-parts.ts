import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn, TypedTable } from '../../engine/typed-table';
import { comparableColumns, type AlignedTables } from '../align-tables';
import { type PlacedRows, placeRows, type RowSpace } from '../neighbours/row-space';

/** The comparable columns of each table, in one order. */
export interface ColumnParts {
  readonly training: readonly TypedColumn[];
  readonly synthetic: readonly TypedColumn[];
  /** Null where there are too few holdout rows. */
  readonly holdout: readonly TypedColumn[] | null;
}

/** Splits the comparable columns by table. */
export function splitColumns(tables: AlignedTables): ColumnParts {
  const columns = comparableColumns(tables);
  const held = columns.flatMap((column) => column.holdout ?? []);
  return {
    training: columns.map((column) => column.training),
    synthetic: columns.map((column) => column.synthetic),
    holdout: held.length > 0 && held.length === columns.length ? held : null,
  };
}

/** Random rows of a table, placed in a space. */
export interface RowSample {
  /** Row numbers, in random order. */
  readonly rows: Uint32Array;
  readonly placed: PlacedRows;
}

/** Draws so many rows at most. */
export function placeSample(
  space: RowSpace,
  columns: readonly TypedColumn[],
  rowCount: number,
  most: number,
  random: RandomStream,
): RowSample {
  const rows = permutation(rowCount, random).slice(0, most);
  return { rows, placed: placeRows(space, columns, rows) };
}

/** The comparable columns of each table as tables; null where there are too few holdout rows. */
export interface PartTables {
  readonly training: TypedTable;
  readonly synthetic: TypedTable;
  readonly holdout: TypedTable | null;
}

export function tablesOfParts(tables: AlignedTables): PartTables {
  const { training, synthetic, holdout } = splitColumns(tables);
  const { rows } = tables;
  return {
    training: { rowCount: rows.training, columns: training },
    synthetic: { rowCount: rows.synthetic, columns: synthetic },
    holdout: holdout && { rowCount: rows.holdout, columns: holdout },
  };
}
