import type { TypedColumn } from '../../engine/typed-table';
import { findRows, indexRows } from '../privacy/exact-copies';
import type { Tally } from '../privacy/excess';

/**
 * Rows that occur more than once in their own table, all of a group counted, by every column given. Their share: range
 * 0 … 1; 1.0: no row is there only once. It grows with the table, so compare tables of one size. None without columns.
 */
export async function tallyDuplicates(
  columns: readonly TypedColumn[],
  rowCount: number,
  yieldControl: () => Promise<void>,
): Promise<Tally> {
  if (columns.length === 0) return { hits: 0, of: rowCount };
  const index = await indexRows(columns, rowCount, yieldControl);
  const firsts = await findRows(index, columns, rowCount, yieldControl);
  const occurrences = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) occurrences[firsts[row]]++;
  let hits = 0;
  for (let row = 0; row < rowCount; row++) if (occurrences[row] > 1) hits += occurrences[row];
  return { hits, of: rowCount };
}
