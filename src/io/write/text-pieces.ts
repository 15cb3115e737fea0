import type { Bytes } from './encoding';

/** UTF-16 units gathered before they are turned into bytes: about 64 kB of plain text. */
const pieceLength = 1 << 16;

/** Texts as bytes in UTF-8, gathered so that no piece is small. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  let gathered = '';
  for await (const text of texts) {
    gathered += text;
    if (gathered.length >= pieceLength) {
      yield encoder.encode(gathered);
      gathered = '';
    }
  }
  if (gathered.length > 0) yield encoder.encode(gathered);
}
