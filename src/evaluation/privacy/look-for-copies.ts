import type { RandomStream } from '../../engine/random';
import type { AlignedTables } from '../align-tables';
import type { MeasureContext } from '../measure-context';
import { findNeighbours, type Neighbours } from '../neighbours/find-neighbours';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { makeRowSpace, type PlacedRows, sliceRows } from '../neighbours/row-space';
import { type ColumnParts, placeSample, type RowSample, splitColumns } from './column-parts';
import { closerToTrainingShare } from './distance-to-closest-record';
import { indexRows, markCopies } from './exact-copies';
import type { Tally } from './excess';
import { countNearCopies, nearCopyLimit } from './near-copies';
import { distanceRatios, type RatioFigures, summariseRatios } from './nearest-neighbour-ratio';
import { affordableRows, searchSizes } from './search-sizes';

/** Searches done and to do (a row against one set of rows is one), every few. */
export type AfterRows = (done: number, total: number) => Promise<void>;

/** The same of the synthetic and of the holdout rows; null where there are too few of those. */
interface Ruled<T> {
  readonly synthetic: T;
  readonly holdout: T | null;
}

/** What is found when training rows are looked for in other tables. */
export interface CopiesFound {
  /** Columns compared. */
  readonly columns: number;
  readonly exact: Ruled<Tally>;
  readonly near: Ruled<Tally>;
  /** Null where there are too few holdout rows, or no synthetic ones. */
  readonly closerToTraining: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** Share of the training rows that are compared at a time with the holdout rows. */
  readonly trainingShare: number;
  readonly ratios: Ruled<RatioFigures | null>;
  /** Of the rows looked at: distance to the nearest training row. Unsorted. */
  readonly distances: Ruled<Float64Array>;
}

/** Groups of training rows that are compared with the holdout rows, at most. */
const mostGroups = 4;

/** Looks for exact copies in all rows, for neighbours of a sample of them, on the comparable columns. */
export async function lookForCopies(
  tables: AlignedTables,
  effort: MeasureContext['effort'],
  random: RandomStream,
  afterRows: AfterRows,
): Promise<CopiesFound> {
  const parts = splitColumns(tables);
  const pause = () => afterRows(0, 1);
  const index = await indexRows(parts.training, tables.rows.training, pause);
  const copies = {
    synthetic: await markCopies(index, parts.synthetic, tables.rows.synthetic, pause),
    holdout: parts.holdout && (await markCopies(index, parts.holdout, tables.rows.holdout, pause)),
  };
  return {
    columns: parts.training.length,
    exact: { synthetic: tallyOf(copies.synthetic), holdout: copies.holdout && tallyOf(copies.holdout) },
    ...(await lookAtNeighbours(tables, parts, copies, effort, random, afterRows)),
  };
}

/** The same, looked for by whoever asks first: the comparison tells of them, and the section on copies judges them. */
export function lookForCopiesOnce(
  { once, tables, effort }: Pick<MeasureContext, 'once' | 'tables' | 'effort'>,
  afterRows: AfterRows,
): Promise<CopiesFound> {
  return once('copies', (random) => lookForCopies(tables, effort, random('rows'), afterRows));
}

