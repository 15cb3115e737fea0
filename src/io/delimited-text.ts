import { joinCells } from './write/quote';

/** UTF-16 units gathered before they are turned into bytes. */
const pieceLength = 1 << 16;

/** Rows of texts as the CSV that the reader of delimited files takes: commas, quotes doubled, a line feed after each row. */
export async function* toDelimited(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const row of rows) {
    text += `${joinCells(row)}\n`;
    if (text.length >= pieceLength) {
      yield encoder.encode(text);
      text = '';
    }
  }
  if (text.length > 0) yield encoder.encode(text);
}
