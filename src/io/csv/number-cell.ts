import { mostFractionDigits } from '../../engine/table';

/** How the text of a cell stands to the numbers. */
export type NumberSpelling =
  /** No number. */
  | 'none'
  /** A number that its value and count of fraction digits write again exactly. */
  | 'plain'
  /** A number written in another way: `.5`, `5.`, `1e5`, `-0`, padded with blanks, more digits than a double holds. */
  | 'odd'
  /** Digits that are a label and no quantity: a leading zero or plus, or a whole number of over 15 digits. */
  | 'label';

const powersOfTen = Float64Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`));
const zero = 48;
const nine = 57;
const minus = 45;
const plus = 43;
const blank = 32;
/** What stands in numbers beside digits: `+-.Ee`. */
const signs = Array.from('+-.Ee', (sign) => sign.charCodeAt(0));

/** Reads numbers from UTF-8 bytes without making strings of the plain ones. */
export class NumberCellReader {
  /** The last number read. */
  value = 0;
  /** Digits after the decimal separator that write it in full. */
  fractionDigits = 0;
  readonly #separator: number;

  constructor(decimalSeparator: '.' | ',') {
    this.#separator = decimalSeparator.charCodeAt(0);
  }

  /**
   * Reads the cell `bytes[start … end)`; for `plain` and `odd`, `value` and `fractionDigits` are set.
   * A mantissa of at most 15 digits divided by at most 10²² is the nearest double to the text (both are exact).
   */
  read(bytes: Uint8Array, start: number, end: number): NumberSpelling {
    if (bytes[start] > nine) return 'none';
    let at = start;
    const isNegative = bytes[at] === minus;
    if (isNegative) at++;
    const wholeStart = at;
    let mantissa = 0;
    let digit = at < end ? bytes[at] : 0;
    while (digit >= zero && digit <= nine) {
      mantissa = mantissa * 10 + (digit - zero);
      digit = ++at < end ? bytes[at] : 0;
    }
    const wholeDigits = at - wholeStart;
    let fractionDigits = 0;
    if (digit === this.#separator && at < end) {
      const fractionStart = ++at;
      digit = at < end ? bytes[at] : 0;
      while (digit >= zero && digit <= nine) {
        mantissa = mantissa * 10 + (digit - zero);
        digit = ++at < end ? bytes[at] : 0;
      }
      fractionDigits = at - fractionStart;
      if (fractionDigits === 0) return this.#readOdd(bytes, start, end);
    }
    if (at < end || wholeDigits === 0) return this.#readOdd(bytes, start, end);
    if (wholeDigits > 1 && bytes[wholeStart] === zero) return 'label';
    if (mantissa >= 1e15 || fractionDigits > 22)
      return fractionDigits === 0 ? 'label' : this.#readOdd(bytes, start, end);
    if (mantissa === 0 && isNegative) return this.#readOdd(bytes, start, end);
    const size = fractionDigits === 0 ? mantissa : mantissa / powersOfTen[fractionDigits];
    this.value = isNegative ? -size : size;
    this.fractionDigits = fractionDigits;
    return 'plain';
  }

  #readOdd(bytes: Uint8Array, start: number, end: number): NumberSpelling {
    while (start < end && bytes[start] === blank) start++;
    while (end > start && bytes[end - 1] === blank) end--;
    if (end - start > 40 || !mayBeginNumber(bytes[start], this.#separator) || start === end) return 'none';
    if (this.#holdsOther(bytes, start, end)) return 'none';
    let text = '';
    for (let i = start; i < end; i++)
      text += String.fromCharCode(bytes[i] === this.#separator ? 46 : bytes[i]);
    if (this.#separator !== 46 && bytes.subarray(start, end).includes(46)) return 'none';
    if (/^\+\d/.test(text)) return isNumber(text.slice(1)) ? 'label' : 'none';
    if (!isNumber(text)) return 'none';
    if (/^-?(0\d|\d{16,}$)/.test(text)) return 'label';
    const value = Number(text);
    if (!Number.isFinite(value)) return 'none';
    this.value = value === 0 ? 0 : value;
    this.fractionDigits = fractionDigitsOf(value, text);
    return 'odd';
  }

  /** True when a byte is among them that no number holds. */
  #holdsOther(bytes: Uint8Array, start: number, end: number): boolean {
    for (let i = start; i < end; i++) {
      const byte = bytes[i];
      if (!isDigit(byte) && !signs.includes(byte) && byte !== this.#separator) return true;
    }
    return false;
  }
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= nine;
}

function mayBeginNumber(byte: number, separator: number): boolean {
  return isDigit(byte) || byte === minus || byte === plus || byte === separator;
}

function isNumber(text: string): boolean {
  return /^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/.test(text);
}

/** Fraction digits of the shortest decimal text of the number; of its own text where that is plain and short. */
function fractionDigitsOf(value: number, text: string): number {
  const own = /^-?\d*\.?(\d*)$/.exec(text)?.[1].length;
  if (own !== undefined && own <= 15) return own;
  return shortestFractionDigits(value);
}

/** How many fraction digits the shortest decimal text that reads back as `value` has (0 … 100). */
export function shortestFractionDigits(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.min(mostFractionDigits, Math.max(0, fraction - Number(exponent)));
}
