/** What decides a column's place in the order of prediction. */
export interface OrderedColumn {
  /** Number of codes. */
  readonly size: number;
  /** Indices of the columns it must come after; there are no circles. */
  readonly after: readonly number[];
  /** Comes before all that are not: its real cells are known when the others are drawn. False when not said. */
  readonly isKept?: boolean;
  /** Comes after all that are not (factorise/loose-columns.ts). False when not said. */
  readonly isLoose?: boolean;
}

/**
 * Column indices: kept ones first, then those with the fewest codes, loose ones at the end, those with the fewest codes last. None
 * before those that it must come after.
 */
export function predictionOrder(columns: readonly OrderedColumn[]): number[] {
  const bySize = columns.map((_, index) => index);
  const stage = ({ isKept = false, isLoose = false }: OrderedColumn) => (isKept ? 0 : isLoose ? 2 : 1);
  const size = (column: OrderedColumn) => (stage(column) === 2 ? -column.size : column.size);
  bySize.sort((a, b) => {
    const [first, second] = [columns[a], columns[b]];
    return stage(first) - stage(second) || size(first) - size(second) || a - b;
  });
  const order = new Set<number>();
  const place = (index: number) => {
    if (order.has(index)) return;
    columns[index].after.forEach(place);
    order.add(index);
  };
  bySize.forEach(place);
  return [...order];
}
