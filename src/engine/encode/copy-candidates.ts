import type { EncodedColumn } from './encode-table';
import { spacedRows } from './spaced-rows';

/** Rows looked at, fewer where there are many columns: about so many cells. */
const mostRows = 5_000;
const fewestRows = 200;
const cellsLookedAt = 2e6;

/**
 * For each of the columns the earlier ones that repeat its value often enough to be worth counting in full. Found by
 * looking values up row by row, as comparing every pair of ten thousand columns would take minutes.
 * @param usable indices of number columns in the order of prediction
 * @param leastShare of rows that a source must explain; half as many among those looked at make a candidate
 */
export function findCopyCandidates(
  columns: readonly EncodedColumn[],
  usable: readonly number[],
  leastShare: number,
): ReadonlyMap<number, readonly number[]> {
  const rows = rowsToLookAt(columns[0]?.base.length ?? 0, usable.length);
  const holders = Array.from(rows, () => new Map<number, number[]>());
  const least = Math.max(1, (leastShare / 2) * rows.length);
  const candidates = new Map<number, readonly number[]>();
  const counts = new Uint32Array(columns.length);
  usable.forEach((index, place) => {
    counts.fill(0);
    countHolders(columns[index], index, rows, holders, counts);
    candidates.set(
      index,
      usable.slice(0, place).filter((other) => counts[other] >= least),
    );
  });
  return candidates;
}

/** Counts, per column entered before, the rows in which it holds the value of this one; then enters this one. */
function countHolders(
  { column, codec, base }: EncodedColumn,
  index: number,
  rows: Uint32Array,
  holders: readonly Map<number, number[]>[],
  counts: Uint32Array,
): void {
  if (column.type !== 'numeric') return;
  rows.forEach((row, i) => {
    const value = column.values[row];
    if (Number.isNaN(value)) return;
    const others = holders[i].get(value);
    if (!others) holders[i].set(value, [index]);
    else {
      if (codec.isAtom[base[row]] === 0) for (const other of others) counts[other]++;
      others.push(index);
    }
  });
}

function rowsToLookAt(rowCount: number, columns: number): Uint32Array {
  const wanted = Math.max(fewestRows, Math.min(mostRows, Math.floor(cellsLookedAt / Math.max(1, columns))));
  return spacedRows(rowCount, wanted);
}
