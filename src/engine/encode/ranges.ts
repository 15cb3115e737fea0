import type { TypedTable } from '../typed-table';

/** Smallest and largest value of each number column, null for others: of all rows, the holdout's too. */
export type Ranges = readonly ({ readonly minimum: number; readonly maximum: number } | null)[];

export function rangesOf(table: TypedTable): Ranges {
  return table.columns.map((column) => {
    if (column.type !== 'numeric') return null;
    let minimum = Number.POSITIVE_INFINITY;
    let maximum = Number.NEGATIVE_INFINITY;
    for (const value of column.values) {
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
    return minimum <= maximum ? { minimum, maximum } : null;
  });
}
