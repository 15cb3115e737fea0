import type { Column, NumberColumn } from '../../engine/table';
import { ByteDictionary } from './byte-dictionary';
import { NumberCellReader } from './number-cell';
import { OddSpellings } from './odd-spellings';
import type { CellRanges } from './waiting-rows';

const mostTokens = 255;
const empty = new Uint8Array(0);

/**
 * Grows one column of a table, cell by cell, in typed arrays. It is numbers with up to 255 tokens for as
 * long as it can be, and becomes text, with every earlier cell's exact text, as soon as it must.
 */
export class ColumnBuilder {
  readonly #reader: NumberCellReader;
  readonly #decimalSeparator: '.' | ',';
  #dictionary: ByteDictionary;
  readonly #absent: readonly Uint8Array[] | null;
  #rowCount = 0;
  #capacity = 64;
  /** Null before the first number and once the column is text. */
  #values: Float64Array | null = null;
  /** Per row, the token's number in the dictionary plus 1; 0 a number. Null before the first token. */
  #tokenCodes: Uint8Array | null = null;
  /** Not null: the column is text. */
  #textCodes: Int32Array | null = null;
  /** Fraction digits of each number's text, kept only once two of them differ. */
  #digits: Uint8Array | null = null;
  #minDigits = 0;
  #maxDigits = 0;
  #numberCount = 0;
  #oddSpellings: OddSpellings | null = null;

  /**
   * `onRepair` is called for each cell that is no UTF-8 and is read as windows-1252, with the row that was given with it. The
   * cells of `absent` (UTF-8) are no numbers, whatever they look like.
   */
  constructor(
    decimalSeparator: '.' | ',',
    onRepair: (row: number) => void,
    absent: readonly Uint8Array[] = [],
  ) {
    this.#absent = absent.length === 0 ? null : absent;
    this.#dictionary = new ByteDictionary(onRepair);
    this.#decimalSeparator = decimalSeparator;
    this.#reader = new NumberCellReader(decimalSeparator);
  }

  addEmpty(): void {
    this.add(empty, 0, 0);
  }

