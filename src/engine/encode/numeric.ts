import type { RandomStream } from '../random';
import type { CodeSet } from './code-set';
import { findGrid, type Grid } from './grid';

export interface NumericCodecOptions {
  /** Most codes without an own value ("cells"). */
  readonly cells: number;
  /** The outermost cells are halved while each piece keeps so many rows. */
  readonly rowsPerTailCell: number;
}

/** All values are kept as codes of their own when there are no more than this, */
const mostAtoms = 130;
/** and each is held by so many rows on average. */
const rowsPerAtom = 8;
const mostCells = 130;
const fewestCells = 16;
/** Small tables get coarser cells, and no finer tails, lest a cell tell of a single row. */
const rowsPerCell = 33;
const smallTable = 5_000;

/** How finely a table of so many rows is cut. */
export function numericCodecOptions(rows: number): NumericCodecOptions {
  const wanted = Math.min(mostCells, Math.max(fewestCells, Math.floor(rows / rowsPerCell)));
  return {
    cells: Math.max(1, Math.min(wanted, Math.floor(rows / rowsPerAtom))),
    rowsPerTailCell: rows < smallTable ? Number.POSITIVE_INFINITY : 8,
  };
}

/** Points of the inverse distribution function kept within a cell. */
const quantilePoints = 9;

/**
 * Numbers to codes and back. A value held by many rows is a code of its own (an atom); the rest is cut into cells of
 * equal counts, finer at both tails. A cell decodes through a piecewise-linear inverse distribution function of the
 * values it held, spread over half the column's step each way, so that it draws values and does not replay them. The step
 * is that of the grid the values lie on: hourly readings stay hourly.
 */
export class NumericCodec implements CodeSet {
  readonly size: number;
  readonly ordered: number;
  readonly isAtom: Uint8Array;
  readonly missingCode: number;
  readonly withheld: readonly number[] = [];
  readonly minimum: number;
  readonly maximum: number;
  readonly #resolution: number;
  readonly #grid: Grid;
  readonly #atoms: Float64Array;
  readonly #atomCodes: Int32Array;
  readonly #edges: Float64Array;
  readonly #cellCodes: Int32Array;
  /** Per ordered code: the atom's value, or the quantiles of its cell. */
  readonly #quantiles: readonly Float64Array[];

