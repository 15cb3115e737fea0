import type { EncodedTable } from '../encode/encode-table';
import { NumericCodec } from '../encode/numeric';
import type { Ranges } from '../encode/ranges';
import { RandomStream } from '../random';
import type { NumericColumn, TypedTable } from '../typed-table';

/**
 * How far a synthetic column reaches. `near`: its first chunk holds one value near each real extreme, one step of its grid to 0.05 %
 * of the range short of it, so that the range is kept without telling it; where all values are learnt as they are and do not fill a grid,
 * the lowest and highest of those, which most drawings would hold anyway. `exact`: it holds the real minimum and maximum
 * themselves, which discloses them. `free`: whatever is drawn.
 */
export type ExtremesPolicy = 'near' | 'exact' | 'free';

/** Largest distance from the real extreme, as a share of the range. */
const slack = 0.0005;

/** Below this share of the learnt rows a table is too small to be expected to reach the extremes. */
const smallestShare = 0.5;

/** Moves the first chunk's largest and smallest numbers to where the policy wants the column to reach. */
export function pinExtremes(
  table: TypedTable,
  encoded: EncodedTable,
  ranges: Ranges,
  options: { readonly extremes: ExtremesPolicy; readonly rows: number; readonly seed: number },
): TypedTable {
  const { extremes } = options;
  if (extremes === 'free' || options.rows < smallestShare * encoded.rowCount) return table;
  const random = new RandomStream(options.seed, 'extremes');
  const columns = table.columns.map((column, index) => {
    const range = ranges[index];
    const { codec } = encoded.columns[index];
    if (column.type !== 'numeric' || !range || !(codec instanceof NumericCodec)) return column;
    if (isTied(encoded, index) || isSettled(column)) return column;
    if (extremes === 'exact') return reach(column, range.minimum, range.maximum, 0);
    if (!isMeasured(codec)) return reach(column, ...endsOfList(codec), 0);
    // At least one step inward: on a coarse grid a share of the range would round back to the extreme itself.
    const room = slack * (range.maximum - range.minimum);
    const inward = () => codec.step + Math.max(0, room - codec.step) * random.float();
    const low = codec.round(range.minimum + inward());
    const high = codec.round(range.maximum - inward());
    return reach(column, low, high, Math.max(room, codec.step));
  });
  return { rowCount: table.rowCount, columns };
}

/** Fewer different values than this may be marks rather than amounts. */
const fewestAmounts = 20;

/**
 * True of amounts, where a value beside a real one is as good as it: columns with cells, and those whose values fill at
 * least half of their grid (ages, counts). A step away from a mark (999: never) would be nothing.
 */
function isMeasured({ isAtom, ordered, minimum, maximum, step }: NumericCodec): boolean {
  if (isAtom.includes(0)) return true;
  return ordered >= fewestAmounts && 2 * ordered >= (maximum - minimum) / step + 1;
}

/**
 * Lowest and highest of values that are learnt and drawn as they are, where no amount beside them is: credit limits, grades. NaN for
 * one that lies further from its neighbour than all others are wide, which may be a mark.
 */
function endsOfList({ learnt: { codes } }: NumericCodec): [low: number, high: number] {
  const values = codes.flatMap((code) => ('value' in code ? [code.value] : []));
  const [low, second] = values;
  const [previous, high] = values.slice(-2);
  return [second - low > high - second ? NaN : low, high - previous > previous - low ? NaN : high];
}

/** Real cells stay what they are, and coarser ones as coarse as they are. */
function isSettled({ schema }: NumericColumn): boolean {
  return schema.role === 'real' || Boolean(schema.coarsening);
}

/** True where this column or another counts from the other: moving a value would leave them apart. */
function isTied(encoded: EncodedTable, index: number): boolean {
  return (
    encoded.columns[index].relativeTo !== null || encoded.columns.some((other) => other.relativeTo === index)
  );
}

/** The column with its outermost values at `low` and `high`, unless they are within `room` of them already; NaN: as they are. */
function reach(column: NumericColumn, low: number, high: number, room: number): NumericColumn {
  const values = column.values.slice();
  let lowest = -1;
  let highest = -1;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    if (lowest < 0 || values[row] < values[lowest]) lowest = row;
    if (highest < 0 || values[row] > values[highest]) highest = row;
  }
  if (lowest === highest) return column;
  if (Math.abs(values[lowest] - low) > room) values[lowest] = low;
  if (Math.abs(values[highest] - high) > room) values[highest] = high;
  return { ...column, values };
}
