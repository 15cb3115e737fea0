import type { BinnedColumn } from './bin-columns';
import type { Split } from './find-split';

/** A tree on binned columns, in flat arrays; node 0 is the root. */
export interface RegressionTree {
  /** The column that a node splits on; −1 for a leaf. */
  readonly columns: Int32Array;
  /** The left child; the right one is next to it. */
  readonly children: Int32Array;
  /** Where a node's part of `goesRight` begins: one entry per bin of its column, missing last. */
  readonly starts: Int32Array;
  readonly goesRight: Uint8Array;
  /** A leaf's weight; 0 for others. */
  readonly weights: Float64Array;
}

/** Binned columns row by row, so that a row's path through many trees stays in one place. */
export function packRows(columns: readonly BinnedColumn[], rowCount: number): Uint16Array {
  const packed = new Uint16Array(rowCount * columns.length);
  columns.forEach(({ codes }, column) => {
    for (let row = 0, at = column; row < rowCount; row++, at += columns.length) packed[at] = codes[row];
  });
  return packed;
}

/** Adds each row's leaf weight to `scores[row × stride + output]`; `packed` has `width` codes a row. */
export function addTreeScores(
  { columns, children, starts, goesRight, weights }: RegressionTree,
  packed: Uint16Array,
  width: number,
  scores: Float64Array,
  stride: number,
  output: number,
): void {
  for (let first = 0, at = output; at < scores.length; first += width, at += stride) {
    let node = 0;
    for (let column = columns[0]; column >= 0; column = columns[node]) {
      node = children[node] + goesRight[starts[node] + packed[first + column]];
    }
    scores[at] += weights[node];
  }
}

/** A tree while it grows: every node is a leaf until it is split. */
export class TreeBuilder {
  readonly #columns = [-1];
  readonly #children = [0];
  readonly #starts = [0];
  readonly #weights = [0];
  readonly #goesRight: number[] = [];

  /** The left child's number. */
  split(node: number, { column, goesRight }: Split): number {
    const child = this.#columns.length;
    this.#columns[node] = column;
    this.#children[node] = child;
    this.#starts[node] = this.#goesRight.length;
    this.#goesRight.push(...goesRight);
    this.#columns.push(-1, -1);
    this.#children.push(0, 0);
    this.#starts.push(0, 0);
    this.#weights.push(0, 0);
    return child;
  }

  end(leaf: number, weight: number): void {
    this.#weights[leaf] = weight;
  }

  finish(): RegressionTree {
    return {
      columns: Int32Array.from(this.#columns),
      children: Int32Array.from(this.#children),
      starts: Int32Array.from(this.#starts),
      goesRight: Uint8Array.from(this.#goesRight),
      weights: Float64Array.from(this.#weights),
    };
  }
}
