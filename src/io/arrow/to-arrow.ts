import * as arrow from 'apache-arrow';
import { UserError } from '../../engine/errors';
import type { NumberColumn, Table, TextColumn } from '../../engine/table';
import { registerCodecs } from './codecs';
import { formatKey, fromArrowTable } from './from-arrow';
import { readWords } from '../words';

export { fromArrowTable };

/**
 * The table as an Arrow table that shares its values and codes. Number columns become Float64 with nulls where
 * a cell holds no number; text columns become Utf8 dictionaries with Int32 codes. No code is made from strings.
 */
export function toArrowTable(table: Table): arrow.Table {
  const fields: arrow.Field[] = [];
  const children: arrow.Data[] = [];
  for (const [index, column] of table.columns.entries()) {
    const data = column.storage === 'number' ? numberData(column) : textData(column, index);
    const metadata = column.storage === 'number' ? [[formatKey, JSON.stringify(column.format)] as const] : [];
    fields.push(new arrow.Field(column.name, data.type, column.storage === 'number', new Map(metadata)));
    children.push(data);
  }
  const schema = new arrow.Schema(fields);
  const batch = arrow.makeData({
    type: new arrow.Struct(fields),
    length: table.rowCount,
    nullCount: 0,
    children,
  });
  return new arrow.Table(schema, [new arrow.RecordBatch(schema, batch)]);
}

function numberData(column: NumberColumn): arrow.Data {
  const { values } = column;
  const validity = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) nullCount++;
    else validity[row >> 3] |= 1 << (row & 7);
  }
  const nullBitmap = nullCount > 0 ? validity : null;
  return arrow.makeData({
    type: new arrow.Float64(),
    length: values.length,
    nullCount,
    nullBitmap,
    data: values,
  });
}

function textData(column: TextColumn, id: number): arrow.Data {
  const dictionary = arrow.makeVector(utf8Data(column.dictionary));
  const type = new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32(), id);
  return arrow.makeData({ type, length: column.codes.length, nullCount: 0, data: column.codes, dictionary });
}

/** The texts end to end in UTF-8, with their offsets. */
function utf8Data(texts: readonly string[]): arrow.Data<arrow.Utf8> {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [index, bytes] of encoded.entries())
    valueOffsets[index + 1] = valueOffsets[index] + bytes.length;
  const data = new Uint8Array(valueOffsets[texts.length]);
  for (const [index, bytes] of encoded.entries()) data.set(bytes, valueOffsets[index]);
  return arrow.makeData({ type: new arrow.Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

/** Reads the bytes of an Arrow IPC file or stream. Throws UserError when they are damaged. */
export function readArrow(bytes: Uint8Array): Table {
  let table: arrow.Table;
  registerCodecs();
  try {
    table = arrow.tableFromIPC(bytes);
  } catch {
    throw new UserError(readWords().arrowDamaged);
  }
  return fromArrowTable(table);
}
