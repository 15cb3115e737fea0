import { isMissing, type TypedColumn } from '../../engine/typed-table';

/**
 * MissingValueSimilarity: 1 minus the difference of two columns' shares of missing cells.
 * Range 0 … 1, higher is better. 1.0: equally many are missing.
 * Source: SDMetrics, single_column/statistical/missing_value_similarity.
 */
export function missingSimilarity(realShare: number, syntheticShare: number): number {
  return 1 - Math.abs(realShare - syntheticShare);
}

/** Share of the column's cells that are missing, 0 … 1; 0 for a column without rows. */
export function missingShareOf(column: TypedColumn): number {
  const rows = column.type === 'numeric' ? column.values.length : column.codes.length;
  let missing = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) missing++;
  return rows === 0 ? 0 : missing / rows;
}
