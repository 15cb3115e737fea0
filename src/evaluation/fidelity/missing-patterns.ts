import { isMissing, type TypedColumn } from '../../engine/typed-table';

/** Patterns kept apart, the most frequent first; the rest are counted together. */
const mostPatterns = 100;
/** Patterns of fewer rows, all tables together, are among the rest: by themselves they would be a matter of chance. */
const leastShare = 0.001;

/**
 * Counts which cells are missing together: per table the rows of each pattern, the most frequent first, 100 at most, all others
 * as one at the end. The total variation distance of two tables' counts is the missing-pattern distance: range 0 … 1, lower
 * is better; 0: the same cells are missing together as often. Exact, in one pass over each column.
 * @param tables each with the same columns
 * @returns null where no cell of any table is missing
 */
export async function countMissingPatterns(
  tables: readonly (readonly TypedColumn[])[],
  rowCounts: readonly number[],
  yieldControl: () => Promise<void>,
): Promise<Float64Array[] | null> {
  const patterns = rowCounts.map((rows) => new Int32Array(rows));
  const columns = tables[0].length;
  let count = 1;
  let anyMissing = false;
  for (let column = 0; column < columns; column++) {
    const cells = tables.map((table) => table[column]);
    if (cells.some((own, table) => hasMissing(own, rowCounts[table]))) {
      count = splitPatterns(patterns, cells, count);
      anyMissing = true;
    }
    await yieldControl();
  }
  if (!anyMissing) return null;
  return keepLargest(
    patterns.map((rows) => {
      const own = new Float64Array(count);
      for (let row = 0; row < rows.length; row++) own[rows[row]]++;
      return own;
    }),
  );
}

function hasMissing(column: TypedColumn, rows: number): boolean {
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) return true;
  return false;
}

/** Splits each pattern by whether the column is missing; returns how many there are now. */
function splitPatterns(
  patterns: readonly Int32Array[],
  columns: readonly TypedColumn[],
  count: number,
): number {
  const renamed = new Int32Array(2 * count).fill(-1);
  let next = 0;
  patterns.forEach((rows, table) => {
    for (let row = 0; row < rows.length; row++) {
      const key = 2 * rows[row] + (isMissing(columns[table], row) ? 1 : 0);
      if (renamed[key] < 0) renamed[key] = next++;
      rows[row] = renamed[key];
    }
  });
  return next;
}

function keepLargest(counts: readonly Float64Array[]): Float64Array[] {
  const totals = counts[0].map((_, pattern) => counts.reduce((sum, own) => sum + own[pattern], 0));
  const rows = totals.reduce((sum, total) => sum + total, 0);
  const order = Array.from(totals, (_, pattern) => pattern).sort((a, b) => totals[b] - totals[a]);
  const frequent = order.filter((pattern) => totals[pattern] >= Math.max(2, leastShare * rows));
  const kept = Math.min(frequent.length, mostPatterns);
  return counts.map((own) => {
    const largest = new Float64Array(kept + 1);
    order.forEach((pattern, rank) => (largest[Math.min(rank, kept)] += own[pattern]));
    return largest;
  });
}
