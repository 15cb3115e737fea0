import type { ColumnKind, ColumnSchema } from '../../src/engine/schema';
import type { TypedColumn, TypedTable } from '../../src/engine/typed-table';
import type { ComparisonWatch } from '../../src/evaluation/compare-tables';

export function schemaOf(name: string, kind: ColumnKind, fractionDigits = 0): ColumnSchema {
  return {
    name,
    kind,
    role: 'keep',
    missingTokens: [''],
    numberFormat: {
      minFractionDigits: fractionDigits,
      maxFractionDigits: fractionDigits,
      decimalSeparator: '.',
    },
    dateFormat: null,
    why: 'Made by a test.',
    chosenByUser: false,
  };
}

/** Null is missing. */
export function numbers(
  name: string,
  values: readonly (number | null)[],
  fractionDigits = 0,
  kind: ColumnKind = fractionDigits > 0 ? 'decimal' : 'integer',
): TypedColumn {
  const schema = schemaOf(name, kind, fractionDigits);
  return { type: 'numeric', schema, values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

/** Null is missing; the dictionary is in order of appearance. */
export function categories(
  name: string,
  texts: readonly (string | null)[],
  kind: ColumnKind = 'category',
): TypedColumn {
  const dictionary = [...new Set(texts.filter((text) => text !== null))];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : (codeOf.get(text) ?? -1)));
  return { type: 'categorical', schema: schemaOf(name, kind), codes, dictionary };
}

export function tableOf(...columns: TypedColumn[]): TypedTable {
  const first = columns[0];
  return { rowCount: first.type === 'numeric' ? first.values.length : first.codes.length, columns };
}

/** Hears nothing and never waits. */
export const silent: ComparisonWatch = {
  onPartial: () => undefined,
  onProgress: () => undefined,
  yieldControl: () => Promise.resolve(),
};
