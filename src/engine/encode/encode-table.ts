import type { RandomStream } from '../random';
import { resolutionOf, type TypedColumn, type TypedTable } from '../typed-table';
import { type CategoricalCodec, learnCategoricalCodec } from './categorical';
import type { CodeColumn, CodeTable } from './code-table';
import { learnNumericCodec, numericCodecOptions } from './learn-numeric';
import { NumericCodec } from './numeric';
import { predictionOrder } from './prediction-order';
import { PresenceCodec } from './presence';
import { findCopySources } from './copy-codes';
import { differencesTo, findRelativeColumns } from './relative';
import { findSums, type Sum } from './sums/find-sums';
import { type SumCodes, withSumCodes } from './sums/sum-codes';

type Codec = NumericCodec | CategoricalCodec | PresenceCodec;

/** One column as codes, and all that is needed to turn codes into cells again. */
export interface EncodedColumn extends CodeColumn {
  readonly column: TypedColumn;
  readonly codec: Codec;
  /** Learnt rows of each base code; nothing but zeros where only noisy counts are known. */
  readonly counts: Float64Array;
  /** Index of the column this one is written as a difference to; null: written as it is. */
  readonly relativeTo: number | null;
  /** Earlier columns whose value this one often repeats: target `codec.size + i` says that it equals the i-th. */
  readonly copySources: readonly number[];
  /** Its targets follow those of the copies; null: this column is no sum of others. */
  readonly sum: SumCodes | null;
}

/** Indices of the columns that must be known before this one can be decoded. */
export function columnsNeeded({ relativeTo, copySources, sum }: EncodedColumn): number[] {
  const terms = sum?.terms.map(({ index }) => index) ?? [];
  return [...(relativeTo === null ? [] : [relativeTo]), ...copySources, ...terms];
}

export interface EncodedTable extends CodeTable {
  /** In the table's column order. */
  readonly columns: readonly EncodedColumn[];
}

export interface EncodeOptions {
  /** Categories held by fewer rows are never released. */
  readonly minCategoryRows: number;
  /** Whether dates may be written as differences to others, which ties them to those; true when not given. */
  readonly asDifferences?: boolean;
  readonly onColumn?: (done: number, total: number) => void;
}

/** Turns every column into codes: the whole of what the model will see of the table. */
export function encodeTable(table: TypedTable, options: EncodeOptions, random: RandomStream): EncodedTable {
  const { asDifferences = true } = options;
  const relatives = asDifferences ? findRelativeColumns(table) : table.columns.map(() => null);
  const columns: EncodedColumn[] = table.columns.map((column, index) => {
    const isKept = column.schema.role === 'real';
    const relativeTo = isKept ? null : relatives[index];
    const encoded = encodeColumn(
      column,
      relativeTo === null ? null : table.columns[relativeTo],
      options,
      random,
    );
    options.onColumn?.(index + 1, table.columns.length);
    return { ...encoded, relativeTo, ...(isKept && { isKept }) };
  });
  const sums = findSums(
    table,
    columns.flatMap(({ codec, relativeTo }, index) => (isAmount(codec, relativeTo) ? [index] : [])),
  ).filter(({ target }) => !columns[target].isKept);
  const order = predictionOrder(
    columns.map((column, index) => ({
      size: column.codec.size,
      isKept: column.isKept,
      after: [...columnsNeeded(column), ...termsOf(sums, index)],
    })),
  );
  const copied = findCopySources(columns, order);
  const summed = copied.map((column, index) => {
    const sum = sums.find(({ target }) => target === index);
    return sum ? withSumCodes(column, sum, copied, random) : column;
  });
  return { rowCount: table.rowCount, columns: summed, order };
}

/** Numbers with ranges, written as they are. */
function isAmount(codec: Codec, relativeTo: number | null): boolean {
  return codec instanceof NumericCodec && relativeTo === null && codec.isAtom.includes(0);
}

function termsOf(sums: readonly Sum[], index: number): number[] {
  return sums.flatMap(({ target, terms }) => (target === index ? terms.map((term) => term.index) : []));
}

function encodeColumn(
  column: TypedColumn,
  relativeTo: TypedColumn | null,
  options: EncodeOptions,
  random: RandomStream,
): Omit<EncodedColumn, 'relativeTo'> {
  if (column.type === 'numeric') {
    const values = (relativeTo?.type === 'numeric' && differencesTo(column, relativeTo)) || column.values;
    const resolution = resolutionOf(column.schema);
    const codec = learnNumericCodec(values, resolution, numericCodecOptions(values.length), random);
    return withBase(
      column,
      codec,
      Int32Array.from(values, (value) => codec.encode(value)),
    );
  }
  const isMadeAnew = column.schema.kind === 'identifier' || column.schema.kind === 'text';
  const codec = isMadeAnew
    ? new PresenceCodec(column.codes)
    : learnCategoricalCodec(column, options.minCategoryRows);
  return withBase(
    column,
    codec,
    column.codes.map((code) => codec.encode(code)),
  );
}

function withBase(column: TypedColumn, codec: Codec, base: Int32Array): Omit<EncodedColumn, 'relativeTo'> {
  const counts = new Float64Array(codec.size);
  for (const code of base) counts[code]++;
  return { column, codec, base, counts, target: base, references: 0, copySources: [], sum: null };
}
