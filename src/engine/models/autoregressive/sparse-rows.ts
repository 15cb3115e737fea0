import type { Basis } from './bases';
import type { ColumnPlan } from './plan';

/** A basis by its entries that are not 0, row by row (compressed sparse rows). */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** A column's inputs by code; copies come besides. */
export function sparseInputs({ input }: ColumnPlan): SparseRows {
  return toSparseRows(input);
}

/** The entries of a dense matrix that are not 0. */
export function toSparseRows(basis: Basis): SparseRows {
  const starts = new Int32Array(basis.rows + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < basis.rows; row++) {
    for (let column = 0; column < basis.width; column++) {
      const value = basis.values[row * basis.width + column];
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts[row + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}
