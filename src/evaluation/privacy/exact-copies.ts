import { resolutionOf, type TypedColumn } from '../../engine/typed-table';
import { Pace } from '../pace';

type YieldControl = () => Promise<void>;

/** What hashing a cell takes, and comparing one, in cells counted. */
const hashingCost = 4;
const findingCost = 4;
const rowsAtOnce = 1000;

/** A table's rows by content: which distinct rows there are. */
export interface RowIndex {
  readonly columns: readonly TypedColumn[];
  /** Slot → row number + 1 of a distinct row; 0 is free (linear probing, at most half full). */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
}

/**
 * Indexes rows by all the columns given (categories on a dictionary shared with the rows asked about later).
 * Two numbers are equal when they are at their column's own resolution; missing equals missing.
 */
export async function indexRows(
  columns: readonly TypedColumn[],
  rowCount: number,
  yieldControl: YieldControl,
): Promise<RowIndex> {
  const pace = new Pace(yieldControl);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rowCount + 2)));
  const index = { columns, slots, hashes: await hashRows(columns, rowCount, pace) };
  for (let row = 0; row < rowCount; row++) {
    const slot = findSlot(index, columns, row, index.hashes[row]);
    if (slots[slot] === 0) slots[slot] = row + 1;
    if (row % rowsAtOnce === 0) await pace.spend(rowsAtOnce * columns.length * findingCost);
  }
  return index;
}

/**
 * For each row the number of an indexed row that equals it in every column, the same for all that do; −1 where there is
 * none. Without columns no row equals another.
 */
export async function findRows(
  index: RowIndex,
  columns: readonly TypedColumn[],
  rowCount: number,
  yieldControl: YieldControl,
): Promise<Int32Array> {
  const pace = new Pace(yieldControl);
  const found = new Int32Array(rowCount).fill(-1);
  if (columns.length === 0) return found;
  const hashes = await hashRows(columns, rowCount, pace);
  for (let row = 0; row < rowCount; row++) {
    found[row] = index.slots[findSlot(index, columns, row, hashes[row])] - 1;
    if (row % rowsAtOnce === 0) await pace.spend(rowsAtOnce * columns.length * findingCost);
  }
  return found;
}

/**
 * Marks (1) the rows that equal an indexed row in every column. Their share is the exact-copy share: range 0 … 1,
 * lower is more private, 1.0: every row is a copy; to be read against the same share of holdout rows, since tables
 * of few categories repeat rows by nature. Without columns nothing is marked.
 */
export async function markCopies(
  index: RowIndex,
  columns: readonly TypedColumn[],
  rowCount: number,
  yieldControl: YieldControl,
): Promise<Uint8Array> {
  const found = await findRows(index, columns, rowCount, yieldControl);
  return Uint8Array.from(found, (row) => (row < 0 ? 0 : 1));
}

/** The slot that holds an equal row, or the free one where it would go. */
function findSlot(index: RowIndex, columns: readonly TypedColumn[], row: number, hash: number): number {
  const mask = index.slots.length - 1;
  let slot = hash & mask;
  while (index.slots[slot] > 0) {
    const known = index.slots[slot] - 1;
    if (index.hashes[known] === hash && equalRows(index.columns, known, columns, row)) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function equalRows(
  a: readonly TypedColumn[],
  rowA: number,
  b: readonly TypedColumn[],
  rowB: number,
): boolean {
  for (let c = 0; c < a.length; c++) if (!Object.is(keyOf(a[c], rowA), keyOf(b[c], rowB))) return false;
  return true;
}

/** A cell as an integer: code, or steps of the column's resolution from 0; NaN where a number is missing. */
function keyOf(column: TypedColumn, row: number): number {
  return column.type === 'numeric'
    ? stepsOf(column.values[row], resolutionOf(column.schema))
    : column.codes[row];
}

/** Whole steps of the resolution from 0; the value itself where it is too large for that. Never -0. */
function stepsOf(value: number, resolution: number): number {
  const steps = Math.round(value / resolution) + 0;
  return Number.isFinite(steps) ? steps : value;
}

async function hashRows(columns: readonly TypedColumn[], rowCount: number, pace: Pace): Promise<Int32Array> {
  const hashes = new Int32Array(rowCount);
  for (const column of columns) {
    if (column.type === 'numeric') mixNumbers(hashes, column.values, resolutionOf(column.schema));
    else for (let row = 0; row < rowCount; row++) hashes[row] = mix(hashes[row], column.codes[row]);
    await pace.spend(rowCount * hashingCost);
  }
  return hashes;
}

function mixNumbers(hashes: Int32Array, values: Float64Array, resolution: number): void {
  for (let row = 0; row < hashes.length; row++) {
    const key = stepsOf(values[row], resolution);
    const mixed = mix(hashes[row], Number.isNaN(key) ? 0x7ff80000 : key | 0);
    hashes[row] = mix(mixed, Math.floor(key / 4294967296) | 0);
  }
}

/** Folds a word into a hash (murmur3's step and finaliser). */
function mix(hash: number, word: number): number {
  let mixed = Math.imul(word, 0xcc9e2d51);
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593) ^ hash;
  mixed = Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64;
  return mixed ^ (mixed >>> 16);
}
