/**
 * Counts of a pair of columns in several tables over the same cells. Where the full table would be much larger
 * than the data only the cells that occur are kept, so that work and memory stay linear in the rows.
 */
export interface JointCounts {
  /** Cells counted; every array below is at least so long. */
  readonly cells: number;
  /** Cell → the first and the second column's code. */
  readonly firstCodes: Int32Array;
  readonly secondCodes: Int32Array;
  /** Table → cell → rows. */
  readonly counts: readonly Int32Array[];
}

/** A pair of columns in one table: codes 0 … levels − 1, one per row; 0 is missing. */
export interface CodePair {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Counts every table's pair of codes on shared cells; codes of all tables mean the same. */
export function countJointly(
  tables: readonly CodePair[],
  firstLevels: number,
  secondLevels: number,
): JointCounts {
  const rows = tables.reduce((sum, table) => sum + table.first.length, 0);
  const cells = firstLevels * secondLevels;
  return cells <= 4 * rows + 1024
    ? countDensely(tables, firstLevels, secondLevels)
    : countSparsely(tables, rows);
}

function countDensely(tables: readonly CodePair[], firstLevels: number, secondLevels: number): JointCounts {
  const cells = firstLevels * secondLevels;
  const firstCodes = new Int32Array(cells);
  const secondCodes = new Int32Array(cells);
  for (let first = 0, cell = 0; first < firstLevels; first++) {
    for (let second = 0; second < secondLevels; second++, cell++) {
      firstCodes[cell] = first;
      secondCodes[cell] = second;
    }
  }
  const counts = tables.map((table) => {
    const counted = new Int32Array(cells);
    addDensely(counted, table.first, table.second, secondLevels);
    return counted;
  });
  return { cells, firstCodes, secondCodes, counts };
}

function addDensely(counts: Int32Array, first: Int32Array, second: Int32Array, secondLevels: number): void {
  for (let row = 0; row < first.length; row++) counts[first[row] * secondLevels + second[row]]++;
}

/** Gives each pair that occurs a cell of its own by open addressing (linear probing, at most half full). */
function countSparsely(tables: readonly CodePair[], rows: number): JointCounts {
  const mask = 2 ** Math.ceil(Math.log2(2 * rows + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const firstCodes = new Int32Array(rows);
  const secondCodes = new Int32Array(rows);
  const counts = tables.map(() => new Int32Array(rows));
  let cells = 0;
  tables.forEach(({ first, second }, table) => {
    for (let row = 0; row < first.length; row++) {
      const a = first[row];
      const b = second[row];
      let slot = scatter(a, b) & mask;
      let cell = slots[slot] - 1;
      while (cell >= 0 && (firstCodes[cell] !== a || secondCodes[cell] !== b)) {
        slot = (slot + 1) & mask;
        cell = slots[slot] - 1;
      }
      if (cell < 0) {
        cell = cells++;
        slots[slot] = cell + 1;
        firstCodes[cell] = a;
        secondCodes[cell] = b;
      }
      counts[table][cell]++;
    }
  });
  return { cells, firstCodes, secondCodes, counts };
}

/** Mixes two codes to 32 bits (murmur3's finaliser over a product). */
function scatter(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
