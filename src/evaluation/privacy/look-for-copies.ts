import type { RandomStream } from '../../engine/random';
import type { AlignedTables } from '../align-tables';
import type { MeasureContext } from '../measure-context';
import { findNeighbours } from '../neighbours/find-neighbours';
import { indexNeighbours, type NeighbourIndex } from '../neighbours/neighbour-index';
import { makeRowSpace, type PlacedRows, sliceRows } from '../neighbours/row-space';
import { type ColumnParts, placeSample, type RowSample, splitColumns } from './column-parts';
import { closerToTrainingShare } from './distance-to-closest-record';
import { indexRows, markCopies } from './exact-copies';
import type { Tally } from './excess';
import { countNearCopies, nearCopyLimit } from './near-copies';
import { distanceRatios, type RatioFigures, summariseRatios } from './nearest-neighbour-ratio';
import { searchSizes } from './search-sizes';

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
  /** Share of the training rows that took part in that comparison. */
  readonly trainingShare: number;
  readonly ratios: Ruled<RatioFigures | null>;
  /** Of the rows looked at: distance to the nearest training row. Unsorted. */
  readonly distances: Ruled<Float64Array>;
}

/** Looks for exact copies in all rows, for neighbours of a sample of them, on the comparable columns. */
export async function lookForCopies(
  tables: AlignedTables,
  effort: MeasureContext['effort'],
  random: RandomStream,
  afterRows: AfterRows,
): Promise<CopiesFound> {
  const parts = splitColumns(tables);
  const index = indexRows(parts.training, tables.rows.training);
  const copies = {
    synthetic: markCopies(index, parts.synthetic, tables.rows.synthetic),
    holdout: parts.holdout && markCopies(index, parts.holdout, tables.rows.holdout),
  };
  return {
    columns: parts.training.length,
    exact: { synthetic: tallyOf(copies.synthetic), holdout: copies.holdout && tallyOf(copies.holdout) },
    ...(await lookAtNeighbours(tables, parts, copies, effort, random, afterRows)),
  };
}

async function lookAtNeighbours(
  { rows }: AlignedTables,
  parts: ColumnParts,
  copies: Ruled<Uint8Array>,
  effort: MeasureContext['effort'],
  random: RandomStream,
  afterRows: AfterRows,
): Promise<Omit<CopiesFound, 'columns' | 'exact'>> {
  const space = makeRowSpace(parts.training);
  const sizes = searchSizes(parts.training.length, effort, rows.training);
  const { placed } = placeSample(space, parts.training, rows.training, sizes.known, random);
  const synthetic = placeSample(space, parts.synthetic, rows.synthetic, sizes.asked, random);
  const holdout = parts.holdout && placeSample(space, parts.holdout, rows.holdout, sizes.known, random);
  const equal = holdout ? Math.min(holdout.placed.count, placed.count) : 0;
  const indexOf = (some: PlacedRows, from: number, to: number) =>
    indexNeighbours(space, sliceRows(some, from, to));
  const training = [indexOf(placed, 0, equal), indexOf(placed, equal, placed.count)];

  const heldAsked = holdout && sampleStart(holdout, sizes.asked);
  const total = 3 * synthetic.rows.length + 2 * (heldAsked?.rows.length ?? 0);
  let done = 0;
  const search = async (among: NeighbourIndex, asked: PlacedRows) =>
    (await findNeighbours(among, asked, 2, (searched) => afterRows((done += searched), total))).distances;
  const approach = async (asked: RowSample, copied: Uint8Array) => {
    const [toEqual, toRest] = [
      await search(training[0], asked.placed),
      await search(training[1], asked.placed),
    ];
    return { toEqual: firstOf(toEqual), ...nearestTwo(toEqual, toRest, asked.rows, copied) };
  };
  const made = await approach(synthetic, copies.synthetic);
  const toHoldout = holdout && firstOf(await search(indexOf(holdout.placed, 0, equal), synthetic.placed));
  const held = heldAsked && copies.holdout && (await approach(heldAsked, copies.holdout));
  const limit = nearCopyLimit(space, placed, random);
  return {
    near: {
      synthetic: { hits: countNearCopies(made.nearest, limit), of: made.nearest.length },
      holdout: held && { hits: countNearCopies(held.nearest, limit), of: held.nearest.length },
    },
    closerToTraining: toHoldout && closerToTrainingShare(made.toEqual, toHoldout),
    trainingShare: rows.training === 0 ? 0 : equal / rows.training,
    ratios: {
      synthetic: summariseRatios(distanceRatios(made.nearest, made.second)),
      holdout: held && summariseRatios(distanceRatios(held.nearest, held.second)),
    },
    distances: { synthetic: made.nearest, holdout: held && held.nearest },
  };
}

function sampleStart({ rows, placed }: RowSample, most: number): RowSample {
  return { rows: rows.slice(0, most), placed: sliceRows(placed, 0, Math.min(most, placed.count)) };
}

/** Of pairs of distances, the first ones. */
function firstOf(pairs: Float64Array): Float64Array {
  return Float64Array.from({ length: pairs.length / 2 }, (_, row) => pairs[2 * row]);
}

/**
 * The two least of two pairs of distances, per row. An exact copy is at distance 0 even where its original is not in
 * the sample.
 */
function nearestTwo(
  some: Float64Array,
  others: Float64Array,
  rows: Uint32Array,
  copied: Uint8Array,
): { readonly nearest: Float64Array; readonly second: Float64Array } {
  const nearest = new Float64Array(rows.length);
  const second = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const [a, b] = [some[2 * row], others[2 * row]];
    nearest[row] = copied[rows[row]] === 1 ? 0 : Math.min(a, b);
    second[row] = Math.min(Math.max(a, b), some[2 * row + 1], others[2 * row + 1]);
  }
  return { nearest, second };
}

function tallyOf(marks: Uint8Array): Tally {
  let hits = 0;
  for (let row = 0; row < marks.length; row++) hits += marks[row];
  return { hits, of: marks.length };
}
