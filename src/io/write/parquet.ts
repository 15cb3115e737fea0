import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { TypedColumn, TypedTable } from '../../engine/typed-table';
import {
  type Bytes,
  isTrue,
  noRowsError,
  roundAsWritten,
  type StoredType,
  storedTypeOf,
  toInt64,
} from './encoding';

/** Rows gathered into one row group: few enough to hold in memory, many enough for readers to be quick. */
const rowGroupRows = 1 << 16;

type Cell = string | number | bigint | boolean | null;

interface ParquetColumn {
  readonly name: string;
  readonly stored: StoredType;
  cells: Cell[];
}

/**
 * A table as Parquet (snappy, row groups of at least 65,536 rows but the last): integers as INT64, decimals as
 * DOUBLE, dates as DATE, date-times as TIMESTAMP(MILLIS, local), true and false as BOOLEAN, all else as STRING;
 * every column optional. Memory is bounded by one row group. Throws UserError when there is no chunk.
 */
export async function* encodeParquet(chunks: AsyncIterable<TypedTable>): AsyncGenerator<Bytes> {
  const bytes = new ByteWriter(1 << 20);
  let columns: ParquetColumn[] | null = null;
  let file: ParquetWriter | null = null;
  for await (const chunk of chunks) {
    columns ??= chunk.columns.map(createParquetColumn);
    file ??= new ParquetWriter({ writer: bytes, schema: parquetSchema(columns), createdBy: 'Understudy' });
    for (const [c, column] of columns.entries()) appendCells(column, chunk.columns[c]);
    if (columns[0].cells.length >= rowGroupRows) {
      await writeRowGroup(file, columns);
      yield takeBytes(bytes);
    }
  }
  if (file === null || columns === null) throw noRowsError();
  await writeRowGroup(file, columns);
  await file.finish();
  yield takeBytes(bytes);
}

function createParquetColumn(column: TypedColumn): ParquetColumn {
  return { name: column.schema.name, stored: storedTypeOf(column), cells: [] };
}

function parquetSchema(columns: readonly ParquetColumn[]): SchemaElement[] {
  const leaves = columns.map(({ name, stored }): SchemaElement => ({
    name,
    repetition_type: 'OPTIONAL',
    ...parquetTypes[stored],
  }));
  return [{ name: 'schema', num_children: leaves.length }, ...leaves];
}

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

/** "Logical types" of the Parquet format. A local time stamp has no converted type: that would mean UTC. */
const parquetTypes: Record<StoredType, Omit<SchemaElement, 'name'>> = {
  int64: { type: 'INT64' },
  float64: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: {
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
  },
  boolean: { type: 'BOOLEAN' },
  category: text,
  text,
};

function appendCells(target: ParquetColumn, column: TypedColumn): void {
  const { cells, stored } = target;
  if (column.type === 'categorical') {
    const values = stored === 'boolean' ? column.dictionary.map(isTrue) : column.dictionary;
    for (const code of column.codes) cells.push(code < 0 ? null : values[code]);
    return;
  }
  const wide = stored === 'int64' || stored === 'timestamp';
  for (const value of column.values) {
    if (Number.isNaN(value)) cells.push(null);
    else cells.push(wide ? toInt64(Math.round(value), column) : roundAsWritten(value, column));
  }
}

async function writeRowGroup(file: ParquetWriter, columns: ParquetColumn[]): Promise<void> {
  const rowGroupSize = columns[0].cells.length;
  if (rowGroupSize === 0) return;
  await file.write({ columnData: columns.map(({ name, cells }) => ({ name, data: cells })), rowGroupSize });
  for (const column of columns) column.cells = [];
}

/** The bytes since the last call, copied; the buffer is used again, the file's offset goes on. */
function takeBytes(writer: ByteWriter): Bytes {
  const bytes = new Uint8Array(writer.getBuffer());
  writer.index = 0;
  return bytes;
}
