import { UserError } from '../../engine/errors';
import { type Dialect, mostLinesListed } from './dialect';
import { lineWords } from '../words';

/** One record as byte ranges; valid only while the sink looks at it. */
export interface RecordCells {
  readonly bytes: Uint8Array;
  /** Cell i is `bytes[starts[i] … ends[i])`, unquoted and unescaped, in UTF-8. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** 1-based line on which the record begins. */
  readonly line: number;
  /** The line holds nothing at all, not even an empty pair of quotes. */
  readonly isBlank: boolean;
}

export type RecordSink = (record: RecordCells) => void;

export type QuotingDialect = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/** Quotes that never close are looked for this far; longer records are refused. */
const longestRecord = 16 * 1024 * 1024;
/** Bytes that may be looked through in vain for closing quotes before the file is refused. */
const mostVainBytes = 512 * 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const backslash = 92;

const delimiterClass = 1;
const newlineClass = 2;
const quoteClass = 3;
const backslashClass = 4;

/** Answers of the search for a closing quote that are no position. */
const incomplete = -1;
const unclosed = -2;

/**
 * Cuts UTF-8 bytes, in chunks of any size, into records and cells. A record that a chunk's end cuts through
 * waits for the rest. Newlines may be LF, CRLF or CR in any mixture. A quote that never closes, and text
 * after a closing quote, are kept as they stand rather than swallowing what follows.
 */
export class CsvTokenizer implements RecordCells {
  bytes = new Uint8Array(1 << 16);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  count = 0;
  line = 1;
  isBlank = false;
  /** Quotes read as plain text because they never close, and the lines of the first of them. */
  unclosedCount = 0;
  readonly unclosedLines: number[] = [];

  readonly #sink: RecordSink;
  readonly #delimiter: Uint8Array;
  readonly #quote: number;
  readonly #hasBackslash: boolean;
  readonly #skipsSpaces: boolean;
  /** Classes of bytes outside and inside quotes; 0 is ordinary. */
  readonly #outside = new Uint8Array(256);
  readonly #inside = new Uint8Array(256);
  #length = 0;
  #isLast = false;
  #tryAgainAt = 0;
  #newlines = 0;
  #newlinesInQuotes = 0;
  #searchedTo = 0;
  #vainBytes = 0;
  #wasEscaped = false;
  #hasEscapes = false;
  /** Where the quote opens in which the last incomplete record ended; -1 none. */
  #openQuote = -1;
  readonly #literalQuotes = new Set<number>();

