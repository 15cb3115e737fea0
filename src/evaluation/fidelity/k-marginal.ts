import type { Figure } from '../evidence';
import { jackknifeFigure, jackknifeGroups } from '../group-jackknife';

/** A table's columns as small codes, all of one length. */
export type CodedColumns = readonly Int32Array[];

/** Sums of L1 distances over marginals, for a table whole and without each of its groups of rows. */
export class MarginalScore {
  #marginals = 0;
  readonly #sums = new Float64Array(jackknifeGroups + 1);
  readonly #training: CodedColumns;
  readonly #other: CodedColumns;
  readonly #levels: readonly number[];

  constructor(training: CodedColumns, other: CodedColumns, levels: readonly number[]) {
    this.#training = training;
    this.#other = other;
    this.#levels = levels;
  }

  /** Compares the joint distribution of the columns named; returns its own score. */
  add(columns: readonly number[]): number {
    const cells = columns.reduce((product, column) => product * this.#levels[column], 1);
    const real = countCells(this.#training, columns, this.#levels, 1, cells);
    const groups = countCells(this.#other, columns, this.#levels, jackknifeGroups, cells);
    const total = new Float64Array(cells);
    for (let at = 0; at < groups.length; at++) total[at % cells] += groups[at];
    const whole = l1Distance(real, total, new Float64Array(cells));
    this.#sums[jackknifeGroups] += whole;
    for (let group = 0; group < jackknifeGroups; group++) {
      this.#sums[group] += l1Distance(real, total, groups.subarray(group * cells, (group + 1) * cells));
    }
    this.#marginals++;
    return scoreOf(whole);
  }

  /**
   * k-marginal score: (2 − mean L1) · 500 over marginals, L1 the sum of the differences of the cells' shares. Range
   * 0 … 1000, higher is better; 1000: every marginal is the same, 0: none has a cell in common. NaN where none was added.
   * The interval is over the other table's rows (see group-jackknife). Source: NIST, SDNist k-marginal metric.
   */
  figure(): Figure {
    const scores = Array.from(this.#sums, (sum) => scoreOf(sum / this.#marginals));
    return jackknifeFigure(scores[jackknifeGroups], scores.slice(0, jackknifeGroups), [0, 1000]);
  }
}

function scoreOf(l1: number): number {
  return (2 - l1) * 500;
}

/** Rows by group (dealt out in turn) and cell. */
function countCells(
  coded: CodedColumns,
  columns: readonly number[],
  levels: readonly number[],
  groups: number,
  cells: number,
): Float64Array {
  const rows = coded[columns[0]].length;
  const cellOf = new Int32Array(rows);
  for (const column of columns) {
    const codes = coded[column];
    const width = levels[column];
    for (let row = 0; row < rows; row++) cellOf[row] = cellOf[row] * width + codes[row];
  }
  const counts = new Float64Array(groups * cells);
  for (let row = 0; row < rows; row++) counts[(row % groups) * cells + cellOf[row]]++;
  return counts;
}

/** Σ |p − q| of the real counts and of the other ones less some. */
function l1Distance(real: Float64Array, other: Float64Array, less: Float64Array): number {
  let [realRows, otherRows] = [0, 0];
  for (let cell = 0; cell < real.length; cell++) {
    realRows += real[cell];
    otherRows += other[cell] - less[cell];
  }
  let distance = 0;
  for (let cell = 0; cell < real.length; cell++) {
    distance += Math.abs(real[cell] / realRows - (other[cell] - less[cell]) / otherRows);
  }
  return distance;
}
