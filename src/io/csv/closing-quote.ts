import type { CellEnds } from './cell-ends';
import { backslash, carriageReturn, lineFeed } from './mark-bytes';
import type { QuotingDialect } from './tokenizer';

/** Answers of the search for a closing quote that are no position. */
export const incomplete = -1;
export const unclosed = -2;

const newlineClass = 1;
const quoteClass = 2;
const backslashClass = 3;

/** Finds where quoted cells close, and takes the escapes out of them. */
export class ClosingQuote {
  /** The last search passed a quote or backslash that another one escapes. */
  wasEscaped = false;
  /** Newlines that the last search passed. */
  newlines = 0;
  /** The last search looked at nothing from here on. */
  searchedTo = 0;

  readonly #text: CellEnds;
  readonly #quote: number;
  readonly #hasBackslash: boolean;
  /** Classes of bytes within quotes; 0 is ordinary. */
  readonly #classes = new Uint8Array(256);

  constructor(text: CellEnds, { quote, escape }: QuotingDialect) {
    this.#text = text;
    this.#quote = quote.charCodeAt(0);
    this.#hasBackslash = escape === 'backslash';
    this.#classes[lineFeed] = newlineClass;
    this.#classes[carriageReturn] = newlineClass;
    this.#classes[this.#quote] = quoteClass;
    if (this.#hasBackslash) this.#classes[backslash] = backslashClass;
  }

  /**
   * The quote that closes what was opened before `at`. A quote with text after it closes within its line; lines
   * further down it is rather the start of another cell.
   */
  find(at: number): number {
    const { bytes, length, isLast } = this.#text;
    const classes = this.#classes;
    this.wasEscaped = false;
    this.newlines = 0;
    for (;;) {
      at = this.#text.nextMark(at);
      if (classes[bytes[at]] === 0) {
        at++;
        continue;
      }
      this.searchedTo = at;
      if (at >= length) return isLast ? unclosed : incomplete;
      const kind = classes[bytes[at]];
      if (kind === newlineClass) {
        if (bytes[at] === lineFeed || bytes[at + 1] !== lineFeed) this.newlines++;
        at++;
        continue;
      }
      if (at + 1 >= length && !isLast) return incomplete;
      const next = bytes[at + 1];
      if (next === this.#quote || (kind === backslashClass && next === backslash)) {
        if (at + 1 < length) {
          this.wasEscaped = true;
          at += 2;
          continue;
        }
      }
      if (kind === backslashClass) {
        at++;
        continue;
      }
      const after = this.#text.afterSpaces(at + 1);
      if (after >= length && !isLast) return incomplete;
      if (this.#text.endsCell(after)) return at;
      const later = this.#findLaterInLine(at + 1);
      if (later === incomplete) return incomplete;
      if (later === unclosed) return this.newlines > 0 ? unclosed : at;
      at++;
    }
  }

  /**
   * A quote stands inside a quoted cell, neither doubled nor before a delimiter. It is part of the text when,
   * in the same line, a quote before a delimiter (its place is the answer) comes ahead of one after a delimiter.
   */
  #findLaterInLine(at: number): number {
    const { bytes, length, isLast, delimiter } = this.#text;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === lineFeed || byte === carriageReturn) return unclosed;
      if (byte !== this.#quote) continue;
      if (this.#text.endsCell(at - delimiter.length)) return unclosed;
      const after = this.#text.afterSpaces(at + 1);
      if (after >= length && !isLast) return incomplete;
      if (this.#text.endsCell(after)) return at;
    }
    return isLast ? unclosed : incomplete;
  }

  /** Makes the text of the cell shorter, in place; returns its new end. */
  unescape(start: number, end: number): number {
    const { bytes } = this.#text;
    let to = start;
    for (let from = start; from < end; from++) {
      const byte = bytes[from];
      const next = from + 1 < end ? bytes[from + 1] : -1;
      const isEscape =
        (byte === this.#quote && next === this.#quote) ||
        (this.#hasBackslash && byte === backslash && (next === this.#quote || next === backslash));
      if (isEscape) from++;
      bytes[to++] = bytes[from];
    }
    return to;
  }
}
