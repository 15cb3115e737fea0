import { UserError } from '../../engine/errors';
import { CellEnds } from './cell-ends';
import { ClosingQuote, incomplete, unclosed } from './closing-quote';
import { type Dialect, mostLinesListed } from './dialect';
import { carriageReturn, lineFeed } from './mark-bytes';
import { lineWords } from '../words';

/** One record as byte ranges; all but its bytes is valid only while the sink looks at it. */
export interface RecordCells {
  /** They stay as they are until the sink is told otherwise. */
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
const space = 32;

/**
 * Cuts UTF-8 bytes, in chunks of any size, into records and cells. A record that a chunk's end cuts through
 * waits for the rest. Newlines may be LF, CRLF or CR in any mixture. A quote that never closes, and text
 * after a closing quote, are kept as they stand rather than swallowing what follows.
 */
export class CsvTokenizer implements RecordCells {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  count = 0;
  line = 1;
  isBlank = false;
  /** Quotes read as plain text because they never close, and the lines of the first of them. */
  unclosedCount = 0;
  readonly unclosedLines: number[] = [];

  readonly #sink: RecordSink;
  readonly #beforeChange: () => void;
  readonly #text: CellEnds;
  readonly #quote: number;
  readonly #closing: ClosingQuote;
  /** The delimiter, where it is one byte; -1 where it is several. */
  readonly #shortDelimiter: number;
  /** 0 for bytes with which a cell begins that goes to the next stop, whatever comes. */
  readonly #mayBeOdd = new Uint8Array(256);
  #tryAgainAt = 0;
  #newlines = 0;
  #vainBytes = 0;
  #hasEscapes = false;
  /** Of the odd cell scanned last. */
  #cellStart = 0;
  #cellEnd = 0;
  /** Where the quote opens in which the last incomplete record ended; -1 none. */
  #openQuote = -1;
  readonly #literalQuotes = new Set<number>();

