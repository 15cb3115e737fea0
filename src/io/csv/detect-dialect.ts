import { detectEncoding } from './detect-encoding';
import type { Dialect, DialectChoice } from './dialect';
import { readSample, type SampleTable } from './sample-table';
import { knownDelimiters, scoreDialect } from './score-dialect';
import { findShape, type TableShape } from './table-shape';
import type { QuotingDialect } from './tokenizer';
import { Utf8Stream } from './utf8-stream';

/** A file's dialect and the shape of its table, as its head shows them. */
export interface Layout extends Omit<TableShape, 'preambleRecords' | 'headerRows'> {
  readonly dialect: Dialect;
  /** Nothing in the file decided for its encoding. */
  readonly isEncodingGuessed: boolean;
}

/** Every guess reads that many bytes: more would cost more than they tell. */
const guessedFrom = 256 * 1024;
const linesWanted = 10;

interface Guess extends QuotingDialect {
  readonly table: SampleTable;
  readonly score: number;
}

/**
 * Finds how a delimited file is written from its head. What the choice settles is taken as
 * it is. `isWhole` says that the sample is the entire file.
 */
export function detectDialect(sample: Uint8Array, isWhole: boolean, choice: DialectChoice): Dialect {
  return detectLayout(sample, isWhole, choice).dialect;
}

/** As detectDialect, with the table's shape. */
export function detectLayout(sample: Uint8Array, isWhole: boolean, choice: DialectChoice): Layout {
  const { encoding, hasByteOrderMark, isGuess } = detectEncoding(sample, isWhole, choice.encoding);
  const bytes = asUtf8(sample, isWhole, new Utf8Stream(encoding, hasByteOrderMark));
  const guess = guessQuoting(bytes, isWhole, choice);
  const { preambleRecords, headerRows, ...shape } = findShape(guess.table, choice);
  return {
    ...shape,
    isEncodingGuessed: isGuess,
    dialect: {
      encoding,
      hasByteOrderMark,
      delimiter: guess.delimiter,
      quote: guess.quote,
      escape: guess.escape,
      preambleRecords,
      headerRows,
      newline: commonNewline(bytes),
      decimalSeparator: choice.decimalSeparator ?? decimalSeparator(guess),
    },
  };
}

function asUtf8(sample: Uint8Array, isWhole: boolean, stream: Utf8Stream): Uint8Array {
  const head = stream.convert(sample);
  const tail = isWhole ? stream.convert(null) : new Uint8Array(0);
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
}

/** The head of the sample tells its quoting, if it has some lines; the guess's table is the whole sample's. */
function guessQuoting(bytes: Uint8Array, isWhole: boolean, choice: DialectChoice): Guess {
  const head = bytes.subarray(0, guessedFrom);
  if (head.length === bytes.length || countLines(head) < linesWanted)
    return bestQuoting(bytes, isWhole, choice);
  return cutBy(bestQuoting(head, false, choice), bytes, isWhole);
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 10 || byte === 13) count++;
  return count;
}

function cutBy({ delimiter, quote, escape }: QuotingDialect, bytes: Uint8Array, isWhole: boolean): Guess {
  const table = readSample(bytes, isWhole, { delimiter, quote, escape });
  return { delimiter, quote, escape, table, score: scoreDialect(table, delimiter) };
}

/** Tries every delimiter and quote that occurs in the bytes and keeps the one that explains them best. */
function bestQuoting(bytes: Uint8Array, isWhole: boolean, choice: DialectChoice): Guess {
  const text = new TextDecoder().decode(bytes);
  const make = (delimiter: string, quote: Dialect['quote'], escape: Dialect['escape']) =>
    cutBy({ delimiter, quote, escape }, bytes, isWhole);
  let best: Guess | null = null;
  const delimiters = given(choice.delimiter ?? declaredDelimiter(text)) ?? delimitersIn(text);
  for (const quote of given(choice.quote) ?? quotesIn(text)) {
    for (const delimiter of delimiters) {
      for (const escape of given(choice.escape) ?? escapesIn(text, quote)) {
        const guess = make(delimiter, quote, escape);
        const margin = best === null || best.quote === quote ? 1 : 1.001;
        if (best === null || guess.score > best.score * margin) best = guess;
      }
    }
  }
  const found = best ?? make(',', '"', 'double');
  if (choice.delimiter !== undefined || !mayBeFollowedBySpaces(found)) return found;
  const spaced = make(`${found.delimiter} `, found.quote, found.escape);
  return haveSameWidths(found.table, spaced.table) ? spaced : found;
}

function given<T>(chosen: T | undefined | null): readonly T[] | null {
  return chosen === undefined || chosen === null ? null : [chosen];
}

/** What Excel writes above a table to say how it is delimited: `sep=;`. */
function declaredDelimiter(text: string): string | null {
  return /^sep=([^\r\n])[\r\n]/i.exec(text)?.[1] ?? null;
}

function escapesIn(text: string, quote: Dialect['quote']): readonly Dialect['escape'][] {
  return quote !== '' && text.includes(`\\${quote}`) ? ['double', 'backslash'] : ['double'];
}

function quotesIn(text: string): Dialect['quote'][] {
  if (!text.includes('"')) return text.includes("'") ? ['"', "'"] : ['"'];
  return text.includes("'") ? ['"', "'", ''] : ['"', ''];
}

/** Those that occur, and one that does not: it stands for a file of one column. */
function delimitersIn(text: string): string[] {
  const present = knownDelimiters.filter((delimiter) => text.includes(delimiter));
  const absent = knownDelimiters.find((delimiter) => !present.includes(delimiter));
  return absent === ',' ? [',', ...present] : [...present, ...(absent === undefined ? [] : [absent])];
}

/** A space may belong to every delimiter: `39, Private, 77516`. Quoted cells do not show it. */
function mayBeFollowedBySpaces(guess: Guess): boolean {
  if (![',', ';', '|', ':'].includes(guess.delimiter)) return false;
  const later = guess.table.rows.flatMap((row) => row.slice(1));
  const spaced = later.filter((cell) => /^ (?! )/.test(cell)).length;
  return spaced > 0 && (spaced === later.length || (guess.quote !== '' && spaced >= 0.1 * later.length));
}

/** Cut by the delimiter with a space or by the delimiter alone, the records are the same. */
function haveSameWidths(table: SampleTable, spaced: SampleTable): boolean {
  return (
    table.widths.length === spaced.widths.length &&
    table.widths.every((width, i) => width === spaced.widths[i])
  );
}

function commonNewline(bytes: Uint8Array): Dialect['newline'] {
  let feeds = 0;
  let pairs = 0;
  let returns = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 10) {
      if (bytes[i - 1] === 13) pairs++;
      else feeds++;
    } else if (bytes[i] === 13 && bytes[i + 1] !== 10) returns++;
  }
  if (pairs > 0 && pairs >= feeds && pairs >= returns) return '\r\n';
  return returns > feeds ? '\r' : '\n';
}

/** A comma when numbers like `1,5` outnumber those like `1.5`, thousands like `1,234` being neither. */
function decimalSeparator(guess: Guess): '.' | ',' {
  if (guess.delimiter.startsWith(',')) return '.';
  let commas = 0;
  let points = 0;
  for (const cell of guess.table.rows.flat()) {
    const text = cell.trim();
    if (/^-?\d*,\d+$/.test(text) && !/^-?[1-9]\d{0,2},\d{3}$/.test(text)) commas++;
    else if (/^-?\d*\.\d+$/.test(text)) points++;
  }
  return commas > points ? ',' : '.';
}
