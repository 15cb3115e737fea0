import { joinCells } from './write/quote';
import { inPieces } from './write/text-pieces';

type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** Rows of texts as the CSV that the reader of delimited files takes: commas, quotes doubled, a line feed after each row. */
export function toDelimited(rows: Rows): AsyncGenerator<Uint8Array> {
  return inPieces(linesOf(rows));
}

async function* linesOf(rows: Rows): AsyncGenerator<string> {
  for await (const row of rows) yield `${joinCells(row)}\n`;
}
