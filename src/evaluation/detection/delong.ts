import type { Interval } from '../evidence';

/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * The variance of a ROC AUC over samples of both classes, after DeLong, DeLong & Clarke-Pearson, "Comparing the areas
 * under two or more correlated receiver operating characteristic curves", Biometrics 44 (1988), by ranks (Sun & Xu,
 * "Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters 21, 2014). NaN with fewer than two rows of a class.
 */
export function delongVariance(classes: ArrayLike<number>, scores: Float64Array): number {
  const all = midRanks(scores);
  const sides = [1, 0].map((side) => {
    const own = [...all.keys()].filter((row) => classes[row] === side);
    const within = midRanks(Float64Array.from(own, (row) => scores[row]));
    return { rows: own.length, placements: own.map((row, i) => all[row] - within[i]) };
  });
  return sides.reduce((sum, { rows, placements }, side) => {
    const others = sides[1 - side].rows;
    return sum + varianceOf(placements.map((placement) => placement / others)) / rows;
  }, 0);
}

/** The normal 95 % interval about a value, within its range (an AUC unless told otherwise). */
export function normalInterval(
  value: number,
  variance: number,
  [least, most]: readonly [number, number] = [0, 1],
): Interval {
  const half = z * Math.sqrt(variance);
  return { low: Math.max(least, value - half), high: Math.min(most, value + half) };
}

/** Unbiased. */
function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Ranks from 1 upwards; equal values share the mean of theirs. */
function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2;
  }
  return ranks;
}