  /**
   * Learns the codes.
   * @param values one per row, NaN where missing
   * @param resolution distance between neighbouring values as written (1, 0.01, …)
   */
  constructor(values: Float64Array, resolution: number, options: NumericCodecOptions, random: RandomStream) {
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    const { distinct, counts } = countDistinct(sorted);
    this.#resolution = resolution;
    this.#grid = findGrid(distinct, resolution);
    this.minimum = sorted.length > 0 ? sorted[0] : Number.NaN;
    this.maximum = sorted.length > 0 ? sorted[sorted.length - 1] : Number.NaN;

    const { cells } = options;
    const keepsAll = distinct.length <= mostAtoms && distinct.length * rowsPerAtom <= sorted.length;
    const isFrequent = (index: number) =>
      keepsAll || counts[index] > Math.max(sorted.length / cells, rowsPerAtom);
    this.#atoms = distinct.filter((_, index) => isFrequent(index));
    const rest = keepsAll ? new Float64Array(0) : withoutAtoms(sorted, this.#atoms);
    this.#edges = cellEdges(rest, cells, options.rowsPerTailCell);
    const cellQuantiles = quantilesWithin(rest, this.#edges, this.#grid.step, random);

    const middles = [...this.#atoms, ...cellQuantiles.map((points) => points[points.length >> 1])];
    const order = middles.map((_, index) => index).sort((a, b) => middles[a] - middles[b] || a - b);
    const codeOf = new Int32Array(order.length);
    order.forEach((index, code) => (codeOf[index] = code));
    this.#atomCodes = codeOf.subarray(0, this.#atoms.length);
    this.#cellCodes = codeOf.subarray(this.#atoms.length);
    this.#quantiles = order.map((index) =>
      index < this.#atoms.length
        ? Float64Array.of(this.#atoms[index])
        : cellQuantiles[index - this.#atoms.length],
    );
    this.ordered = order.length;
    const hasMissing = sorted.length < values.length;
    this.missingCode = hasMissing ? this.ordered : -1;
    this.size = this.ordered + (hasMissing ? 1 : 0);
    this.isAtom = new Uint8Array(this.size).fill(1);
    for (const code of this.#cellCodes) this.isAtom[code] = 0;
  }

  encode(value: number): number {
    if (Number.isNaN(value)) return this.missingCode;
    const atom = lowerBound(this.#atoms, value);
    if (this.#atoms[atom] === value) return this.#atomCodes[atom];
    const cells = this.#cellCodes.length;
    if (cells === 0) return this.#atomCodes[nearest(this.#atoms, atom, value)];
    return this.#cellCodes[Math.min(Math.max(upperBound(this.#edges, value) - 1, 0), cells - 1)];
  }

  /** Draws a value of that code; NaN for the missing code. */
  decode(code: number, random: RandomStream): number {
    if (code >= this.ordered || this.isAtom[code] === 1) return this.valueAt(code, 0);
    let value = this.valueAt(code, random.float());
    // A range must not replay the values that have codes of their own.
    for (let attempt = 0; attempt < 8 && this.#atoms[lowerBound(this.#atoms, value)] === value; attempt++) {
      value = this.valueAt(code, random.float());
    }
    return value;
  }

  /**
   * The code's inverse distribution function: never falls as `share` goes from 0 to 1.
   * @returns a value as `decode` draws them; NaN for the missing code
   */
  valueAt(code: number, share: number): number {
    if (code >= this.ordered) return Number.NaN;
    const points = this.#quantiles[code];
    if (points.length === 1) return points[0];
    const t = share * (points.length - 1);
    const index = Math.min(Math.floor(t), points.length - 2);
    const value = points[index] + (t - index) * (points[index + 1] - points[index]);
    return this.clamp(this.round(value));
  }

  /** How far apart the code's values may lie; 0 for a value of its own. */
  widthOf(code: number): number {
    return this.valueAt(code, 1) - this.valueAt(code, 0);
  }

  /** The nearest value within the range learnt. */
  clamp(value: number): number {
    return Math.min(Math.max(value, this.minimum), this.maximum);
  }

  /** The values from `low` to `high` that have codes of their own. */
  atomsWithin(low: number, high: number): Float64Array {
    return this.#atoms.subarray(lowerBound(this.#atoms, low), upperBound(this.#atoms, high));
  }

  /** Distance between neighbouring values. */
  get step(): number {
    return this.#grid.step;
  }

  /** To the nearest point of the grid, as it is written. A number too coarse for the resolution stays as it is. */
  round(value: number): number {
    const { origin, step } = this.#grid;
    if (Math.abs(value) > step * Number.MAX_SAFE_INTEGER) return value;
    const near = origin + Math.round((value - origin) / step) * step;
    const perUnit = Math.round(1 / this.#resolution);
    return this.#resolution < 1 ? Math.round(near * perUnit) / perUnit : near;
  }
}

/** Index of the first entry ≥ value in a sorted array (its length when there is none). */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first entry > value. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(sorted: Float64Array, above: number, value: number): number {
  if (above === sorted.length) return above - 1;
  return above > 0 && value - sorted[above - 1] <= sorted[above] - value ? above - 1 : above;
}

function countDistinct(sorted: Float64Array): { distinct: Float64Array; counts: number[] } {
  const distinct: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (distinct.length > 0 && distinct[distinct.length - 1] === value) counts[counts.length - 1]++;
    else {
      distinct.push(value);
      counts.push(1);
    }
  }
  return { distinct: Float64Array.from(distinct), counts };
}

function withoutAtoms(sorted: Float64Array, atoms: Float64Array): Float64Array {
  return sorted.filter((value) => atoms[lowerBound(atoms, value)] !== value);
}

/** Edges at equal counts, the end cells halved again and again; distinct, ascending. */
function cellEdges(rest: Float64Array, cells: number, rowsPerTailCell: number): Float64Array {
  if (rest.length === 0) return new Float64Array(0);
  const shares: number[] = Array.from({ length: cells + 1 }, (_, i) => i / cells);
  for (let tail = 1 / cells; (tail * rest.length) / 2 >= rowsPerTailCell;) {
    tail /= 2;
    shares.push(tail, 1 - tail);
  }
  const edges = shares.map((share) => rest[Math.round(share * (rest.length - 1))]);
  return Float64Array.from(new Set(edges)).sort();
}

/** Per cell the quantiles of its values, each value first spread by half a step either way. */
function quantilesWithin(
  rest: Float64Array,
  edges: Float64Array,
  step: number,
  random: RandomStream,
): Float64Array[] {
  const cells = Math.max(edges.length - 1, rest.length > 0 ? 1 : 0);
  const result: Float64Array[] = [];
  let start = 0;
  for (let cell = 0; cell < cells; cell++) {
    const end = cell === cells - 1 ? rest.length : lowerBound(rest, edges[cell + 1]);
    const spread = rest.slice(start, end).map((value) => value + (random.float() - 0.5) * step);
    result.push(quantilesOf(spread.sort()));
    start = end;
  }
  return result;
}

function quantilesOf(sorted: Float64Array): Float64Array {
  const points = Math.min(quantilePoints, Math.max(2, sorted.length));
  return Float64Array.from({ length: points }, (_, i) => {
    const position = (i / (points - 1)) * (sorted.length - 1);
    const low = Math.floor(position);
    const high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
  });
}
