import type { RandomStream } from '../random';
import { findGrid } from './grid';
import { NumericCodec, type NumericCode } from './numeric';
import { lowerBound } from './sorted';

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
 * Learns a number column's codes. A value held by many rows is a code of its own; the rest is cut into cells of equal
 * counts, finer at both tails, each with a piecewise-linear inverse distribution function of the values it held, spread
 * over half the column's step each way.
 * @param values one per row, NaN where missing
 * @param resolution distance between neighbouring values as written (1, 0.01, …)
 */
export function learnNumericCodec(
  values: Float64Array,
  resolution: number,
  options: NumericCodecOptions,
  random: RandomStream,
): NumericCodec {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const { distinct, counts } = countDistinct(sorted);
  const grid = findGrid(distinct, resolution);
  const { cells } = options;
  const keepsAll = distinct.length <= mostAtoms && distinct.length * rowsPerAtom <= sorted.length;
  const isFrequent = (index: number) =>
    keepsAll || counts[index] > Math.max(sorted.length / cells, rowsPerAtom);
  const atoms = distinct.filter((_, index) => isFrequent(index));
  const rest = keepsAll ? new Float64Array(0) : withoutAtoms(sorted, atoms);
  const edges = cellEdges(rest, cells, options.rowsPerTailCell);
  const cellQuantiles = quantilesWithin(rest, edges, grid.step, random);
  const middles = [...atoms, ...cellQuantiles.map((points) => points[points.length >> 1])];
  const order = middles.map((_, index) => index).sort((a, b) => middles[a] - middles[b] || a - b);
  const codes = order.map((index): NumericCode => {
    if (index < atoms.length) return { value: atoms[index] };
    const cell = index - atoms.length;
    return { from: edges[cell], quantile: { points: cellQuantiles[cell] } };
  });
  return new NumericCodec({
    codes,
    hasMissing: sorted.length < values.length,
    minimum: sorted.length > 0 ? sorted[0] : Number.NaN,
    maximum: sorted.length > 0 ? sorted[sorted.length - 1] : Number.NaN,
    resolution,
    grid,
  });
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
