import type { CategoricalColumn, NumericColumn, TypedColumn } from '../../engine/typed-table';
import { rangeOf } from '../column-pairs/pair-codes';

/**
 * How far apart rows are. `manhattan`: the sum of the columns' gaps, another category counts 1 (as half of a one-hot's
 * L1). `squared euclidean`: the sum of the squared gaps, another category counts 2 (as a one-hot's).
 */
export type Metric = 'manhattan' | 'squared euclidean';

/**
 * The space in which rows are near or far. A gap is a number's difference as a share of the training range, 0 or 1 for
 * missing against missing or present. Numbers without a range count like categories of gap 1.
 */
export interface RowSpace {
  readonly metric: Metric;
  /** Column numbers, those that tell rows apart best first, so that a far row is given up early. */
  readonly categorical: readonly number[];
  readonly numeric: readonly number[];
  readonly lows: readonly number[];
  /** 1 / range; 0 where there is none. */
  readonly scales: readonly number[];
}

/** Rows placed in a space, row-major, ready to be scanned. */
export interface PlacedRows {
  readonly count: number;
  /** count × categorical columns. */
  readonly codes: Int32Array;
  /** count × numeric columns, 0 … 1 within the training range; NaN where missing. */
  readonly positions: Float32Array;
}

/** What another category adds to a distance. */
export function mismatchDistance({ metric }: RowSpace): number {
  return metric === 'manhattan' ? 1 : 2;
}

/** Makes the space of the training columns. */
export function makeRowSpace(training: readonly TypedColumn[], metric: Metric = 'manhattan'): RowSpace {
  const numbers = training.flatMap((column, index) =>
    column.type === 'numeric' ? [measureAxis(column, index)] : [],
  );
  const categories = training.flatMap((column, index) =>
    column.type === 'categorical' ? [{ index, spread: mismatchOf(column) }] : [],
  );
  numbers.sort((a, b) => b.spread - a.spread);
  categories.sort((a, b) => b.spread - a.spread);
  return {
    metric,
    categorical: categories.map((axis) => axis.index),
    numeric: numbers.map((axis) => axis.index),
    lows: numbers.map((axis) => axis.low),
    scales: numbers.map((axis) => axis.scale),
  };
}

/** Places the rows named, in that order. Categories must be on the training dictionary. */
export function placeRows(space: RowSpace, columns: readonly TypedColumn[], rows: Uint32Array): PlacedRows {
  const count = rows.length;
  const codes = new Int32Array(count * space.categorical.length);
  const positions = new Float32Array(count * space.numeric.length);
  space.categorical.forEach((index, at) => {
    const column = columns[index];
    if (column.type === 'categorical') placeCodes(codes, column.codes, rows, at, space.categorical.length);
  });
  space.numeric.forEach((index, at) => {
    const column = columns[index];
    if (column.type !== 'numeric') return;
    for (let i = 0; i < count; i++) {
      positions[i * space.numeric.length + at] = place(
        column.values[rows[i]],
        space.lows[at],
        space.scales[at],
      );
    }
  });
  return { count, codes, positions };
}

/** The placed rows numbered `from` … `to` − 1: a view, not a copy. */
export function sliceRows(rows: PlacedRows, from: number, to: number): PlacedRows {
  const categories = rows.codes.length / Math.max(1, rows.count);
  const numbers = rows.positions.length / Math.max(1, rows.count);
  return {
    count: to - from,
    codes: rows.codes.subarray(from * categories, to * categories),
    positions: rows.positions.subarray(from * numbers, to * numbers),
  };
}

/** Distance of two placed rows by the space's metric, or Infinity as soon as it is known not to be below `limit`. */
export function distanceBelow(
  limit: number,
  space: RowSpace,
  first: PlacedRows,
  firstRow: number,
  second: PlacedRows,
  secondRow: number,
): number {
  const categories = space.categorical.length;
  const numbers = space.numeric.length;
  const squared = space.metric !== 'manhattan';
  const mismatch = squared ? 2 : 1;
  let sum = 0;
  for (let c = 0, a = firstRow * categories, b = secondRow * categories; c < categories; c++) {
    if (first.codes[a + c] !== second.codes[b + c] && (sum += mismatch) >= limit) return Infinity;
  }
  for (let c = 0, a = firstRow * numbers, b = secondRow * numbers; c < numbers; c++) {
    const gap = Math.abs(first.positions[a + c] - second.positions[b + c]);
    if (gap >= 0) sum += squared ? gap * gap : gap;
    else if (Number.isNaN(first.positions[a + c]) !== Number.isNaN(second.positions[b + c])) sum++;
    if (sum >= limit) return Infinity;
  }
  return sum;
}

/**
 * Manhattan distance of two placed rows, and what each column adds to it: categorical columns first. Infinity, and the
 * gaps unfinished, as soon as it is known not to be below `limit`.
 */
export function columnGaps(
  gaps: Float64Array,
  limit: number,
  space: RowSpace,
  first: PlacedRows,
  firstRow: number,
  second: PlacedRows,
  secondRow: number,
): number {
  const categories = space.categorical.length;
  const numbers = space.numeric.length;
  let sum = 0;
  for (let c = 0, a = firstRow * categories, b = secondRow * categories; c < categories; c++) {
    gaps[c] = first.codes[a + c] === second.codes[b + c] ? 0 : 1;
    sum += gaps[c];
    if (sum >= limit) return Infinity;
  }
  for (let c = 0, a = firstRow * numbers, b = secondRow * numbers; c < numbers; c++) {
    let gap = Math.abs(first.positions[a + c] - second.positions[b + c]);
    if (Number.isNaN(gap)) {
      gap = Number.isNaN(first.positions[a + c]) === Number.isNaN(second.positions[b + c]) ? 0 : 1;
    }
    gaps[categories + c] = gap;
    sum += gap;
    if (sum >= limit) return Infinity;
  }
  return sum;
}

interface Axis {
  readonly index: number;
  readonly low: number;
  readonly scale: number;
  /** Mean distance from the middle of the values: how much of a distance this column tends to be. */
  readonly spread: number;
}

function measureAxis(column: NumericColumn, index: number): Axis {
  const { low, high } = rangeOf(column.values);
  if (!(high > low)) return { index, low, scale: 0, spread: 0 };
  const present = column.values.filter((value) => !Number.isNaN(value));
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const spread = present.reduce((sum, value) => sum + Math.abs(value - mean), 0) / present.length;
  return { index, low, scale: 1 / (high - low), spread: spread / (high - low) };
}

function place(value: number, low: number, scale: number): number {
  if (Number.isNaN(value) || scale > 0) return (value - low) * scale;
  return value === low ? 0 : 1;
}

/** Probability that two rows differ in the column. */
function mismatchOf(column: CategoricalColumn): number {
  const counts = new Float64Array(column.dictionary.length + 1);
  for (let row = 0; row < column.codes.length; row++) counts[column.codes[row] + 1]++;
  return 1 - counts.reduce((sum, count) => sum + (count / column.codes.length) ** 2, 0);
}

function placeCodes(out: Int32Array, codes: Int32Array, rows: Uint32Array, at: number, width: number): void {
  for (let i = 0; i < rows.length; i++) out[i * width + at] = codes[rows[i]];
}