  constructor(dialect: QuotingDialect, sink: RecordSink) {
    this.#sink = sink;
    this.#delimiter = new TextEncoder().encode(dialect.delimiter);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#hasBackslash = dialect.escape === 'backslash' && dialect.quote !== '';
    this.#skipsSpaces = this.#delimiter[0] !== space;
    for (const table of [this.#outside, this.#inside]) {
      table[lineFeed] = newlineClass;
      table[carriageReturn] = newlineClass;
    }
    this.#outside[this.#delimiter[0]] = delimiterClass;
    if (this.#quote >= 0) this.#inside[this.#quote] = quoteClass;
    if (this.#hasBackslash) this.#inside[backslash] = backslashClass;
  }

  /** Line that the end of what was pushed lies on. */
  get lastLine(): number {
    let line = this.line;
    for (let i = 0; i < this.#length; i++) if (this.bytes[i] === lineFeed) line++;
    return line;
  }

  /** Takes the next bytes of the file. Throws UserError at a record too long to be one. */
  push(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length + 1;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.#length));
      this.bytes = grown;
    }
    this.bytes.set(chunk, this.#length);
    this.#length += chunk.length;
    if (this.#length >= this.#tryAgainAt) this.#scan();
  }

  /** The file is at its end: what is left is its last record. */
  finish(): void {
    this.#isLast = true;
    this.#scan();
  }

  #scan(): void {
    this.bytes[this.#length] = lineFeed;
    let at = 0;
    while (at < this.#length) {
      const next = this.#scanRecord(at);
      if (next === incomplete) {
        if (this.#length - at <= longestRecord) break;
        this.#refuseLongRecord();
        continue;
      }
      this.#emit();
      at = next;
    }
    this.#literalQuotes.clear();
    this.bytes.copyWithin(0, at, this.#length);
    this.#length -= at;
    this.#tryAgainAt = this.#length > 1 << 16 ? Math.min(this.#length * 2, longestRecord + 1) : 0;
  }

  #refuseLongRecord(): void {
    if (this.#openQuote >= 0) this.#takeLiterally(this.#openQuote, this.#length);
    else {
      throw new UserError(lineWords().tooLong(this.line));
    }
  }

  /** The quote never closes, as a search up to `searchedTo` has shown. */
  #takeLiterally(quoteAt: number, searchedTo: number): void {
    this.#literalQuotes.add(quoteAt);
    const { unclosedLines } = this;
    if (unclosedLines.length < mostLinesListed && unclosedLines.at(-1) !== this.line)
      unclosedLines.push(this.line);
    this.unclosedCount++;
    this.#vainBytes += searchedTo - quoteAt;
    if (this.#vainBytes <= mostVainBytes) return;
    throw new UserError(lineWords().unclosedQuotes(unclosedLines[0], this.unclosedCount - 1));
  }

  /** Hands the record to the sink. */
  #emit(): void {
    if (this.#hasEscapes) this.#unescapeCells();
    this.#sink(this);
    this.line += this.#newlines + 1;
    if (this.#literalQuotes.size > 0) this.#literalQuotes.clear();
  }

  /** Finds the cells of the record that begins at `start`; returns where the next one begins. */
  #scanRecord(start: number): number {
    this.count = 0;
    this.#newlines = 0;
    this.#hasEscapes = false;
    this.#openQuote = -1;
    let at = start;
    for (;;) {
      const quoteAt = this.#quote >= 0 ? this.#openingQuote(at) : -1;
      let end: number;
      if (quoteAt >= 0) {
        const close = this.#findClose(quoteAt + 1);
        if (close === incomplete) {
          this.#openQuote = quoteAt;
          return incomplete;
        }
        if (close === unclosed) {
          this.#takeLiterally(quoteAt, this.#searchedTo);
          continue;
        }
        this.#newlines += this.#newlinesInQuotes;
        end = this.#afterSpaces(close + 1);
        if (this.#endsCell(end)) this.#addCell(quoteAt + 1, close, this.#wasEscaped);
        else {
          end = this.#endOfPlain(close + 1);
          this.#addCell(at, end, false);
        }
      } else {
        end = this.#endOfPlain(at);
        this.#addCell(at, end, false);
      }
      if (end >= this.#length) {
        if (!this.#isLast) return incomplete;
        this.isBlank = false;
        return end;
      }
      const byte = this.bytes[end];
      if (byte !== lineFeed && byte !== carriageReturn) {
        if (end + this.#delimiter.length > this.#length) return incomplete;
        at = end + this.#delimiter.length;
        continue;
      }
      this.isBlank = end === start;
      if (byte === lineFeed) return end + 1;
      if (end + 1 < this.#length) return this.bytes[end + 1] === lineFeed ? end + 2 : end + 1;
      return this.#isLast ? end + 1 : incomplete;
    }
  }

  /** Where the quote stands that opens the cell beginning at `at`, past spaces; -1 when the cell is not quoted. */
  #openingQuote(at: number): number {
    const quoteAt = this.#afterSpaces(at);
    if (quoteAt >= this.#length || this.bytes[quoteAt] !== this.#quote) return -1;
    return this.#literalQuotes.size > 0 && this.#literalQuotes.has(quoteAt) ? -1 : quoteAt;
  }

  #afterSpaces(at: number): number {
    if (this.#skipsSpaces) while (this.bytes[at] === space) at++;
    return at;
  }

  /** True where a newline, a delimiter or the end of the bytes stands. */
  #endsCell(at: number): boolean {
    if (at >= this.#length) return true;
    const kind = this.#outside[this.bytes[at]];
    return kind === newlineClass || (kind === delimiterClass && this.#isDelimiter(at));
  }

  /** Also true for a delimiter that the end of an unfinished chunk cuts. */
  #isDelimiter(at: number): boolean {
    for (let i = 1; i < this.#delimiter.length; i++) {
      if (at + i >= this.#length) return !this.#isLast;
      if (this.bytes[at + i] !== this.#delimiter[i]) return false;
    }
    return true;
  }

  /** The end of a cell without quotes. */
  #endOfPlain(at: number): number {
    const bytes = this.bytes;
    const outside = this.#outside;
    for (;;) {
      while (outside[bytes[at]] === 0) at++;
      if (this.#delimiter.length === 1 || this.#endsCell(at)) return Math.min(at, this.#length);
      at++;
    }
  }

  /**
   * The quote that closes what was opened before `at`; sets #wasEscaped and #newlinesInQuotes. A quote with text
   * after it closes within its line; lines further down it is rather the start of another cell.
   */
  #findClose(at: number): number {
    const bytes = this.bytes;
    const inside = this.#inside;
    this.#wasEscaped = false;
    this.#newlinesInQuotes = 0;
    for (;;) {
      while (inside[bytes[at]] === 0) at++;
      this.#searchedTo = at;
      if (at >= this.#length) return this.#isLast ? unclosed : incomplete;
      const kind = inside[bytes[at]];
      if (kind === newlineClass) {
        if (bytes[at] === lineFeed || bytes[at + 1] !== lineFeed) this.#newlinesInQuotes++;
        at++;
        continue;
      }
      if (at + 1 >= this.#length && !this.#isLast) return incomplete;
      const next = bytes[at + 1];
      if (next === this.#quote || (kind === backslashClass && next === backslash)) {
        if (at + 1 < this.#length) {
          this.#wasEscaped = true;
          at += 2;
          continue;
        }
      }
      if (kind === backslashClass) {
        at++;
        continue;
      }
      const after = this.#afterSpaces(at + 1);
      if (after >= this.#length && !this.#isLast) return incomplete;
      if (this.#endsCell(after)) return at;
      const later = this.#closeLaterInLine(at + 1);
      if (later === incomplete) return incomplete;
      if (later === unclosed) return this.#newlinesInQuotes > 0 ? unclosed : at;
      at++;
    }
  }

  /**
   * A quote stands inside a quoted cell, neither doubled nor before a delimiter. It is part of the text when,
   * in the same line, a quote before a delimiter (its place is the answer) comes ahead of one after a delimiter.
   */
  #closeLaterInLine(at: number): number {
    for (; at < this.#length; at++) {
      const byte = this.bytes[at];
      if (byte === lineFeed || byte === carriageReturn) return unclosed;
      if (byte !== this.#quote) continue;
      if (this.#endsCell(at - this.#delimiter.length)) return unclosed;
      const after = this.#afterSpaces(at + 1);
      if (after >= this.#length && !this.#isLast) return incomplete;
      if (this.#endsCell(after)) return at;
    }
    return this.#isLast ? unclosed : incomplete;
  }

  #addCell(start: number, end: number, isEscaped: boolean): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count++] = isEscaped ? ~end : end;
    if (isEscaped) this.#hasEscapes = true;
  }

  /** Cells with escapes carry their end as a complement: they are made shorter in place. */
  #unescapeCells(): void {
    for (let i = 0; i < this.count; i++) {
      if (this.ends[i] < 0) this.ends[i] = this.#unescape(this.starts[i], ~this.ends[i]);
    }
  }

  #unescape(start: number, end: number): number {
    const bytes = this.bytes;
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

function grown(items: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(items.length * 2);
  more.set(items);
  return more;
}
