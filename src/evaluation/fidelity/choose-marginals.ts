import type { RandomStream } from '../../engine/random';

const mostMarginals = 300;

/** All sets of k of the columns, or 300 different random ones. */
export function chooseMarginals(columns: number, k: 2 | 3, random: RandomStream): number[][] {
  if (countMarginals(columns, k) <= mostMarginals) return subsetsOf(columns, k);
  const chosen = new Map<string, number[]>();
  while (chosen.size < mostMarginals) {
    const set = new Set<number>();
    while (set.size < k) set.add(random.int(columns));
    const sorted = [...set].sort((a, b) => a - b);
    chosen.set(sorted.join(), sorted);
  }
  return [...chosen.values()];
}

/** How many sets of k columns there are. */
export function countMarginals(columns: number, k: 2 | 3): number {
  return k === 2 ? (columns * (columns - 1)) / 2 : (columns * (columns - 1) * (columns - 2)) / 6;
}

function subsetsOf(columns: number, k: number): number[][] {
  if (k === 0) return [[]];
  return subsetsOf(columns, k - 1).flatMap((some) => {
    const next = (some.at(-1) ?? -1) + 1;
    return Array.from({ length: columns - next }, (_, more) => [...some, next + more]);
  });
}
