/** What decides a column's place in the order of prediction. */
export interface OrderedColumn {
  /** Number of codes. */
  readonly size: number;
  /** Indices of the columns it must come after; there are no circles. */
  readonly after: readonly number[];
  /** Comes before all that are not: its real cells are known when the others are drawn. False when not said. */
  readonly isKept?: boolean;
}

/** Column indices, kept ones first, then those with the fewest codes, but none before those that it must come after. */
export function predictionOrder(columns: readonly OrderedColumn[]): number[] {
  const bySize = columns.map((_, index) => index);
  const isLater = (index: number) => Number(columns[index].isKept !== true);
  bySize.sort((a, b) => isLater(a) - isLater(b) || columns[a].size - columns[b].size || a - b);
  const order = new Set<number>();
  const place = (index: number) => {
    if (order.has(index)) return;
    columns[index].after.forEach(place);
    order.add(index);
  };
  bySize.forEach(place);
  return [...order];
}
