import type { ColumnKind, ColumnSchema } from '../../src/engine/schema';
import { RandomStream } from '../../src/engine/random';
import { plainIntegerFormat } from '../../src/engine/table';
import type { TypedColumn, TypedTable } from '../../src/engine/typed-table';

/** Names of nothing: only kinds, numbers of values and their unevenness follow the well-known census table. */
const categories = [9, 16, 7, 15, 6, 5, 2, 42, 2];
/** Whole numbers by how many values they have and which share of the rows is 0. */
const numbers = [
  { values: 74, zeros: 0 },
  { values: 21_000, zeros: 0 },
  { values: 16, zeros: 0 },
  { values: 119, zeros: 0.92 },
  { values: 92, zeros: 0.95 },
  { values: 94, zeros: 0 },
];

/** A table of 15 related columns, shaped like Adult (UCI), made of random numbers alone. */
export function makeCensus(rows: number, seed: number): TypedTable {
  const random = new RandomStream(seed, 'made-up census');
  const hidden = Float64Array.from({ length: rows }, () => random.normal());
  const draw = (values: number) => {
    const loading = 0.3 + 0.6 * random.float();
    return (row: number) => {
      const score = loading * hidden[row] + Math.sqrt(1 - loading ** 2) * random.normal();
      return Math.min(values - 1, Math.floor(values / (1 + Math.exp(-1.7 * score))));
    };
  };
  const columns: TypedColumn[] = [
    ...numbers.map(({ values, zeros }, index): TypedColumn => {
      const next = draw(values);
      const cells = Float64Array.from({ length: rows }, (_, row) => (random.float() < zeros ? 0 : next(row)));
      return { type: 'numeric', schema: schemaOf(`number ${index}`, 'integer'), values: cells };
    }),
    ...categories.map((values, index): TypedColumn => {
      const next = draw(values);
      const dictionary = Array.from({ length: values }, (_, value) => `value ${value}`);
      const codes = Int32Array.from({ length: rows }, (_, row) => next(row));
      return { type: 'categorical', schema: schemaOf(`category ${index}`, 'category'), codes, dictionary };
    }),
  ];
  return { rowCount: rows, columns };
}

function schemaOf(name: string, kind: ColumnKind): ColumnSchema {
  return {
    name,
    kind,
    role: 'keep',
    missingTokens: [''],
    numberFormat: plainIntegerFormat,
    dateFormat: null,
    why: 'Made up.',
    chosenByUser: true,
  };
}
