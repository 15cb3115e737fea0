import type { RandomStream } from '../random';
import { resolutionOf, type TypedColumn, type TypedTable } from '../typed-table';
import { CategoricalCodec } from './categorical';
import type { CodeColumn, CodeTable } from './code-table';
import { NumericCodec, numericCodecOptions } from './numeric';
import { predictionOrder } from './prediction-order';
import { PresenceCodec } from './presence';
import { findCopySources } from './copy-codes';
import { differencesTo, findRelativeColumns } from './relative';

type Codec = NumericCodec | CategoricalCodec | PresenceCodec;

/** One column as codes, and all that is needed to turn codes into cells again. */
export interface EncodedColumn extends CodeColumn {
  readonly column: TypedColumn;
  readonly codec: Codec;
  /** Index of the column this one is written as a difference to; null: written as it is. */
  readonly relativeTo: number | null;
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
    const relativeTo = relatives[index];
    const encoded = encodeColumn(
      column,
      relativeTo === null ? null : table.columns[relativeTo],
      options,
      random,
    );
    options.onColumn?.(index + 1, table.columns.length);
    return { ...encoded, relativeTo };
  });
  const order = predictionOrder(
    columns.map(({ codec, relativeTo }) => ({
      size: codec.size,
      after: relativeTo === null ? [] : [relativeTo],
    })),
  );
  return { rowCount: table.rowCount, columns: findCopySources(columns, order), order };
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
    const codec = new NumericCodec(values, resolution, numericCodecOptions(values.length), random);
    return withBase(
      column,
      codec,
      Int32Array.from(values, (value) => codec.encode(value)),
    );
  }
  const isMadeAnew = column.schema.kind === 'identifier' || column.schema.kind === 'text';
  const codec = isMadeAnew
    ? new PresenceCodec(column.codes)
    : new CategoricalCodec(column, options.minCategoryRows);
  return withBase(
    column,
    codec,
    column.codes.map((code) => codec.encode(code)),
  );
}

function withBase(column: TypedColumn, codec: Codec, base: Int32Array): Omit<EncodedColumn, 'relativeTo'> {
  return { column, codec, base, target: base, copySources: [] };
}
