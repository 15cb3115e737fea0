import { readFileSync } from 'node:fs';
import type { ColumnKind, ColumnSchema } from '../../../src/engine/schema';
import {
  plainIntegerFormat,
  type NumberColumn,
  type Table,
  type TextColumn,
} from '../../../src/engine/table';
import type { CategoricalColumn, NumericColumn } from '../../../src/engine/typed-table';
import { CsvReader } from '../../../src/io/csv/csv-reader';

export function textColumn(texts: readonly string[], name = 'column'): TextColumn {
  const dictionary = [...new Set(texts)];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  return {
    storage: 'text',
    name,
    dictionary,
    codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? 0),
  };
}

/** Numbers as they are, texts as tokens. */
export function numberColumn(
  cells: readonly (number | string)[],
  name = 'column',
  digits: readonly [number, number] = [0, 0],
): NumberColumn {
  const tokens = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
  return {
    storage: 'number',
    name,
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
    tokenCodes:
      tokens.length === 0 ? null : Uint8Array.from(cells, (cell) => tokens.indexOf(String(cell)) + 1),
    tokens,
    format: { minFractionDigits: digits[0], maxFractionDigits: digits[1], decimalSeparator: '.' },
  };
}

export function schemaOf(kind: ColumnKind, changes: Partial<ColumnSchema> = {}): ColumnSchema {
  return {
    name: 'column',
    kind,
    role: 'keep',
    missingTokens: [],
    numberFormat: plainIntegerFormat,
    dateFormat: null,
    why: '',
    chosenByUser: false,
    ...changes,
  };
}

export function numeric(values: ArrayLike<number>, kind: ColumnKind = 'decimal'): NumericColumn {
  return { type: 'numeric', schema: schemaOf(kind), values: Float64Array.from(values) };
}

/** Null is a missing cell. */
export function categorical(
  texts: readonly (string | null)[],
  kind: ColumnKind = 'category',
): CategoricalColumn {
  const dictionary = [...new Set(texts.filter((text) => text !== null))];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : (codeOf.get(text) ?? -1)));
  return { type: 'categorical', schema: schemaOf(kind), codes, dictionary };
}

export function readTable(path: string | URL): Table {
  const bytes = readFileSync(path);
  const sampleSize = Math.min(bytes.length, 1 << 18);
  const reader = new CsvReader(bytes.subarray(0, sampleSize), sampleSize === bytes.length, {}, Infinity);
  reader.push(bytes);
  return reader.finish().table;
}
