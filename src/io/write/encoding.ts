import { UserError } from '../../engine/errors';
import { mostFractionDigits } from '../../engine/table';
import type { NumericColumn, TypedColumn, TypedTable } from '../../engine/typed-table';
import { writeWords } from '../words';

/** Bytes that can go into a Blob or over to another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface EncodeOptions {
  /** CSV: put a ' before cells that a spreadsheet would run as a formula. Other formats have no formulas. */
  readonly guardFormulas: boolean;
  /** CSV: what stands between cells. Absent: a comma. */
  readonly delimiter?: Delimiter;
  /** CSV: begin with the columns' names. Absent: yes. */
  readonly hasHeader?: boolean;
}

/** Delimiters that readers find by themselves and that no number is written with where they stand. */
const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/** The real file's delimiter where readers know it; else none, which means a comma. */
export function writtenDelimiter(delimiter: string): Delimiter | undefined {
  return delimiters.find((known) => known === delimiter);
}

/** Makes a file's bytes, piece by piece, from the pieces of a table; throws UserError when there is no piece. */
export type Encode = (chunks: AsyncIterable<TypedTable>, options: EncodeOptions) => AsyncGenerator<Bytes>;

/** How a column is kept in the typed formats. It depends on the schema, never on the cells of one chunk. */
export type StoredType = 'int64' | 'float64' | 'date' | 'timestamp' | 'boolean' | 'category' | 'text';

/**
 * Integers are always 64 bits wide: later rows of a stream may need what earlier ones did not. Booleans
 * written `true` and `false` become real ones; others (`yes`, `0`) keep their texts as categories.
 */
export function storedTypeOf(column: TypedColumn): StoredType {
  switch (column.schema.kind) {
    case 'integer':
      return 'int64';
    case 'decimal':
      return 'float64';
    case 'date':
      return 'date';
    case 'datetime':
      return 'timestamp';
    case 'identifier':
    case 'text':
      return 'text';
    case 'boolean':
      return writesTrueAndFalse(column) ? 'boolean' : 'category';
    case 'category':
      return 'category';
  }
}

function writesTrueAndFalse(column: TypedColumn): boolean {
  return (
    column.type === 'categorical' &&
    column.dictionary.length > 0 &&
    column.dictionary.every((text) => /^(?:true|false)$/i.test(text))
  );
}

/** A true boolean's text as a value. */
export function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true';
}

/** The value with the fraction digits that the column's format writes, so that every format says the same. */
export function roundAsWritten(value: number, column: NumericColumn): number {
  if (column.schema.kind !== 'decimal') return Math.round(value);
  const digits = column.schema.numberFormat.maxFractionDigits;
  if (digits >= mostFractionDigits) return value;
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale === value ? value : Number(value.toFixed(digits));
}

/** A whole number as 64 bits. Throws UserError naming the column where it needs more. */
export function toInt64(value: number, column: NumericColumn): bigint {
  if (Math.abs(value) < 2 ** 63) return BigInt(value);
  throw new UserError(writeWords().beyond64Bits(column.schema.name));
}

/** The sentence for an export that got no rows at all. */
export function noRowsError(): UserError {
  return new UserError(writeWords().noRows);
}
