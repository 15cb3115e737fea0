import type { EncodedTable } from '../encode/encode-table';
import { NumericCodec } from '../encode/numeric';
import { RandomStream } from '../random';
import type { NumericColumn, TypedTable } from '../typed-table';

/**
 * How far a synthetic column reaches. `near`: its first chunk holds one value within 0.2 % of the range from each real
 * extreme, so that the range is kept without telling it. `exact`: it holds the real minimum and maximum themselves,
 * which discloses them. `free`: whatever is drawn.
 */
export type ExtremesPolicy = 'near' | 'exact' | 'free';

/** Largest distance from the real extreme, as a share of the range. */
const slack = 0.002;

/** Below this share of the learnt rows a table is too small to be expected to reach the extremes. */
const smallestShare = 0.5;

/** Moves the first chunk's largest and smallest numbers to where the policy wants the column to reach. */
export function pinExtremes(
  table: TypedTable,
  encoded: EncodedTable,
  options: { readonly extremes: ExtremesPolicy; readonly rows: number; readonly seed: number },
): TypedTable {
  if (options.extremes === 'free' || options.rows < smallestShare * encoded.rowCount) return table;
  const random = new RandomStream(options.seed, 'extremes');
  const columns = table.columns.map((column, index) => {
    const { codec, relativeTo } = encoded.columns[index];
    const mayMove = column.type === 'numeric' && codec instanceof NumericCodec && relativeTo === null;
    return mayMove && isReferred(encoded, index)
      ? column
      : mayMove
        ? reach(column, codec, options.extremes, random)
        : column;
  });
  return { rowCount: table.rowCount, columns };
}

/** True where other columns count from this one: moving a value would leave them behind. */
function isReferred(encoded: EncodedTable, index: number): boolean {
  return encoded.columns.some((other) => other.relativeTo === index);
}

function reach(
  column: NumericColumn,
  codec: NumericCodec,
  policy: ExtremesPolicy,
  random: RandomStream,
): NumericColumn {
  if (codec.isAtom.every((atom) => atom === 1)) return column;
  const values = column.values.slice();
  let lowest = -1;
  let highest = -1;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    if (lowest < 0 || values[row] < values[lowest]) lowest = row;
    if (highest < 0 || values[row] > values[highest]) highest = row;
  }
  if (lowest === highest) return column;
  const room = policy === 'exact' ? 0 : slack * (codec.maximum - codec.minimum);
  const outward = (value: number, goal: number) => (Math.abs(value - goal) <= room ? value : goal);
  values[lowest] = outward(values[lowest], codec.round(codec.minimum + room * random.float()));
  values[highest] = outward(values[highest], codec.round(codec.maximum - room * random.float()));
  return { ...column, values };
}
