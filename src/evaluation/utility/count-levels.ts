import type { TypedColumn } from '../../engine/typed-table';

/** How often each present value occurs, most frequent first; null where there are more than `most` different ones. */
export function countLevels(column: TypedColumn, most: number): number[] | null {
  const counts = new Map<number, number>();
  const cells = column.type === 'numeric' ? column.values : column.codes;
  for (const cell of cells) {
    if (column.type === 'numeric' ? Number.isNaN(cell) : cell < 0) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    if (counts.size > most) return null;
  }
  return [...counts.values()].sort((a, b) => b - a);
}
