import type { QuotingDialect } from './tokenizer';

export const lineFeed = 10;
export const carriageReturn = 13;
const space = 32;

/** The bytes at hand, and where cells end in them. */
export class CellEnds {
  /** UTF-8; a line feed stands after those that count. */
  bytes = new Uint8Array(1 << 16);
  /** So many of the bytes count. */
  length = 0;
  /** Nothing follows them. */
  isLast = false;
  readonly delimiter: Uint8Array;
  /** Not 0 where a cell without quotes may end: at newlines and what a delimiter begins with. */
  readonly stops = new Uint8Array(256);
  /** Spaces around quotes are no part of a cell. */
  readonly skipsSpaces: boolean;

  constructor({ delimiter }: Pick<QuotingDialect, 'delimiter'>) {
    this.delimiter = new TextEncoder().encode(delimiter);
    this.skipsSpaces = this.delimiter[0] !== space;
    for (const byte of [lineFeed, carriageReturn, this.delimiter[0]]) this.stops[byte] = 1;
  }

  append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length + 1;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(chunk, this.length);
    this.length += chunk.length;
    this.bytes[this.length] = lineFeed;
  }

  /** Lets go of what stands before `at`. */
  dropUntil(at: number): void {
    this.bytes.copyWithin(0, at, this.length + 1);
    this.length -= at;
  }

  afterSpaces(at: number): number {
    if (this.skipsSpaces) while (this.bytes[at] === space) at++;
    return at;
  }

  /** True where a newline, a delimiter or the end of the bytes stands. */
  endsCell(at: number): boolean {
    if (at >= this.length) return true;
    const byte = this.bytes[at];
    return this.stops[byte] !== 0 && (byte === lineFeed || byte === carriageReturn || this.#isDelimiter(at));
  }

  /** Where the cell without quotes ends that `at` lies in. */
  endOfPlain(at: number): number {
    const { bytes, stops } = this;
    for (;;) {
      while (stops[bytes[at]] === 0) at++;
      if (this.delimiter.length === 1 || this.endsCell(at)) return Math.min(at, this.length);
      at++;
    }
  }

  /** Also true for a delimiter that the end of an unfinished chunk cuts. */
  #isDelimiter(at: number): boolean {
    for (let i = 1; i < this.delimiter.length; i++) {
      if (at + i >= this.length) return !this.isLast;
      if (this.bytes[at + i] !== this.delimiter[i]) return false;
    }
    return true;
  }
}
