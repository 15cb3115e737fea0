/**
 * Rows that hang on nothing before them: what a generator carries from row to row begins anew with each block, whose random
 * numbers are a part of their streams of their own. So any rows of a large table can be drawn without those before their block.
 */
export const blockRows = 65_536;

/** The block that a row, counted from 0, lies in. */
export function blockOf(row: number): number {
  return Math.floor(row / blockRows);
}

/** Makes values for rows that are asked for in rising order, some of them left out. */
export type RowMaker = (row: number) => string;

/** A maker that goes on within a block and begins anew with the next. */
export function anewInEachBlock(begin: (block: number) => RowMaker): RowMaker {
  let current = -1;
  let make: RowMaker;
  return (row) => {
    const block = blockOf(row);
    if (block !== current) {
      current = block;
      make = begin(block);
    }
    return make(row);
  };
}
