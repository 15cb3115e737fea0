import type { RandomStream } from '../random';

/** Items with how often each came; plain data. */
export interface WeightedList<T> {
  readonly items: readonly T[];
  /** Running sums of the weights; the last is the total. */
  readonly cumulative: readonly number[];
}

/** The counts as a list to draw from; items that came fewer than `least` times are left out. */
export function weighCounts<T>(counts: ReadonlyMap<T, number>, least = 1): WeightedList<T> {
  const items: T[] = [];
  const cumulative: number[] = [];
  let total = 0;
  for (const [item, count] of counts) {
    if (count < least) continue;
    items.push(item);
    cumulative.push((total += count));
  }
  return { items, cumulative };
}

/** An item with a chance in proportion to its weight; `otherwise` where the list is empty. */
export function drawFrom<T>({ items, cumulative }: WeightedList<T>, random: RandomStream, otherwise: T): T {
  return items.length === 0 ? otherwise : items[placeFrom(cumulative, random)];
}

/** A place in a list of running sums, which must not be empty, with a chance in proportion to its weight. */
export function placeFrom(cumulative: readonly number[], random: RandomStream): number {
  const target = random.float() * cumulative[cumulative.length - 1];
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function countOne<T>(counts: Map<T, number>, item: T, weight = 1): void {
  counts.set(item, (counts.get(item) ?? 0) + weight);
}
