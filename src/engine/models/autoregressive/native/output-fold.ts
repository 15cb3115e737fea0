import type { Basis } from '../bases';
import type { ColumnPlan } from '../plan';
import { type SparseRows, toSparseRows } from '../sparse-rows';

/** Another way to write a column's outputs: fewer of them for the same logits. */
export interface OutputFold {
  /** Number of outputs now. */
  readonly width: number;
  /** What each of the network's outputs adds to them. */
  readonly fold: SparseRows;
  /** Logits by these outputs; null: they are the logits. */
  readonly basis: Basis | null;
}

/** What an entry of a basis costs, where a weight of a hidden unit that is above 0 costs 1. */
const entryCost = 4;
/** Share of the hidden units that are above 0, roughly. */
const activeShare = 0.4;

/**
 * Finds the cheaper way to a column's logits: through those of its outputs whose span holds the others (the finest hat
 * functions and the single codes), or directly, with one output for each target.
 * @param units hidden units that the column sees
 */
export function foldOutputs({ output, outputWidth, targets }: ColumnPlan, units: number): OutputFold {
  if (!output) return { width: targets, fold: identity(outputWidth), basis: null };
  const direct = { width: targets, fold: toSparseRows(transposed(output)), basis: null };
  const spanning = foldNested(output);
  return spanning && cost(spanning, units) < cost(direct, units) ? spanning : direct;
}

function cost({ width, basis }: OutputFold, units: number): number {
  return activeShare * units * 4 * Math.ceil(width / 4) + (basis ? entryCost * countEntries(basis) : 0);
}

/**
 * Nested hat functions (see `Basis.nested`) written as the finest of them: a coarser one is a straight line between its
 * knots, hence the sum of the finest by its values at theirs. Null where there are no two.
 */
export function foldNested(basis: Basis): OutputFold | null {
  const { nested = [], width, rows } = basis;
  if (nested.length < 2) return null;
  const finest = nested[nested.length - 1];
  const coarser = nested.slice(0, -1).reduce((sum, n) => sum + n, 0);
  const kept = width - coarser;
  const values = new Float32Array(width * kept);
  let place = 0;
  for (const n of nested) {
    for (let q = 0; q < n; q++, place++) {
      for (let p = 0; p < finest; p++) {
        const value = 1 - Math.abs((p * (n - 1)) / (finest - 1) - q);
        if (value > 0) values[place * kept + p] = value;
      }
    }
  }
  for (; place < width; place++) values[place * kept + place - coarser] = 1;
  const left = new Float32Array(rows * kept);
  for (let row = 0; row < rows; row++) {
    left.set(basis.values.subarray(row * width + coarser, (row + 1) * width), row * kept);
  }
  return {
    width: kept,
    fold: toSparseRows({ rows: width, width: kept, values }),
    basis: { rows, width: kept, values: left },
  };
}

function identity(width: number): SparseRows {
  return {
    starts: Int32Array.from({ length: width + 1 }, (_, i) => i),
    columns: Int32Array.from({ length: width }, (_, i) => i),
    values: new Float32Array(width).fill(1),
  };
}

function transposed({ rows, width, values }: Basis): Basis {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) turned[column * rows + row] = values[row * width + column];
  }
  return { rows: width, width: rows, values: turned };
}

function countEntries({ values }: Basis): number {
  return values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
}
