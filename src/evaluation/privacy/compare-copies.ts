import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import { comparableColumns, type AlignedTables } from '../align-tables';
import type { CopyFigures } from '../report';
import { describeCopies } from './describe-copies';
import { closerToTrainingShare } from './distance-to-closest-record';
import { indexRows, markCopies } from './exact-copies';
import { nearCopyLimit, nearCopyShare } from './near-copies';
import { lowerToNearest, makeRowSpace, placeRows, type PlacedRows, type RowSpace } from './row-space';

/** Rows of a table whose neighbours are looked for, and training rows among which, at most. */
const mostQueries = 2000;
const mostReferences = 20_000;
/** Cells compared per table, at most: about a second. Fewer rows are looked at in wide tables. */
const mostVisits = 800_000_000;
const fewestQueries = 200;

/** Searches done and to do (a row against one set of rows is one), about every hundredth. */
export type AfterRows = (done: number, total: number) => Promise<void>;

/**
 * Copies of training rows among the synthetic and the holdout rows, on the comparable columns. Exact copies are
 * looked for in all rows; neighbours for a random sample (2,000 rows a table at most, among 20,000 training rows).
 */
export async function compareCopies(
  tables: AlignedTables,
  random: RandomStream,
  afterRows: AfterRows,
): Promise<CopyFigures> {
  const parts = splitColumns(tables);
  const index = indexRows(parts.training, tables.rows.training);
  const copies = {
    synthetic: markCopies(index, parts.synthetic, tables.rows.synthetic),
    holdout: parts.holdout && markCopies(index, parts.holdout, tables.rows.holdout),
  };
  const neighbours = await lookAtNeighbours(tables, parts, copies, random, afterRows);
  const exact = { synthetic: shareOf(copies.synthetic), holdout: copies.holdout && shareOf(copies.holdout) };
  const figures = { exact, ...neighbours };
  return { ...figures, sentence: describeCopies(figures, tables.rows, parts.training.length) };
}

interface Parts<T> {
  readonly synthetic: T;
  readonly holdout: T | null;
}

interface ColumnParts extends Parts<readonly TypedColumn[]> {
  readonly training: readonly TypedColumn[];
}

function splitColumns(tables: AlignedTables): ColumnParts {
  const columns = comparableColumns(tables);
  const held = columns.flatMap((column) => column.holdout ?? []);
  return {
    training: columns.map((column) => column.training),
    synthetic: columns.map((column) => column.synthetic),
    holdout: held.length > 0 && held.length === columns.length ? held : null,
  };
}

async function lookAtNeighbours(
  tables: AlignedTables,
  parts: ColumnParts,
  copies: Parts<Uint8Array>,
  random: RandomStream,
  afterRows: AfterRows,
): Promise<Pick<CopyFigures, 'near' | 'closerToTraining' | 'sampled'>> {
  const { rows } = tables;
  const space = makeRowSpace(parts.training);
  const training = placeSample(space, parts.training, rows.training, mostReferences, random).placed;
  const queries = queryCount(training.count * parts.training.length);
  const synthetic = placeSample(space, parts.synthetic, rows.synthetic, queries, random);
  const holdout = parts.holdout && placeSample(space, parts.holdout, rows.holdout, mostReferences, random);
  const heldQueries = holdout ? Math.min(queries, holdout.placed.count) : 0;
  const equal = holdout ? Math.min(holdout.placed.count, training.count) : 0;

  const total = synthetic.placed.count * (holdout ? 3 : 1) + heldQueries;
  let done = 0;
  const search = (nearest: Float64Array, from: PlacedRows, others: PlacedRows, first: number, end: number) =>
    lowerToNearest(nearest, space, from, others, first, end, (searched) =>
      afterRows((done += searched), total),
    );

  const toEqual = startDistances(synthetic.placed.count);
  const toHoldout = toEqual.slice();
  if (holdout) {
    await search(toEqual, synthetic.placed, training, 0, equal);
    await search(toHoldout, synthetic.placed, holdout.placed, 0, equal);
  }
  const toTraining = zeroWhereCopied(toEqual, synthetic.rows, copies.synthetic);
  await search(toTraining, synthetic.placed, training, equal, training.count);
  const limit = nearCopyLimit(space, training, random);
  const near = { synthetic: nearCopyShare(toTraining, limit), holdout: null as number | null };
  if (holdout && copies.holdout) {
    const ruler = zeroWhereCopied(startDistances(heldQueries), holdout.rows, copies.holdout);
    await search(ruler, holdout.placed, training, 0, training.count);
    near.holdout = nearCopyShare(ruler, limit);
  }
  return {
    near,
    closerToTraining: holdout && closerToTrainingShare(toEqual, toHoldout),
    sampled: synthetic.placed.count,
  };
}

function startDistances(count: number): Float64Array {
  return new Float64Array(count).fill(Infinity);
}

/** An exact copy is at distance 0 even where its original is not in the sample. */
function zeroWhereCopied(distances: Float64Array, rows: Uint32Array, copied: Uint8Array): Float64Array {
  return distances.map((distance, i) => (copied[rows[i]] === 1 ? 0 : distance));
}

interface Sample {
  readonly rows: Uint32Array;
  readonly placed: PlacedRows;
}

function placeSample(
  space: RowSpace,
  columns: readonly TypedColumn[],
  rowCount: number,
  most: number,
  random: RandomStream,
): Sample {
  const rows = permutation(rowCount, random).slice(0, most);
  return { rows, placed: placeRows(space, columns, rows) };
}

function queryCount(visitsPerRow: number): number {
  const affordable = Math.floor(mostVisits / Math.max(1, visitsPerRow));
  return Math.max(fewestQueries, Math.min(mostQueries, affordable));
}

function shareOf(marks: Uint8Array): number {
  let marked = 0;
  for (let row = 0; row < marks.length; row++) marked += marks[row];
  return marks.length === 0 ? 0 : marked / marks.length;
}
