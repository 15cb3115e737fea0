import { blockOf, blockRows } from '../blocks';
import type { RowSampler, TableModel } from '../models/table-model';
import { RandomStream } from '../random';
import { selectRows, type TypedTable } from '../typed-table';
import { pinExtremes, type ExtremesPolicy } from './extremes';
import { keepInChunk } from './kept-chunk';
import { TableDecoder } from './table-decoder';

/** Rows drawn together: fixed, so that the same seed gives the same rows however they are asked for. */
export const chunkRows = 2048;

/** Rows that one of several networks draws before it is the next one's turn: all take part in tables of a thousand rows. */
const rowsPerTurn = 256;

export interface GenerateOptions {
  /** Of the whole table. */
  readonly rows: number;
  readonly seed: number;
  readonly extremes: ExtremesPolicy;
  /** The part of the table that is wanted; all of it when not said. */
  readonly slice?: RowSlice;
}

/** Rows `from` … `to` − 1 of a table. */
export interface RowSlice {
  readonly from: number;
  readonly to: number;
}

/**
 * Draws a synthetic table, or a slice of it, chunk by chunk; memory does not grow with the number of rows. Slices put
 * together are the whole, row by row: what one needs of the rows before it, at most a block of them, is drawn and left out.
 * Where columns are kept there is one row for each real row, in their order, and no more.
 * A caller that stops early must `return` the generator, or memory of the backend stays taken.
 */
export async function* generateTable(
  model: TableModel,
  options: GenerateOptions,
): AsyncGenerator<TypedTable> {
  const { seed } = options;
  const rows = Math.min(options.rows, model.kept?.rowCount ?? options.rows);
  const { slice = { from: 0, to: rows } } = options;
  const sampler = model.sampler();
  const draw = createDraw(model, sampler, seed);
  try {
    for (let start = blockOf(slice.from) * blockRows; start < Math.min(rows, slice.to); start += chunkRows) {
      const drawn = await draw(start, Math.min(chunkRows, rows - start));
      const table = start === 0 ? pinExtremes(drawn, model.encoded, model.ranges, options) : drawn;
      const part = sliceOf(table, slice.from - start, slice.to - start);
      if (part.rowCount > 0) yield part;
    }
  } finally {
    sampler.dispose();
  }
}

/** Draws chunks of the table in their order, each from where it starts. */
function createDraw(
  model: TableModel,
  sampler: RowSampler,
  seed: number,
): (start: number, rows: number) => Promise<TypedTable> {
  const decoder = new TableDecoder(model.encoded, model.makers, seed);
  const { kept } = model;
  const { turns = 1 } = sampler;
  const pieceRows = turns === 1 ? chunkRows : rowsPerTurn;
  let random = new RandomStream(seed, 'draw');
  return async (start, rows) => {
    if (start % blockRows === 0) {
      random = new RandomStream(seed, 'draw', blockOf(start));
      sampler.restart?.();
    }
    const pieces: TypedTable[] = [];
    for (let drawn = 0; drawn < rows; drawn += pieceRows) {
      const count = Math.min(pieceRows, rows - drawn);
      const chunk = decoder.chunk(count, start + drawn);
      const sink = kept ? keepInChunk(chunk, kept, start + drawn, count) : chunk;
      await sampler.draw(count, random, sink, null, Math.floor((start + drawn) / pieceRows) % turns);
      pieces.push(chunk.table());
    }
    return concatenateTables(pieces);
  };
}

/** The table's rows from `from` up to `to`, as far as it has them. */
function sliceOf(table: TypedTable, from: number, to: number): TypedTable {
  const first = Math.max(0, from);
  const count = Math.max(0, Math.min(table.rowCount, to) - first);
  if (count === table.rowCount) return table;
  return selectRows(
    table,
    Uint32Array.from({ length: count }, (_, i) => first + i),
  );
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
