import { createCellWriter } from '../../engine/render';
import type { ColumnSchema } from '../../engine/schema';
import { columnNames, type TypedColumn, type TypedTable } from '../../engine/typed-table';
import { type Bytes, type EncodeOptions, noRowsError } from './encoding';
import { guardFormula, joinCells, quoteCell } from './quote';

/** UTF-16 units gathered before they are turned into bytes: about 64 kB of plain text. */
const pieceLength = 1 << 16;

/**
 * A table as CSV by RFC 4180: UTF-8 without byte-order mark, lines ending in CR LF (the last one too),
 * commas (or the delimiter asked for), a header of column names in order (or none), quotes only where needed. Missing cells hold their column's
 * first missing token. Memory is bounded by the largest chunk. Throws UserError when there is no chunk.
 */
export async function* encodeCsv(
  chunks: AsyncIterable<TypedTable>,
  options: EncodeOptions,
): AsyncGenerator<Bytes> {
  const encoder = new TextEncoder();
  const shape = options.guardFormulas ? guardFormula : asItIs;
  const { delimiter = ',', hasHeader = true } = options;
  const fields = new FieldWriters(shape, delimiter);
  let text: string | null = null;
  for await (const chunk of chunks) {
    text ??= hasHeader ? joinCells(columnNames(chunk).map(shape), delimiter) + '\r\n' : '';
    const writeRow = createRowWriter(chunk, fields, delimiter);
    for (let row = 0; row < chunk.rowCount; row++) {
      text += writeRow(row);
      if (text.length >= pieceLength) {
        yield encoder.encode(text);
        text = '';
      }
    }
  }
  if (text === null) throw noRowsError();
  if (text.length > 0) yield encoder.encode(text);
}

function asItIs(text: string): string {
  return text;
}

/** One row's line with its end, by row number. */
function createRowWriter(
  { columns }: TypedTable,
  fields: FieldWriters,
  delimiter: string,
): (row: number) => string {
  const [first, ...others] = columns.map((column, index) => fields.writerOf(column, index));
  // A lone empty field is quoted, for readers that skip blank lines.
  if (others.length === 0) return (row) => (first(row) || '""') + '\r\n';
  return (row) => {
    let line = first(row);
    for (const write of others) line += delimiter + write(row);
    return line + '\r\n';
  };
}

/** Makes what writes a column's fields, quoted where they must be; what chunks share is made once. */
class FieldWriters {
  readonly #shape: (text: string) => string;
  readonly #delimiter: string;
  /** By column: the last dictionary's fields. */
  readonly #dictionaries = new Map<number, { dictionary: readonly string[]; fields: readonly string[] }>();

  /** @param shape of texts, missing tokens too: numbers and dates run nowhere */
  constructor(shape: (text: string) => string, delimiter: string) {
    this.#shape = shape;
    this.#delimiter = delimiter;
  }

  writerOf(column: TypedColumn, index: number): (row: number) => string {
    const missing = this.#field(column.schema.missingTokens[0] ?? '');
    if (column.type === 'categorical') {
      const { codes } = column;
      const fields = this.#fieldsOf(column.dictionary, index);
      return (row) => (codes[row] < 0 ? missing : fields[codes[row]]);
    }
    const { values } = column;
    const write = createCellWriter(column);
    if (isNeverQuoted(column.schema, this.#delimiter))
      return (row) => (Number.isNaN(values[row]) ? missing : write(row));
    return (row) => (Number.isNaN(values[row]) ? missing : quoteCell(write(row), this.#delimiter));
  }

  #fieldsOf(dictionary: readonly string[], index: number): readonly string[] {
    const known = this.#dictionaries.get(index);
    if (known?.dictionary === dictionary) return known.fields;
    const fields = dictionary.map((text) => this.#field(text));
    this.#dictionaries.set(index, { dictionary, fields });
    return fields;
  }

  #field(text: string): string {
    return quoteCell(this.#shape(text), this.#delimiter);
  }
}

/** True for numbers written with digits, signs and a decimal separator that is not the delimiter. */
function isNeverQuoted({ kind, numberFormat }: ColumnSchema, delimiter: string): boolean {
  const { decimalSeparator, prefix, suffix, grouping } = numberFormat;
  const isNumber = kind === 'integer' || kind === 'decimal';
  return isNumber && decimalSeparator !== delimiter && !prefix && !suffix && !grouping;
}
