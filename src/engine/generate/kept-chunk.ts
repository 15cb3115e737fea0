import type { KeptRows } from '../encode/kept-rows';
import type { TargetSink } from '../models/table-model';
import { selectColumnRows } from '../typed-table';
import type { ChunkDecoder } from './table-decoder';

/** The chunk whose first row is that row of the real table: kept columns hold its real cells, and the others are drawn given them. */
export function keepInChunk(chunk: ChunkDecoder, kept: KeptRows, firstRow: number, rows: number): TargetSink {
  const places = Uint32Array.from({ length: rows }, (_, i) => firstRow + i);
  for (const [index, column] of kept.columns) chunk.keep(index, selectColumnRows(column, places));
  const codesOf = (index: number) => kept.codes.get(index)?.subarray(firstRow, firstRow + rows) ?? null;
  return {
    accept: (column, targets) => codesOf(column.index)?.slice() ?? chunk.accept(column, targets),
    knownCodes: ({ index }) => codesOf(index),
  };
}