async function lookAtNeighbours(
  { rows }: AlignedTables,
  parts: ColumnParts,
  copies: Ruled<Uint8Array>,
  effort: MeasureContext['effort'],
  random: RandomStream,
  afterRows: AfterRows,
): Promise<Omit<CopiesFound, 'columns' | 'exact'>> {
  const sizes = searchSizes(parts.training.length, effort, rows.training);
  const pause = () => afterRows(0, 1);
  const space = makeRowSpace(parts.training);
  await pause();
  const { placed } = placeSample(space, parts.training, rows.training, sizes.known, random);
  await pause();
  const made = placeSample(space, parts.synthetic, rows.synthetic, sizes.asked, random);
  const holdout = parts.holdout && placeSample(space, parts.holdout, rows.holdout, sizes.known, random);
  await pause();
  const equal = holdout ? Math.min(holdout.placed.count, placed.count) : 0;
  const { groups, rest } = cutInGroups(placed, equal);
  const training: NeighbourIndex[] = [];
  for (const some of [...groups, rest]) {
    training.push(await indexNeighbours(space, some, pause));
  }

  const most = affordableRows(training, made.placed, effort);
  await pause();
  const synthetic = sampleStart(made, most);
  const heldAsked = holdout && sampleStart(holdout, most);
  const asked = synthetic.rows.length + (heldAsked?.rows.length ?? 0);
  const total = training.length * asked + (holdout ? synthetic.rows.length : 0);
  let done = 0;
  const search = (among: NeighbourIndex, some: PlacedRows) =>
    findNeighbours(among, some, 2, (searched) => afterRows((done += searched), total));
  const approach = async (some: RowSample, copied: Uint8Array) => {
    const found: Neighbours[] = [];
    for (const index of training) found.push(await search(index, some.placed));
    return { found, ...nearestTwo(found, some.rows, copied) };
  };
  const toTraining = await approach(synthetic, copies.synthetic);
  const heldIndex = holdout && (await indexNeighbours(space, sliceRows(holdout.placed, 0, equal), pause));
  const toHoldout = heldIndex && (await search(heldIndex, synthetic.placed));
  const held = heldAsked && copies.holdout && (await approach(heldAsked, copies.holdout));
  const limit = nearCopyLimit(space, placed, random);
  return {
    near: {
      synthetic: { hits: countNearCopies(toTraining.nearest, limit), of: toTraining.nearest.length },
      holdout: held && { hits: countNearCopies(held.nearest, limit), of: held.nearest.length },
    },
    closerToTraining: toHoldout && closerToTrainingShare(toTraining.found.slice(0, groups.length), toHoldout),
    trainingShare: rows.training === 0 ? 0 : equal / rows.training,
    ratios: {
      synthetic: summariseRatios(distanceRatios(toTraining.nearest, toTraining.second)),
      holdout: held && summariseRatios(distanceRatios(held.nearest, held.second)),
    },
    distances: { synthetic: toTraining.nearest, holdout: held && held.nearest },
  };
}

/** Groups of so many rows, a few at most, and the rows that are left. No group where there are no rows to a group. */
function cutInGroups(
  rows: PlacedRows,
  size: number,
): { readonly groups: readonly PlacedRows[]; readonly rest: PlacedRows } {
  const count = size === 0 ? 0 : Math.min(mostGroups, Math.floor(rows.count / size));
  return {
    groups: Array.from({ length: count }, (_, group) => sliceRows(rows, group * size, (group + 1) * size)),
    rest: sliceRows(rows, count * size, rows.count),
  };
}

function sampleStart({ rows, placed }: RowSample, most: number): RowSample {
  return { rows: rows.slice(0, most), placed: sliceRows(placed, 0, Math.min(most, placed.count)) };
}

/**
 * The two least distances of each row, over all sets of training rows. An exact copy is at distance 0 even where its
 * original is not in the sample.
 */
function nearestTwo(
  found: readonly Neighbours[],
  rows: Uint32Array,
  copied: Uint8Array,
): { readonly nearest: Float64Array; readonly second: Float64Array } {
  const nearest = new Float64Array(rows.length).fill(Infinity);
  const second = nearest.slice();
  for (let row = 0; row < rows.length; row++) {
    for (const { distances } of found) {
      const [one, two] = [distances[2 * row], distances[2 * row + 1]];
      second[row] = Math.min(Math.max(nearest[row], one), second[row], two);
      nearest[row] = Math.min(nearest[row], one);
    }
    if (copied[rows[row]] === 1) nearest[row] = 0;
  }
  return { nearest, second };
}

function tallyOf(marks: Uint8Array): Tally {
  let hits = 0;
  for (let row = 0; row < marks.length; row++) hits += marks[row];
  return { hits, of: marks.length };
}
