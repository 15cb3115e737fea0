import { remembered } from '../../evaluation/remembered';
import type { PairComparison } from '../../evaluation/report';
import type { HeatGrid } from './heat-cells';

/** Two columns and how far their relation is off. */
export interface RankedPair {
  readonly first: string;
  readonly second: string;
  /** Error of the pair, 0 … 1, and the held-out rows' own (null: too few of them). */
  readonly error: number;
  readonly holdoutError: number | null;
}

/** The errors of all pairs of different columns, as far as they are defined. */
export const pairErrors = remembered(({ names, error }: PairComparison): Float64Array => {
  const count = names.length;
  const errors = new Float64Array((count * (count - 1)) / 2);
  let found = 0;
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const own = error[first * count + second];
      if (!Number.isNaN(own)) errors[found++] = own;
    }
  }
  return errors.subarray(0, found);
});

/**
 * The `most` pairs of different columns that are furthest off, by falling error; pairs without a defined error are left
 * out. Of a wide table's hundreds of thousands only those are looked at twice.
 */
export function rankPairs(pairs: PairComparison, most: number): RankedPair[] {
  const { names, error, holdoutError } = pairs;
  const count = names.length;
  const least = errorReachedBy(pairErrors(pairs), most);
  const ranked: RankedPair[] = [];
  for (let first = 0; first < count; first++) {
    for (let second = first + 1; second < count; second++) {
      const cell = first * count + second;
      if (!(error[cell] >= least)) continue;
      const ruler = holdoutError?.[cell] ?? Number.NaN;
      ranked.push({
        first: names[first],
        second: names[second],
        error: error[cell],
        holdoutError: Number.isNaN(ruler) ? null : ruler,
      });
    }
  }
  return ranked.sort((a, b) => b.error - a.error).slice(0, most);
}

/** So many of the furthest pairs are kept. */
const mostRanked = 500;

/** The pairs that are furthest off, by falling error: the same list as long as the pairs are, as several parts of the page ask for it. */
export const furthestPairs = remembered((pairs: PairComparison) => rankPairs(pairs, mostRanked));

const errorSteps = 4096;

/** An error, 0 … 1, that at least `most` of them reach, and hardly more: by counting, as sorting them all holds the page. */
function errorReachedBy(errors: Float64Array, most: number): number {
  const stepOf = (error: number) => Math.min(errorSteps - 1, Math.floor(error * errorSteps));
  const counts = new Uint32Array(errorSteps);
  for (const error of errors) counts[stepOf(error)]++;
  let step = errorSteps - 1;
  for (let reached = counts[step]; step > 0 && reached < most; reached += counts[step]) step--;
  return step / errorSteps;
}

/** Indices of the `most` columns whose worst pair errors are largest, in the table's order; all when no more. */
export function worstColumns({ names, error }: PairComparison, most: number): number[] {
  const count = names.length;
  const all = names.map((_, index) => index);
  if (count <= most) return all;
  const worst = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const own = error[row * count + column];
      if (column !== row && own > worst[row]) worst[row] = own;
    }
  }
  const chosen = [...all].sort((a, b) => worst[b] - worst[a]).slice(0, most);
  return chosen.sort((a, b) => a - b);
}

/** The rows and columns named, of a square matrix of `count` columns; the diagonal left empty. */
export function cutGrid(matrix: Float64Array, count: number, kept: readonly number[]): HeatGrid {
  const size = kept.length;
  const values = new Float64Array(size * size);
  kept.forEach((row, y) => {
    kept.forEach((column, x) => {
      values[y * size + x] = row === column ? Number.NaN : matrix[row * count + column];
    });
  });
  return { rows: size, columns: size, values };
}

/** Cell by cell, the second grid minus the first. */
export function subtractGrids(first: HeatGrid, second: HeatGrid): HeatGrid {
  return { ...first, values: second.values.map((value, cell) => value - first.values[cell]) };
}
