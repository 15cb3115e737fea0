import type { TableModel } from '../models/table-model';
import { RandomStream } from '../random';
import type { TypedTable } from '../typed-table';
import { pinExtremes, type ExtremesPolicy } from './extremes';
import { TableDecoder } from './table-decoder';

/** Rows drawn together: fixed, so that the same seed gives the same rows however they are asked for. */
export const chunkRows = 2048;

/** Rows that one of several networks draws before it is the next one's turn: all take part in tables of a thousand rows. */
const rowsPerTurn = 256;

export interface GenerateOptions {
  readonly rows: number;
  readonly seed: number;
  readonly extremes: ExtremesPolicy;
}

/**
 * Draws a synthetic table chunk by chunk; memory does not grow with the number of rows. A caller that stops early must
 * `return` the generator, or memory of the backend stays taken.
 */
export async function* generateTable(
  model: TableModel,
  options: GenerateOptions,
): AsyncGenerator<TypedTable> {
  const decoder = new TableDecoder(model.encoded, model.makers, options.seed);
  const random = new RandomStream(options.seed, 'draw');
  const sampler = model.sampler();
  const { turns = 1 } = sampler;
  const pieceRows = turns === 1 ? chunkRows : rowsPerTurn;
  let turn = 0;
  try {
    for (let done = 0; done < options.rows; done += chunkRows) {
      const rows = Math.min(chunkRows, options.rows - done);
      const pieces: TypedTable[] = [];
      for (let drawn = 0; drawn < rows; drawn += pieceRows) {
        const count = Math.min(pieceRows, rows - drawn);
        const chunk = decoder.chunk(count);
        await sampler.draw(count, random, chunk, null, turn);
        pieces.push(chunk.table());
        turn = (turn + 1) % turns;
      }
      const table = concatenateTables(pieces);
      yield done === 0 ? pinExtremes(table, model.encoded, model.ranges, options) : table;
    }
  } finally {
    sampler.dispose();
  }
}

/** Chunks as one table; dictionaries are merged where they differ. */
export function concatenateTables(chunks: readonly TypedTable[]): TypedTable {
  if (chunks.length === 1) return chunks[0];
  const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = chunks[0].columns.map((first, index) => {
    if (first.type === 'numeric') {
      const values = new Float64Array(rowCount);
      let start = 0;
      for (const chunk of chunks) {
        const column = chunk.columns[index];
        if (column.type === 'numeric') values.set(column.values, start);
        start += chunk.rowCount;
      }
      return { ...first, values };
    }
    return concatenateCategories(chunks, index, rowCount);
  });
  return { rowCount, columns };
}

function concatenateCategories(
  chunks: readonly TypedTable[],
  index: number,
  rowCount: number,
): TypedTable['columns'][0] {
  const codes = new Int32Array(rowCount);
  const dictionary: string[] = [];
  let start = 0;
  let previous: readonly string[] | null = null;
  let offset = 0;
  for (const chunk of chunks) {
    const column = chunk.columns[index];
    if (column.type !== 'categorical') throw new Error('The chunks have different columns.');
    if (!previous || !areSame(column.dictionary, previous)) {
      offset = dictionary.length;
      for (const entry of column.dictionary) dictionary.push(entry);
      previous = column.dictionary;
    }
    for (let row = 0; row < chunk.rowCount; row++) {
      codes[start + row] = column.codes[row] < 0 ? -1 : column.codes[row] + offset;
    }
    start += chunk.rowCount;
  }
  return { type: 'categorical', schema: chunks[0].columns[index].schema, codes, dictionary };
}

/** The same texts; dictionaries that came from another worker are not the same array. */
function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}
