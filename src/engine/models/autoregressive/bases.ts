/** A dense matrix with one row per code. */
export interface Basis {
  readonly rows: number;
  readonly width: number;
  /** Row-major, rows × width. */
  readonly values: Float32Array;
  /** Numbers of the hat functions that it begins with, each set within the span of the next; absent: there are none. */
  readonly nested?: readonly number[];
}

/**
 * Hat functions over ordered codes: with t = code / (k − 1) · (n − 1), column q is max(0, 1 − |t − q|).
 * `rows` may exceed `ordered` (= k): the codes beyond it are off the line and have zero rows.
 */
export function hats(rows: number, ordered: number, n: number): Basis {
  const values = new Float32Array(rows * n);
  for (let code = 0; code < ordered; code++) {
    const t = ordered > 1 ? (code / (ordered - 1)) * (n - 1) : 0;
    for (let q = 0; q < n; q++) values[code * n + q] = Math.max(0, 1 - Math.abs(t - q));
  }
  return { rows, width: n, values };
}

/** One column for each code named, 1 at that code. */
export function indicators(rows: number, codes: readonly number[]): Basis {
  const values = new Float32Array(rows * codes.length);
  codes.forEach((code, column) => (values[code * codes.length + column] = 1));
  return { rows, width: codes.length, values };
}

/** Bases side by side. */
export function concatenateBases(rows: number, bases: readonly Basis[]): Basis {
  const width = bases.reduce((sum, basis) => sum + basis.width, 0);
  const values = new Float32Array(rows * width);
  let start = 0;
  for (const basis of bases) {
    for (let row = 0; row < rows; row++) {
      const source = basis.values.subarray(row * basis.width, (row + 1) * basis.width);
      values.set(source, row * width + start);
    }
    start += basis.width;
  }
  return { rows, width, values };
}

/** True where every row is the indicator of its own number: the product with it can be left out. */
export function isIdentity(basis: Basis): boolean {
  if (basis.rows !== basis.width) return false;
  for (let i = 0; i < basis.values.length; i++) {
    if (basis.values[i] !== (i % (basis.width + 1) === 0 ? 1 : 0)) return false;
  }
  return true;
}

/** For each code the column that is 1 at that code and 0 at every other, the last of them; -1 where there is none. */
export function indicatorColumns(basis: Basis): Int32Array {
  const { rows, width, values } = basis;
  const columns = new Int32Array(rows).fill(-1);
  for (let column = 0; column < width; column++) {
    let only = -1;
    let filled = 0;
    for (let row = 0; row < rows; row++) {
      if (values[row * width + column] === 0) continue;
      filled++;
      only = row;
    }
    if (filled === 1 && values[only * width + column] === 1) columns[only] = column;
  }
  return columns;
}
