import { fastestFindMarks } from './byte-marks';
import { carriageReturn, lineFeed, markBytes } from './mark-bytes';
import type { QuotingDialect } from './tokenizer';

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
  /** One bit for each of the bytes, the lowest first: 1 at those that matter. The line feed after them is always marked. */
  #marks = new Int32Array(0);
  readonly #wanted: readonly number[];
  readonly #findMarks = fastestFindMarks();

  constructor(dialect: QuotingDialect) {
    this.#wanted = markBytes(dialect);
    this.delimiter = new TextEncoder().encode(dialect.delimiter);
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

  /** Finds what `nextMark` tells, anew after any change of the bytes. */
  mark(): void {
    const words = (this.length >>> 5) + 1;
    if (words > this.#marks.length) this.#marks = new Int32Array((this.bytes.length >>> 5) + 1);
    this.#findMarks(this.bytes, this.length + 1, this.#wanted, this.#marks);
  }

  /** The first place from `at` on, which the bytes' end is at the latest, where a byte that matters stands. */
  nextMark(at: number): number {
    const marks = this.#marks;
    let word = at >>> 5;
    let bits = marks[word] >> (at & 31);
    if (bits !== 0) return at + 31 - Math.clz32(bits & -bits);
    do bits = marks[++word];
    while (bits === 0);
    return (word << 5) + 31 - Math.clz32(bits & -bits);
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
      at = this.nextMark(at);
      if (stops[bytes[at]] === 0) {
        at++;
        continue;
      }
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