  /** @param beforeChange called before the bytes of the records handed to the sink so far change */
  constructor(dialect: QuotingDialect, sink: RecordSink, beforeChange: () => void = () => undefined) {
    this.#sink = sink;
    this.#beforeChange = beforeChange;
    const text = new CellEnds(dialect);
    this.#text = text;
    this.#closing = new ClosingQuote(text, dialect);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#shortDelimiter = text.delimiter.length === 1 ? text.delimiter[0] : -1;
    if (this.#shortDelimiter < 0) this.#mayBeOdd.fill(1);
    if (this.#quote >= 0) this.#mayBeOdd[this.#quote] = 1;
    if (this.#quote >= 0 && text.skipsSpaces) this.#mayBeOdd[space] = 1;
  }

  get bytes(): Uint8Array {
    return this.#text.bytes;
  }

  /** Line that the end of what was pushed lies on. */
  get lastLine(): number {
    const { bytes, length } = this.#text;
    let line = this.line;
    for (let i = 0; i < length; i++) if (bytes[i] === lineFeed) line++;
    return line;
  }

  /** Takes the next bytes of the file. Throws UserError at a record too long to be one. */
  push(chunk: Uint8Array): void {
    this.#text.append(chunk);
    if (this.#text.length >= this.#tryAgainAt) this.#scan();
  }

  /** The file is at its end: what is left is its last record. */
  finish(): void {
    this.#text.isLast = true;
    this.#scan();
  }

  #scan(): void {
    const text = this.#text;
    text.mark();
    let at = 0;
    while (at < text.length) {
      const next = this.#scanRecord(at);
      if (next === incomplete) {
        if (text.length - at <= longestRecord) break;
        this.#refuseLongRecord();
        continue;
      }
      this.#emit();
      at = next;
    }
    this.#literalQuotes.clear();
    this.#beforeChange();
    text.dropUntil(at);
    this.#tryAgainAt = text.length > 1 << 16 ? Math.min(text.length * 2, longestRecord + 1) : 0;
  }

  #refuseLongRecord(): void {
    if (this.#openQuote >= 0) this.#takeLiterally(this.#openQuote, this.#text.length);
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

  /** Finds the cells of the record that begins at `start`; returns where the next one begins, or `incomplete`. */
  #scanRecord(start: number): number {
    const text = this.#text;
    const { bytes, stops } = text;
    const mayBeOdd = this.#mayBeOdd;
    const delimiter = this.#shortDelimiter;
    let { starts, ends }: RecordCells = this;
    let count = 0;
    this.#newlines = 0;
    this.#hasEscapes = false;
    this.#openQuote = -1;
    let at = start;
    for (;;) {
      if (count === starts.length) ({ starts, ends } = this.#growCells());
      let end: number;
      if (mayBeOdd[bytes[at]] === 0) {
        end = text.nextMark(at);
        while (stops[bytes[end]] === 0) end = text.nextMark(end + 1);
        starts[count] = at;
        ends[count++] = end;
      } else {
        end = this.#scanOddCell(at);
        if (end === incomplete) return incomplete;
        starts[count] = this.#cellStart;
        ends[count++] = this.#cellEnd;
      }
      if (bytes[end] === delimiter) at = end + 1;
      else if (this.#isLongDelimiter(end)) {
        at = end + this.#text.delimiter.length;
        if (at > this.#text.length) return incomplete;
      } else {
        this.count = count;
        this.isBlank = end === start && end < this.#text.length;
        return this.#afterNewline(end);
      }
    }
  }

  /** True where a cell has ended and neither a newline nor the end of the bytes is why. */
  #isLongDelimiter(at: number): boolean {
    const byte = this.#text.bytes[at];
    return byte !== lineFeed && byte !== carriageReturn && at < this.#text.length;
  }

  /** Past the newline at `at`, or at the bytes' end; `incomplete` while it cannot be known whether it ends there. */
  #afterNewline(at: number): number {
    const { bytes, length, isLast } = this.#text;
    if (at >= length) return isLast ? at : incomplete;
    if (bytes[at] === lineFeed) return at + 1;
    if (at + 1 < length) return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    return isLast ? at + 1 : incomplete;
  }

  /** Finds the cell that begins at `at`, quoted or not; returns where it ends, its closing quote and spaces included. */
  #scanOddCell(at: number): number {
    const quoteAt = this.#openingQuote(at);
    if (quoteAt < 0) return this.#takePlain(at, at);
    const close = this.#closing.find(quoteAt + 1);
    if (close === incomplete) {
      this.#openQuote = quoteAt;
      return incomplete;
    }
    if (close === unclosed) {
      this.#takeLiterally(quoteAt, this.#closing.searchedTo);
      return this.#takePlain(at, at);
    }
    this.#newlines += this.#closing.newlines;
    const end = this.#text.afterSpaces(close + 1);
    if (!this.#text.endsCell(end)) return this.#takePlain(at, close + 1);
    this.#cellStart = quoteAt + 1;
    this.#cellEnd = this.#closing.wasEscaped ? ~close : close;
    if (this.#closing.wasEscaped) this.#hasEscapes = true;
    return end;
  }

  /** Takes the cell as it stands, up to the first end from `from` on. */
  #takePlain(start: number, from: number): number {
    this.#cellStart = start;
    return (this.#cellEnd = this.#text.endOfPlain(from));
  }

  /** Where the quote stands that opens the cell beginning at `at`, past spaces; -1 when the cell is not quoted. */
  #openingQuote(at: number): number {
    if (this.#quote < 0) return -1;
    const quoteAt = this.#text.afterSpaces(at);
    if (quoteAt >= this.#text.length || this.#text.bytes[quoteAt] !== this.#quote) return -1;
    return this.#literalQuotes.size > 0 && this.#literalQuotes.has(quoteAt) ? -1 : quoteAt;
  }

  #growCells(): RecordCells {
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    return this;
  }

  /** Cells with escapes carry their end as a complement: they are made shorter in place. */
  #unescapeCells(): void {
    const { starts, ends } = this;
    for (let i = 0; i < this.count; i++)
      if (ends[i] < 0) ends[i] = this.#closing.unescape(starts[i], ~ends[i]);
  }
}

function grown(items: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(items.length * 2);
  more.set(items);
  return more;
}
