import { Pace } from '../pace';
import type { PlacedRows, RowSpace } from './row-space';
import { splitBlock } from './split-block';

/**
 * Rows in a tree of boxes, so that a search passes over whole boxes that are too far: a k-d tree (Bentley 1975) that
 * also cuts at categories. A box has each number column's range, and each category column's codes as 32 bits.
 */
export interface NeighbourIndex {
  readonly space: RowSpace;
  /** In the tree's order: each node is a run of rows. */
  readonly rows: PlacedRows;
  /** Place in the tree's order → number of the row as it was given. */
  readonly given: Uint32Array;
  /** Per node: first row and the row after the last. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Per node: its first child, the second follows; 0 at a leaf. */
  readonly children: Int32Array;
  /** Nodes × number columns; Infinity and −Infinity where all are missing. */
  readonly lows: Float32Array;
  readonly highs: Float32Array;
  /** Nodes × number columns: 1 where some are missing. */
  readonly missing: Uint8Array;
  /** Nodes × category columns: bit (code mod 32) is set where a row has such a code. */
  readonly codeBits: Int32Array;
}

const leafRows = 12;

/** What choosing where to cut a box takes, in cells for each column. */
const choosingCost = 1000;

/** What putting a cell in order takes. */
const orderingCost = 4;

/** Builds the tree: time in proportion to rows × columns × its depth. */
export async function indexNeighbours(
  space: RowSpace,
  placed: PlacedRows,
  yieldControl: () => Promise<void>,
): Promise<NeighbourIndex> {
  const pace = new Pace(yieldControl);
  const columns = space.categorical.length + space.numeric.length;
  const given = new Uint32Array(placed.count);
  for (let row = 0; row < placed.count; row++) given[row] = row;
  const starts = [0];
  const ends = [placed.count];
  const children = [0];
  for (let node = 0; node < starts.length; node++) {
    if (ends[node] - starts[node] <= leafRows) continue;
    const middle = splitBlock(placed, given, starts[node], ends[node]);
    if (middle === null) continue;
    children[node] = starts.length;
    starts.push(starts[node], middle);
    ends.push(middle, ends[node]);
    children.push(0, 0);
    await pace.spend(columns * choosingCost + ends[node] - starts[node]);
  }
  const rows = inOrder(placed, given);
  const nodes = {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    children: Int32Array.from(children),
  };
  await pace.spend(placed.count * columns * orderingCost);
  const boxes = measureBoxes(rows, nodes);
  await pace.spend(placed.count * columns * orderingCost);
  return { space, rows, given, ...nodes, ...boxes };
}

function inOrder(placed: PlacedRows, order: Uint32Array): PlacedRows {
  const categories = placed.codes.length / Math.max(1, placed.count);
  const numbers = placed.positions.length / Math.max(1, placed.count);
  const codes = new Int32Array(placed.codes.length);
  const positions = new Float32Array(placed.positions.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    for (let c = 0; c < categories; c++) codes[i * categories + c] = placed.codes[row * categories + c];
    for (let c = 0; c < numbers; c++) positions[i * numbers + c] = placed.positions[row * numbers + c];
  }
  return { count: placed.count, codes, positions };
}

type Boxes = Pick<NeighbourIndex, 'lows' | 'highs' | 'missing' | 'codeBits'>;

/** Leaves from their rows, other nodes from their children, which come after them. */
function measureBoxes(
  rows: PlacedRows,
  { starts, ends, children }: Pick<NeighbourIndex, 'starts' | 'ends' | 'children'>,
): Boxes {
  const categories = rows.codes.length / Math.max(1, rows.count);
  const numbers = rows.positions.length / Math.max(1, rows.count);
  const boxes: Boxes = {
    lows: new Float32Array(starts.length * numbers).fill(Infinity),
    highs: new Float32Array(starts.length * numbers).fill(-Infinity),
    missing: new Uint8Array(starts.length * numbers),
    codeBits: new Int32Array(starts.length * categories),
  };
  for (let node = starts.length - 1; node >= 0; node--) {
    const child = children[node];
    if (child > 0) {
      joinBoxes(boxes, node, child, numbers, categories);
      joinBoxes(boxes, node, child + 1, numbers, categories);
    } else {
      for (let row = starts[node]; row < ends[node]; row++)
        takeRow(boxes, node, rows, row, numbers, categories);
    }
  }
  return boxes;
}

function joinBoxes(boxes: Boxes, node: number, child: number, numbers: number, categories: number): void {
  for (let c = 0, a = node * numbers, b = child * numbers; c < numbers; c++, a++, b++) {
    if (boxes.lows[b] < boxes.lows[a]) boxes.lows[a] = boxes.lows[b];
    if (boxes.highs[b] > boxes.highs[a]) boxes.highs[a] = boxes.highs[b];
    boxes.missing[a] |= boxes.missing[b];
  }
  for (let c = 0; c < categories; c++) {
    boxes.codeBits[node * categories + c] |= boxes.codeBits[child * categories + c];
  }
}

function takeRow(
  boxes: Boxes,
  node: number,
  rows: PlacedRows,
  row: number,
  numbers: number,
  categories: number,
): void {
  for (let c = 0, a = node * numbers; c < numbers; c++, a++) {
    const position = rows.positions[row * numbers + c];
    if (Number.isNaN(position)) boxes.missing[a] = 1;
    if (position < boxes.lows[a]) boxes.lows[a] = position;
    if (position > boxes.highs[a]) boxes.highs[a] = position;
  }
  for (let c = 0; c < categories; c++) {
    boxes.codeBits[node * categories + c] |= 1 << (rows.codes[row * categories + c] & 31);
  }
}
