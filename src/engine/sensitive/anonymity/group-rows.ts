import type { TypedColumn } from '../../typed-table';

/** Rows by the group they are in. */
export interface Partition {
  /** Group of each row, 0 … count−1. */
  readonly groups: Int32Array;
  readonly count: number;
}

/** A column's cells as whole numbers 0 … size−1, the same for the same value; a missing cell is a value of its own. */
export interface CellCodes {
  readonly codes: Int32Array;
  readonly size: number;
}

/** The same, with the column that has each different value once, in the order of the codes. */
export interface CodedColumn extends CellCodes {
  readonly distinct: TypedColumn;
}

/** All rows in one group. */
export function wholeOf(rows: number): Partition {
  return { groups: new Int32Array(rows), count: Math.min(1, rows) };
}

export function codeCells(column: TypedColumn): CodedColumn {
  if (column.type === 'categorical') {
    const size = column.dictionary.length + 1;
    const codes = Int32Array.from({ length: size }, (_, code) => code - 1);
    return { codes: column.codes.map((code) => code + 1), size, distinct: { ...column, codes } };
  }
  const known = new Map<number, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = column.values[row];
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    codes[row] = code;
  }
  return { codes, size: known.size, distinct: { ...column, values: Float64Array.from(known.keys()) } };
}

/** The cells once their different values are made others: those that become the same get one code. */
export function recode(
  { codes, distinct }: CodedColumn,
  change: (column: TypedColumn) => TypedColumn,
): CellCodes {
  const changed = codeCells(change(distinct));
  const size = changed.size;
  const codeOf = changed.codes;
  return { codes: codes.map((code) => codeOf[code]), size };
}

/** Pairs of group and code up to which each has a place in one plain list. */
const mostListed = 1 << 24;

/** The groups divided by the column's cells: two rows stay together where they were and have the same cell. */
export function divide({ groups, count }: Partition, { codes, size }: CellCodes): Partition {
  return count * size <= mostListed
    ? divideListed(groups, codes, count * size, size)
    : divideHashed(groups, codes);
}

/** Numbers pairs in the order in which they come. */
function divideListed(groups: Int32Array, codes: Int32Array, pairs: number, size: number): Partition {
  /** 0: not seen yet; else the new group's number plus 1. */
  const numbers = new Int32Array(pairs);
  const divided = new Int32Array(groups.length);
  let count = 0;
  for (let row = 0; row < groups.length; row++) {
    const pair = groups[row] * size + codes[row];
    if (numbers[pair] === 0) numbers[pair] = ++count;
    divided[row] = numbers[pair] - 1;
  }
  return { groups: divided, count };
}

/** The same by open addressing, for pairs too many to list. */
function divideHashed(groups: Int32Array, codes: Int32Array): Partition {
  const mask = 2 ** Math.ceil(Math.log2(2 * groups.length + 1)) - 1;
  /** 0: free; else the first row with the pair, plus 1. */
  const firsts = new Int32Array(mask + 1);
  const divided = new Int32Array(groups.length);
  let count = 0;
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row];
    const code = codes[row];
    let mixed = Math.imul(group, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    let slot = (mixed ^ (mixed >>> 13)) & mask;
    let first = firsts[slot] - 1;
    while (first >= 0 && (groups[first] !== group || codes[first] !== code)) {
      slot = (slot + 1) & mask;
      first = firsts[slot] - 1;
    }
    if (first < 0) {
      firsts[slot] = row + 1;
      divided[row] = count++;
    } else divided[row] = divided[first];
  }
  return { groups: divided, count };
}

/** Rows in each group. */
export function sizesOf({ groups, count }: Partition): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const group of groups) sizes[group]++;
  return sizes;
}
