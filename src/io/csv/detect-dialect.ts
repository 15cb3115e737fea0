import { detectEncoding } from './detect-encoding';
import { hasHeader } from './detect-header';
import type { Dialect, DialectChoice } from './dialect';
import { commonWidth, countWidths, readSample, type SampleTable } from './sample-table';
import { knownDelimiters, scoreDialect } from './score-dialect';
import type { QuotingDialect } from './tokenizer';
import { Utf8Stream } from './utf8-stream';

/** A file's dialect and the shape of its table, as its head shows them. */
export interface Layout {
  readonly dialect: Dialect;
  readonly columnCount: number;
  /** The header has no name for the first column, which names the rows. */
  readonly hasRowNames: boolean;
  /** Every record of the sample ends in a delimiter. */
  readonly lastColumnIsEmpty: boolean;
}

interface Guess extends QuotingDialect {
  readonly table: SampleTable;
  readonly score: number;
}

/**
 * Finds how a delimited file is written from its head (some hundred kilobytes). What the choice settles is taken as
 * it is. `isWhole` says that the sample is the entire file.
 */
export function detectDialect(sample: Uint8Array, isWhole: boolean, choice: DialectChoice): Dialect {
  return detectLayout(sample, isWhole, choice).dialect;
}

/** As detectDialect, with the table's shape. */
export function detectLayout(sample: Uint8Array, isWhole: boolean, choice: DialectChoice): Layout {
  const { encoding, hasByteOrderMark } = detectEncoding(sample, isWhole, choice.encoding);
  const bytes = asUtf8(sample, isWhole, new Utf8Stream(encoding, hasByteOrderMark));
  const guess = guessQuoting(bytes, isWhole, choice);
  const { widths, rows, emptyEndCount } = guess.table;
  const preamble = countPreamble(guess.table);
  const shape = findShape(widths.slice(preamble), rows.slice(preamble), choice.hasHeader);
  return {
    columnCount: shape.columnCount,
    hasRowNames: shape.hasRowNames,
    lastColumnIsEmpty: emptyEndCount >= widths.length - preamble - (shape.header ? 1 : 0),
    dialect: {
      encoding,
      hasByteOrderMark,
      delimiter: guess.delimiter,
      quote: guess.quote,
      escape: guess.escape,
      hasHeader: shape.header,
      newline: commonNewline(bytes),
      decimalSeparator: choice.decimalSeparator ?? decimalSeparator(guess),
      ...(preamble > 0 && { preambleRecords: preamble }),
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

/** Tries every delimiter and quote that occurs in the sample and keeps the one that explains it best. */
function guessQuoting(bytes: Uint8Array, isWhole: boolean, choice: DialectChoice): Guess {
  const text = new TextDecoder().decode(bytes);
  const make = (delimiter: string, quote: Dialect['quote'], escape: Dialect['escape']): Guess => {
    const table = readSample(bytes, isWhole, { delimiter, quote, escape });
    return { delimiter, quote, escape, table, score: scoreDialect(table, delimiter) };
  };
  let best: Guess | null = null;
  for (const quote of choice.quote === undefined ? quotesIn(text) : [choice.quote]) {
    for (const delimiter of choice.delimiter === undefined ? delimitersIn(text) : [choice.delimiter]) {
      const guess = make(delimiter, quote, 'double');
      const margin = best === null || best.quote === quote ? 1 : 1.001;
      if (best === null || guess.score > best.score * margin) best = guess;
      if (quote === '' || !text.includes(`\\${quote}`)) continue;
      const escaped = make(delimiter, quote, 'backslash');
      if (escaped.score > best.score) best = escaped;
    }
  }
  const found = best ?? make(',', '"', 'double');
  if (choice.delimiter !== undefined || !isFollowedBySpaces(found)) return found;
  return make(`${found.delimiter} `, found.quote, found.escape);
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

/** True when a space belongs to every delimiter: `39, Private, 77516`. */
function isFollowedBySpaces(guess: Guess): boolean {
  if (![',', ';', '|', ':'].includes(guess.delimiter)) return false;
  const later = guess.table.rows.flatMap((row) => row.slice(1));
  return later.length > 0 && later.every((cell) => /^ (?! )/.test(cell));
}

/** Records ahead of the table: titles with one filled cell, remarks after a `#`. */
function countPreamble(table: SampleTable): number {
  const width = commonWidth(table.widths);
  if (width < 2) return 0;
  const last = Math.min(table.rows.length - 1, 30);
  for (let i = 0; i < last; i++) {
    const filled = table.rows[i].filter((cell) => cell.trim() !== '').length;
    const isTitle = filled <= 1 && (table.widths[i] !== width || width > 2);
    const isRemark = table.widths[i] !== width && table.rows[i][0].startsWith('#');
    if (!isTitle && !isRemark) return i;
  }
  return 0;
}

interface Shape {
  readonly header: boolean;
  readonly hasRowNames: boolean;
  readonly columnCount: number;
}

function findShape(widths: readonly number[], rows: readonly string[][], chosen: boolean | undefined): Shape {
  if (widths.length === 0) return { header: chosen ?? true, hasRowNames: false, columnCount: 0 };
  const bodyWidth = commonWidth(widths.slice(1));
  const body = rows.slice(1);
  const isOneShort = bodyWidth === widths[0] + 1 && body.some((row) => row[bodyWidth - 1] !== '');
  const shifted = isOneShort && new Set(body.map((row) => row[0])).size === body.length;
  const header = chosen ?? hasHeader(shifted ? ['', ...rows[0]] : rows[0], body);
  const isTrailing = widths[0] < bodyWidth && !isOneShort && bodyWidth === widths[0] + 1;
  return {
    header,
    hasRowNames: header && shifted,
    columnCount: header ? Math.max(widths[0], isTrailing ? widths[0] : bodyWidth) : usualWidth(widths),
  };
}

/** The greatest width that at least a twentieth of the records have. */
function usualWidth(widths: readonly number[]): number {
  let usual = commonWidth(widths);
  for (const [width, count] of countWidths(widths))
    if (width > usual && count * 20 >= widths.length) usual = width;
  return usual;
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
