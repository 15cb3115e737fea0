import type { Encoding } from './dialect';

/** Turns the chunks of a file into UTF-8 without a byte-order mark. Files that are UTF-8 pass as they are. */
export class Utf8Stream {
  readonly #decoder: TextDecoder | null;
  readonly #encoder = new TextEncoder();
  #bytesToSkip: number;
  /** Characters that were no valid text in the declared encoding (some encodings make text of any bytes). */
  replacedCount = 0;

  constructor(encoding: Encoding, hasByteOrderMark: boolean) {
    this.#decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { ignoreBOM: true });
    this.#bytesToSkip = hasByteOrderMark ? byteOrderMarkLength(encoding) : 0;
  }

  /** The chunk in UTF-8; with null, what was left over at the file's end. */
  convert(chunk: Uint8Array | null): Uint8Array {
    const bytes = this.#withoutMark(chunk ?? new Uint8Array(0));
    if (this.#decoder === null) return bytes;
    const text = this.#decoder.decode(bytes, { stream: chunk !== null });
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) this.replacedCount++;
    return this.#encoder.encode(text);
  }

  #withoutMark(bytes: Uint8Array): Uint8Array {
    if (this.#bytesToSkip === 0) return bytes;
    const skipped = Math.min(this.#bytesToSkip, bytes.length);
    this.#bytesToSkip -= skipped;
    return bytes.subarray(skipped);
  }
}

function byteOrderMarkLength(encoding: Encoding): number {
  if (encoding === 'utf-8') return 3;
  return encoding.startsWith('utf-16') ? 2 : 0;
}
