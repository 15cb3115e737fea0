import fc from 'fast-check';
import type { ColumnKind, ColumnSchema } from '../../../src/engine/schema';
import { plainIntegerFormat } from '../../../src/engine/table';
import type { TypedColumn, TypedTable } from '../../../src/engine/typed-table';

/** A column's schema with the fields that do not matter filled in. */
export function columnSchema(
  name: string,
  kind: ColumnKind,
  changes: Partial<ColumnSchema> = {},
): ColumnSchema {
  return {
    name,
    kind,
    role: 'keep',
    missingTokens: [''],
    numberFormat: kind === 'decimal' ? { ...plainIntegerFormat, maxFractionDigits: 2 } : plainIntegerFormat,
    dateFormat: kind === 'date' ? 'yyyy-MM-dd' : kind === 'datetime' ? 'yyyy-MM-dd HH:mm:ss' : null,
    why: 'for a test',
    chosenByUser: true,
    ...changes,
  };
}

/** `null` is a missing cell. */
export function numeric(schema: ColumnSchema, values: readonly (number | null)[]): TypedColumn {
  return { type: 'numeric', schema, values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

/** `null` is a missing cell; texts named in `unused` are in the dictionary before all others, and in no row. */
export function categorical(
  schema: ColumnSchema,
  texts: readonly (string | null)[],
  unused: readonly string[] = [],
): TypedColumn {
  const dictionary = [...new Set([...unused, ...texts.filter((text) => text !== null)])];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : codeOf.get(text)!));
  return { type: 'categorical', schema, codes, dictionary };
}

export function tableOf(columns: readonly TypedColumn[]): TypedTable {
  const [first] = columns;
  return { rowCount: first.type === 'numeric' ? first.values.length : first.codes.length, columns };
}

/** The table's rows in pieces of the sizes given (the last again and again), each with dictionaries of its own. */
export async function* inChunks(table: TypedTable, size: number): AsyncGenerator<TypedTable> {
  for (let start = 0; start < table.rowCount; start += size) {
    await Promise.resolve();
    yield tableOf(table.columns.map((column) => sliceOf(column, start, start + size)));
  }
}

function sliceOf(column: TypedColumn, start: number, end: number): TypedColumn {
  if (column.type === 'numeric') return { ...column, values: column.values.slice(start, end) };
  const texts = Array.from(column.codes.slice(start, end), (code) =>
    code < 0 ? null : column.dictionary[code],
  );
  return categorical(column.schema, texts);
}

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(Buffer.concat(parts));
}

/** Cells with everything that makes trouble in text files. */
const awkwardText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', ';', '\t', "'", ' ', '\uFEFF', 'a', '=', 'é', '😀'),
  }),
);

/** Any table of one to four columns of text and categories, missing cells among them, and up to 12 rows. */
export const anyTextTable: fc.Arbitrary<TypedTable> = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .record({
        names: fc.uniqueArray(awkwardText, { minLength: width, maxLength: width }),
        cells: fc.array(fc.array(fc.option(awkwardText), { minLength: height, maxLength: height }), {
          minLength: width,
          maxLength: width,
        }),
      })
      .map(({ names, cells }) =>
        tableOf(
          cells.map((texts, c) =>
            categorical(
              columnSchema(names[c], c % 2 ? 'category' : 'text', { missingTokens: ['NA'] }),
              texts,
            ),
          ),
        ),
      ),
  );

/** One column of every kind, with missing cells, used by every format's test: see `everyKindRows`. */
export function everyKind(rows = 7): TypedTable {
  const at = <T>(values: readonly T[]) =>
    Array.from({ length: rows }, (_, row) => values[row % values.length]);
  return tableOf([
    numeric(columnSchema('whole', 'integer'), at([1, -5_000_000_000, null, 0, 42, 9007199254740991, 7])),
    numeric(columnSchema('part', 'decimal'), at([0.1, 2.5, -1e6, null, 0.30000000000000004, 19.99, 0])),
    numeric(columnSchema('day', 'date'), at([0, -1, 20000, null, 19782, 11016, 1])),
    numeric(columnSchema('moment', 'datetime'), at([0, -1000, 1.7e12, null, 951782400000, 86399000, 1000])),
    categorical(
      columnSchema('truth', 'boolean'),
      at(['true', 'false', null, 'true', 'true', 'false', 'false']),
    ),
    categorical(columnSchema('answer', 'boolean'), at(['yes', 'no', null, 'yes', 'no', 'no', 'yes'])),
    categorical(columnSchema('kind', 'category'), at(['a', 'b', 'a', null, 'ç', 'Ω', 'b'])),
    categorical(
      columnSchema('key', 'identifier'),
      Array.from({ length: rows }, (_, row) => `k-${String(row).padStart(6, '0')}`),
    ),
    categorical(columnSchema('note', 'text'), at(['one, "two"', 'line\nbreak', null, '', '😀', 'x', '=1+1'])),
  ]);
}

/** What `everyKind` says cell by cell: numbers rounded as written, dates as ISO text, null where missing. */
export function everyKindRows(table: TypedTable): (string | number | boolean | null)[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => cellOf(column, row)),
  );
}

function cellOf(column: TypedColumn, row: number): string | number | boolean | null {
  if (column.type === 'categorical') {
    const text = column.codes[row] < 0 ? null : column.dictionary[column.codes[row]];
    return column.schema.name === 'truth' && text !== null ? text === 'true' : text;
  }
  const value = column.values[row];
  if (Number.isNaN(value)) return null;
  if (column.schema.kind === 'date') return new Date(value * 86_400_000).toISOString().slice(0, 10);
  if (column.schema.kind === 'datetime') return new Date(value).toISOString();
  return Number(value.toFixed(column.schema.numberFormat.maxFractionDigits));
}
