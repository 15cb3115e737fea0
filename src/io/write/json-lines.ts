import type { TypedTable } from '../../engine/typed-table';
import { type Bytes, noRowsError } from './encoding';
import { plainReader } from './plain-cells';
import { inPieces } from './text-pieces';

/**
 * A table as JSON Lines (jsonlines.org): an object for each row with every column in order, null where missing, true and false and
 * numbers as such, dates as ISO 8601 texts. Throws UserError when there is no chunk.
 */
export function encodeJsonLines(chunks: AsyncIterable<TypedTable>): AsyncGenerator<Bytes> {
  return inPieces(linesOf(chunks));
}

async function* linesOf(chunks: AsyncIterable<TypedTable>): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const { rowCount, columns } of chunks) {
    isEmpty = false;
    const readers = columns.map(plainReader);
    const names = columns.map(({ schema }) => `${JSON.stringify(schema.name)}:`);
    for (let row = 0; row < rowCount; row++)
      yield `{${readers.map((read, c) => names[c] + JSON.stringify(read(row))).join(',')}}\n`;
  }
  if (isEmpty) throw noRowsError();
}
