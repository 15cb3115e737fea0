import { permutation, type RandomStream } from '../../engine/random';
import { selectColumnRows, type TypedColumn } from '../../engine/typed-table';
import { joinColumns } from '../align-tables';
import type { MeasureContext } from '../measure-context';
import { defaultBoostingOptions, type BoostingOptions } from '../learners/gradient-boosting';

/** Two samples of as many rows, the first's rows before the second's. */
export interface PairedSamples {
  readonly columns: readonly TypedColumn[];
  /** 0 for the first's rows, 1 for the second's. */
  readonly labels: Uint8Array;
  readonly rowsPerSide: number;
}

/** Fewer rows on a side cannot be told apart reliably, whatever they are. */
export const fewestRows = 30;
/** Cells on a side at standard effort, and rows of a wide table that are looked at all the same. */
const mostCells = 400_000;
const fewestOfMany = 1000;
/** From so many columns on, trees are fewer, shallower and coarser at standard effort. */
const manyColumns = 100;

/** Random rows of both, as many of each: `most` at most. Rows keep their order in both tables where all are taken. */
export async function pairSamples(
  first: readonly TypedColumn[],
  second: readonly TypedColumn[],
  most: number,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<PairedSamples> {
  const rowsPerSide = Math.min(rowCountOf(first), rowCountOf(second), most);
  const pick = (columns: readonly TypedColumn[]) =>
    permutation(rowCountOf(columns), random).subarray(0, rowsPerSide).sort();
  const [firstRows, secondRows] = [pick(first), pick(second)];
  const columns: TypedColumn[] = [];
  for (let i = 0; i < first.length; i++) {
    columns.push(joinColumns(selectColumnRows(first[i], firstRows), selectColumnRows(second[i], secondRows)));
    await yieldControl();
  }
  return { columns, labels: new Uint8Array(2 * rowsPerSide).fill(1, rowsPerSide), rowsPerSide };
}

/** How many rows a side a test may look at: `most`, fewer in wide tables; at full effort all. */
export function mostRowsFor(effort: MeasureContext['effort'], columns: number, most: number): number {
  if (effort === 'full') return Infinity;
  return Math.min(most, Math.max(fewestOfMany, Math.floor(mostCells / Math.max(1, columns))));
}

/** XGBoost's defaults; in wide tables at standard effort a third of the trees, shallower, of coarser bins. */
export function detectorOptions(effort: MeasureContext['effort'], columns: number): BoostingOptions {
  if (effort === 'full' || columns < manyColumns) return defaultBoostingOptions;
  return { ...defaultBoostingOptions, rounds: 33, depth: 4, bins: 32 };
}

function rowCountOf([column]: readonly TypedColumn[]): number {
  return column.type === 'numeric' ? column.values.length : column.codes.length;
}
