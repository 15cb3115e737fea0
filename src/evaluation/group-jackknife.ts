import type { Figure } from './evidence';

/** Rows are dealt out to so many groups. */
export const jackknifeGroups = 20;

/** The two-sided 95 % quantile of Student's t with 19 degrees of freedom. */
const t19 = 2.093024054408263;

/**
 * A figure with its 95 % interval by the delete-a-group jackknife: how it changes when each of 20 random groups of rows is
 * left out in turn. It says how far the figure would move with other rows of the same number, and nothing of a bias.
 * @param whole the figure on all rows
 * @param without the figure on all rows but one group's, for each group
 * @param range what the interval may not leave
 * @see Kott, "The delete-a-group jackknife", J. Official Stat. 17 (2001)
 */
export function jackknifeFigure(
  whole: number,
  without: readonly number[],
  range: readonly [number, number],
): Figure {
  if (![whole, ...without].every(Number.isFinite)) return { value: whole, interval: null };
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = t19 * Math.sqrt((squares * (without.length - 1)) / without.length);
  return {
    value: whole,
    interval: { low: Math.max(range[0], whole - half), high: Math.min(range[1], whole + half) },
  };
}

/**
 * The same for a figure computed from counts that are sums over rows: counts of each group, groups × cells.
 * @param figureOf computes the figure from counts and may not keep them
 */
export function jackknifeCounts(
  groups: Float64Array,
  cells: number,
  figureOf: (counts: Float64Array) => number,
  range: readonly [number, number],
): Figure {
  const total = new Float64Array(cells);
  for (let at = 0; at < groups.length; at++) total[at % cells] += groups[at];
  const counts = new Float64Array(cells);
  const without = Array.from({ length: groups.length / cells }, (_, group) => {
    for (let cell = 0; cell < cells; cell++) counts[cell] = total[cell] - groups[group * cells + cell];
    return figureOf(counts);
  });
  return jackknifeFigure(figureOf(total), without, range);
}
