import type { NeighbourIndex } from './neighbour-index';
import { distanceBelow, mismatchDistance, type PlacedRows } from './row-space';

/** Looks at a run of the tree's rows; returns how near a box must be from now on to be looked at. */
export type VisitRun = (start: number, end: number) => number;

/** The nearest rows of each of some rows, nearest first. */
export interface Neighbours {
  readonly k: number;
  /** Rows × k; Infinity where there are fewer than k. */
  readonly distances: Float64Array;
  /** Rows × k, the neighbours' numbers; −1 where there are fewer than k. */
  readonly rows: Int32Array;
}

/**
 * The k nearest rows of each row asked about: exact. With `besidesItself`, the rows asked about are those of the index,
 * in the order given, and none is its own neighbour. `afterRows` is awaited with every few rows done.
 */
export async function findNeighbours(
  index: NeighbourIndex,
  asked: PlacedRows,
  k: number,
  afterRows: (rows: number) => Promise<void>,
  besidesItself = false,
): Promise<Neighbours> {
  const distances = new Float64Array(asked.count * k).fill(Infinity);
  const rows = new Int32Array(asked.count * k).fill(-1);
  const { space, given } = index;
  const atOnce = 20;
  for (let row = 0; row < asked.count; row++) {
    const first = row * k;
    const last = first + k - 1;
    visitNear(index, asked, row, (start, end) => {
      for (let other = start; other < end; other++) {
        if (besidesItself && given[other] === row) continue;
        const distance = distanceBelow(distances[last], space, asked, row, index.rows, other);
        if (distance < distances[last]) insert(distances, rows, first, last, distance, given[other]);
      }
      return distances[last];
    });
    if (row % atOnce === atOnce - 1) await afterRows(atOnce);
  }
  return { k, distances, rows };
}

function insert(
  distances: Float64Array,
  rows: Int32Array,
  first: number,
  last: number,
  distance: number,
  row: number,
): void {
  let at = last;
  for (; at > first && distances[at - 1] > distance; at--) {
    distances[at] = distances[at - 1];
    rows[at] = rows[at - 1];
  }
  distances[at] = distance;
  rows[at] = row;
}

/** Shows every run of rows that may be nearer than the limit, nearest boxes first as far as one level sees. */
export function visitNear(index: NeighbourIndex, asked: PlacedRows, row: number, visit: VisitRun): void {
  if (index.rows.count === 0) return;
  const { starts, ends, children } = index;
  let limit = Infinity;
  const stackNodes = [0];
  const stackBounds = [0];
  let height = 1;
  while (height > 0) {
    height--;
    if (stackBounds[height] >= limit) continue;
    const node = stackNodes[height];
    const child = children[node];
    if (child === 0) {
      limit = visit(starts[node], ends[node]);
      continue;
    }
    const one = distanceToBox(limit, index, asked, row, child);
    const two = distanceToBox(limit, index, asked, row, child + 1);
    const nearer = one <= two ? child : child + 1;
    const far = Math.max(one, two);
    if (far < limit) {
      stackNodes[height] = child + child + 1 - nearer;
      stackBounds[height++] = far;
    }
    const near = Math.min(one, two);
    if (near < limit) {
      stackNodes[height] = nearer;
      stackBounds[height++] = near;
    }
  }
}

/** Least distance that a row of the box can have, or Infinity as soon as it is known not to be below `limit`. */
function distanceToBox(
  limit: number,
  index: NeighbourIndex,
  asked: PlacedRows,
  row: number,
  node: number,
): number {
  const { space, lows, highs, missing, codeBits } = index;
  const categories = space.categorical.length;
  const numbers = space.numeric.length;
  const squared = space.metric !== 'manhattan';
  const mismatch = mismatchDistance(space);
  let sum = 0;
  for (let c = 0, a = row * categories, b = node * categories; c < categories; c++, a++, b++) {
    if (((codeBits[b] >>> (asked.codes[a] & 31)) & 1) === 0 && (sum += mismatch) >= limit) return Infinity;
  }
  for (let c = 0, a = row * numbers, b = node * numbers; c < numbers; c++, a++, b++) {
    const position = asked.positions[a];
    let gap = 0;
    if (position < lows[b]) gap = lows[b] - position;
    else if (position > highs[b]) gap = position - highs[b];
    if (missing[b] === 1) gap = Math.min(1, gap);
    else if (Number.isNaN(position)) gap = 1;
    sum += squared ? gap * gap : gap;
    if (sum >= limit) return Infinity;
  }
  return sum;
}