  /** Adds the column's cells of rows. */
  addRows(cells: CellRanges, column: number): void {
    const { bytes, starts, ends, width, count } = cells;
    while (this.#rowCount + count > this.#capacity) this.#grow();
    for (let row = 0; row < count; row++) {
      if (this.#values === null) row = this.#addKnown(cells, column, row);
      if (row === count) return;
      const at = row * width + column;
      this.add(bytes, starts[at], ends[at], row);
    }
  }

  /** Adds texts, from row `first` on, as long as they are known to be no numbers: returns the first row with another. */
  #addKnown(cells: CellRanges, column: number, first: number): number {
    const codes = this.#textCodes ?? this.#tokenCodes;
    if (codes === null) return first;
    const plus = this.#textCodes === null ? 1 : 0;
    const row = this.#dictionary.copyRecent(cells, column, first, codes, this.#rowCount, plus);
    this.#rowCount += row - first;
    return row;
  }

  /** Adds the cell whose UTF-8 text is `bytes[start … end)`. */
  add(bytes: Uint8Array, start: number, end: number, ofRow = 0): void {
    const row = this.#rowCount++;
    if (row === this.#capacity) this.#grow();
    if (this.#textCodes !== null) {
      this.#textCodes[row] = this.#dictionary.intern(bytes, start, end, ofRow);
      return;
    }
    const isAbsent = start === end || (this.#absent !== null && holds(this.#absent, bytes, start, end));
    const spelling = isAbsent ? 'none' : this.#reader.read(bytes, start, end);
    if (spelling === 'plain' || spelling === 'odd') {
      this.#addNumber(row);
      if (spelling === 'odd') (this.#oddSpellings ??= new OddSpellings()).add(row, bytes, start, end);
      return;
    }
    const code = this.#dictionary.intern(bytes, start, end, ofRow);
    if (spelling === 'label' || code >= mostTokens) this.#becomeText(row, this.#capacity)[row] = code;
    else this.#addToken(row, code);
  }

  /** About so many bytes the column comes to. */
  get byteCount(): number {
    const tokens = this.#tokenCodes === null ? 0 : 1;
    const digits = this.#digits === null ? 0 : 1;
    const cell = this.#textCodes === null ? 8 + tokens + digits : 4;
    return cell * this.#rowCount + this.#dictionary.byteCount;
  }

  /** Keeps the rows named alone, which rise. */
  keepRows(rows: Uint32Array): void {
    this.#rowCount = rows.length;
    for (const cells of [this.#values, this.#tokenCodes, this.#textCodes, this.#digits])
      if (cells !== null) for (let i = 0; i < rows.length; i++) cells[i] = cells[rows[i]];
    // A number is a row whose token is not written: those that follow must find none.
    this.#tokenCodes?.fill(0, rows.length);
    this.#oddSpellings &&= this.#oddSpellings.keptIn(rows);
    if (this.#textCodes !== null)
      this.#dictionary = this.#dictionary.keptIn(this.#textCodes.subarray(0, rows.length));
    else this.#numberCount = this.#countNumbers();
  }

  #countNumbers(): number {
    if (this.#values === null) return 0;
    const tokens = this.#tokenCodes?.subarray(0, this.#rowCount) ?? new Uint8Array(0);
    return tokens.reduce((count, token) => count - (token > 0 ? 1 : 0), this.#rowCount);
  }

  #addNumber(row: number): void {
    const { value, fractionDigits } = this.#reader;
    if (this.#values === null) this.#values = new Float64Array(this.#capacity).fill(NaN, 0, row);
    if (this.#numberCount++ === 0) {
      this.#minDigits = fractionDigits;
      this.#maxDigits = fractionDigits;
    } else if (fractionDigits !== this.#minDigits || fractionDigits !== this.#maxDigits) {
      this.#digits ??= new Uint8Array(this.#capacity).fill(this.#minDigits, 0, row);
      if (fractionDigits < this.#minDigits) this.#minDigits = fractionDigits;
      if (fractionDigits > this.#maxDigits) this.#maxDigits = fractionDigits;
    }
    if (this.#digits !== null) this.#digits[row] = fractionDigits;
    this.#values[row] = value;
  }

  #addToken(row: number, code: number): void {
    this.#tokenCodes ??= new Uint8Array(this.#capacity);
    this.#tokenCodes[row] = code + 1;
    if (this.#values !== null) this.#values[row] = NaN;
  }

  /** Turns the first `rowCount` rows into text, with room for `capacity`. */
  #becomeText(rowCount: number, capacity: number): Int32Array {
    const codes = new Int32Array(capacity);
    if (this.#values !== null) this.#spellNumbers(codes, this.#values, rowCount);
    else if (this.#tokenCodes !== null) {
      const tokenCodes = this.#tokenCodes;
      for (let row = 0; row < rowCount; row++) codes[row] = tokenCodes[row] - 1;
    }
    this.#textCodes = codes;
    this.#values = null;
    this.#tokenCodes = null;
    this.#digits = null;
    this.#oddSpellings = null;
    return codes;
  }

  #spellNumbers(codes: Int32Array, values: Float64Array, rowCount: number): void {
    const tokenCodes = this.#tokenCodes;
    this.#oddSpellings?.forEach((row, text) => {
      codes[row] = this.#dictionary.intern(text, 0, text.length) + 1;
    });
    for (let row = 0; row < rowCount; row++) {
      const token = tokenCodes === null ? 0 : tokenCodes[row];
      if (token > 0) codes[row] = token - 1;
      else if (codes[row] > 0) codes[row]--;
      else codes[row] = this.#dictionary.internText(this.#numberText(values[row], row));
    }
  }

  #numberText(value: number, row: number): string {
    const text = value.toFixed(this.#digits === null ? this.#minDigits : this.#digits[row]);
    return this.#decimalSeparator === ',' ? text.replace('.', ',') : text;
  }

  /** The finished column; the builder cannot be used after it. */
  finish(name: string): Column {
    const column = this.#asNumbers(name) ?? {
      storage: 'text',
      name,
      codes: this.#textCodes?.slice(0, this.#rowCount) ?? this.#becomeText(this.#rowCount, this.#rowCount),
      dictionary: this.#dictionary.texts(),
    };
    this.#textCodes = null;
    this.#values = null;
    this.#tokenCodes = null;
    return column;
  }

  #asNumbers(name: string): NumberColumn | null {
    if (this.#values === null || this.#textCodes !== null) return null;
    const tokens = this.#dictionary.texts();
    const filledTokens = tokens.filter((token) => token.trim() !== '');
    const filled = this.#numberCount + this.#countTokens(tokens);
    const mostKinds = Math.max(8, filled / 50);
    if (filledTokens.length > mostKinds || this.#numberCount * 2 < filled) return null;
    return {
      storage: 'number',
      name,
      values: this.#values.slice(0, this.#rowCount),
      tokenCodes: this.#tokenCodes?.slice(0, this.#rowCount) ?? null,
      tokens,
      format: {
        minFractionDigits: this.#minDigits,
        maxFractionDigits: this.#maxDigits,
        decimalSeparator: this.#decimalSeparator,
      },
    };
  }

  /** Rows that hold a token which is not blank. */
  #countTokens(tokens: readonly string[]): number {
    if (this.#tokenCodes === null) return 0;
    const isBlank = tokens.map((token) => token.trim() === '');
    let count = 0;
    for (let row = 0; row < this.#rowCount; row++) {
      const token = this.#tokenCodes[row];
      if (token > 0 && !isBlank[token - 1]) count++;
    }
    return count;
  }

  #grow(): void {
    const size = this.#capacity * 2;
    this.#capacity = size;
    if (this.#values !== null) this.#values = copied(this.#values, new Float64Array(size));
    if (this.#tokenCodes !== null) this.#tokenCodes = copied(this.#tokenCodes, new Uint8Array(size));
    if (this.#textCodes !== null) this.#textCodes = copied(this.#textCodes, new Int32Array(size));
    if (this.#digits !== null) this.#digits = copied(this.#digits, new Uint8Array(size));
  }
}

function holds(texts: readonly Uint8Array[], bytes: Uint8Array, start: number, end: number): boolean {
  return texts.some(
    (text) => text.length === end - start && text.every((byte, i) => byte === bytes[start + i]),
  );
}

function copied<T extends Float64Array | Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
