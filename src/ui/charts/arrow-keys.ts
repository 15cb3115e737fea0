/**
 * The index an arrow key leads to from `index` within 0 … `count` − 1: arrows by one, page keys by a tenth,
 * Home and End to the ends. Null for every other key.
 */
export function indexAfterKey(key: string, index: number, count: number): number | null {
  const page = Math.max(1, Math.round(count / 10));
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowDown: index + 1,
    ArrowLeft: index - 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
}

/** Row and column an arrow key leads to in a grid; null for every other key. */
export function cellAfterKey(
  key: string,
  cell: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | null {
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown' || key.startsWith('Page');
  const next = isVertical
    ? indexAfterKey(key, cell.row, size.rows)
    : indexAfterKey(key, cell.column, size.columns);
  if (next === null) return null;
  return isVertical ? { row: next, column: cell.column } : { row: cell.row, column: next };
}
