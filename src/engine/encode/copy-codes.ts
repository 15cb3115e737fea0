import { findCopyCandidates } from './copy-candidates';
import type { EncodedColumn } from './encode-table';
import { NumericCodec } from './numeric';

/** A column gets a code for "equals that earlier column" when at least this share of rows do. */
const smallestShare = 0.02;
const mostSources = 2;

/**
 * Finds, for columns coded in ranges, the earlier columns whose value they repeat, and gives those rows a target of
 * their own: equality across columns survives, which two independent draws from one range would lose.
 */
export function findCopySources(
  columns: readonly EncodedColumn[],
  order: readonly number[],
): EncodedColumn[] {
  const usable = order.filter((index) => repeats(columns[index]));
  const candidates = findCopyCandidates(columns, usable, smallestShare);
  return columns.map((column, index) => {
    const earlier = candidates.get(index) ?? [];
    return earlier.length === 0 || column.isKept ? column : withCopySources(column, index, columns, earlier);
  });
}

/** Columns with ranges of values, written as they are. */
function repeats(column: EncodedColumn): boolean {
  return (
    column.codec instanceof NumericCodec && column.relativeTo === null && column.codec.isAtom.includes(0)
  );
}

function withCopySources(
  column: EncodedColumn,
  index: number,
  columns: readonly EncodedColumn[],
  earlier: readonly number[],
): EncodedColumn {
  const target = column.base.slice();
  const sources: number[] = [];
  while (sources.length < mostSources) {
    let best = { count: smallestShare * target.length, source: -1 };
    for (const source of earlier) {
      const count = countEqual(column, columns[source], target);
      if (count > best.count) best = { count, source };
    }
    if (best.source < 0) break;
    markEqual(column, columns[best.source], target, column.codec.size + sources.length);
    sources.push(best.source);
  }
  return sources.length > 0
    ? { ...column, target, copySources: sources, references: sources.length }
    : columns[index];
}

/** True where a row's cell lies in a range, is not yet explained by a source and equals the source's. */
function isEqual(column: EncodedColumn, source: EncodedColumn, target: Int32Array, row: number): boolean {
  if (column.column.type !== 'numeric' || source.column.type !== 'numeric') return false;
  return (
    column.column.values[row] === source.column.values[row] &&
    target[row] < column.codec.size &&
    column.codec.isAtom[target[row]] === 0
  );
}

function countEqual(column: EncodedColumn, source: EncodedColumn, target: Int32Array): number {
  let count = 0;
  for (let row = 0; row < target.length; row++) if (isEqual(column, source, target, row)) count++;
  return count;
}

function markEqual(column: EncodedColumn, source: EncodedColumn, target: Int32Array, code: number): void {
  for (let row = 0; row < target.length; row++) if (isEqual(column, source, target, row)) target[row] = code;
}
