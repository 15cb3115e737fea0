import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  Vector,
} from 'apache-arrow';
import {
  type CategoricalColumn,
  isMissing,
  type NumericColumn,
  type TypedColumn,
  type TypedTable,
} from '../../engine/typed-table';
import { isTrue, roundAsWritten, type StoredType, storedTypeOf, toInt64 } from './encoding';

/** What a column's batches share: its field and, for categories, the dictionary that grows with them. */
export interface ArrowColumn {
  readonly stored: StoredType;
  readonly field: Field;
  readonly dictionary: GrowingDictionary | null;
}

export function createArrowColumn(column: TypedColumn, index: number): ArrowColumn {
  const stored = storedTypeOf(column);
  return {
    stored,
    field: new Field(column.schema.name, arrowTypeOf(stored, index), true),
    dictionary: stored === 'category' ? new GrowingDictionary(index) : null,
  };
}

export function schemaOf(columns: readonly ArrowColumn[]): Schema {
  return new Schema(columns.map((column) => column.field));
}

/** The texts that have occurred, in order of first use. */
class GrowingDictionary {
  readonly id: number;
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  constructor(id: number) {
    this.id = id;
  }

  codeOf(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }
}

function arrowTypeOf(stored: StoredType, dictionaryId: number): DataType {
  switch (stored) {
    case 'int64':
      return new Int64();
    case 'float64':
      return new Float64();
    case 'date':
      return new DateDay();
    case 'timestamp':
      return new TimestampMillisecond();
    case 'boolean':
      return new Bool();
    case 'category':
      return new Dictionary(new Utf8(), new Int32(), dictionaryId);
    case 'text':
      return new Utf8();
  }
}

/** One chunk as the data of a record batch. */
export function batchData(schema: Schema, columns: readonly ArrowColumn[], chunk: TypedTable): Data<Struct> {
  const children = columns.map((column, c) => columnData(column, chunk.columns[c], chunk.rowCount));
  return makeData({ type: new Struct(schema.fields), length: chunk.rowCount, nullCount: 0, children });
}

function columnData(arrow: ArrowColumn, column: TypedColumn, length: number): Data {
  const validity = validityOf(column, length);
  if (column.type === 'numeric') return numericData(arrow.field.type as DataType, column, length, validity);
  if (arrow.dictionary)
    return categoryData(arrow.field.type as Dictionary, arrow.dictionary, column, validity);
  return arrow.stored === 'boolean' ? booleanData(column, validity) : textData(column, validity);
}

interface Validity {
  readonly nullCount: number;
  /** One bit per row, least significant first, 1 where there is a value; absent when all have one. */
  readonly nullBitmap: Uint8Array | undefined;
}

function validityOf(column: TypedColumn, length: number): Validity {
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (isMissing(column, row)) nullCount++;
    else nullBitmap[row >> 3] |= 1 << (row & 7);
  }
  return { nullCount, nullBitmap: nullCount > 0 ? nullBitmap : undefined };
}

function numericData(type: DataType, column: NumericColumn, length: number, validity: Validity): Data {
  const read = (row: number) => (isMissing(column, row) ? 0 : roundAsWritten(column.values[row], column));
  if (type instanceof Float64) {
    return makeData({
      type,
      length,
      ...validity,
      data: Float64Array.from({ length }, (_, row) => read(row)),
    });
  }
  if (type instanceof DateDay) {
    return makeData({ type, length, ...validity, data: Int32Array.from({ length }, (_, row) => read(row)) });
  }
  const data = BigInt64Array.from({ length }, (_, row) => toInt64(read(row), column));
  if (type instanceof TimestampMillisecond) return makeData({ type, length, ...validity, data });
  return makeData({ type: new Int64(), length, ...validity, data });
}

function categoryData(
  type: Dictionary,
  dictionary: GrowingDictionary,
  column: CategoricalColumn,
  validity: Validity,
): Data {
  const mapped = new Int32Array(column.dictionary.length).fill(-1);
  const data = column.codes.map((code) => {
    if (code < 0) return 0;
    if (mapped[code] < 0) mapped[code] = dictionary.codeOf(column.dictionary[code]);
    return mapped[code];
  });
  return makeData({ type, length: data.length, ...validity, data, dictionary: notYetWritten });
}

/** Stands in each batch for the dictionary that the writer puts at the end of the file. */
const notYetWritten = new Vector([utf8Data([])]);

function booleanData(column: CategoricalColumn, validity: Validity): Data {
  const truth = column.dictionary.map(isTrue);
  const data = new Uint8Array((column.codes.length + 7) >> 3);
  column.codes.forEach((code, row) => {
    if (code >= 0 && truth[code]) data[row >> 3] |= 1 << (row & 7);
  });
  return makeData({ type: new Bool(), length: column.codes.length, ...validity, data });
}

function textData(column: CategoricalColumn, validity: Validity): Data {
  const texts = Array.from(column.codes, (code) => (code < 0 ? '' : column.dictionary[code]));
  return utf8Data(texts, validity);
}

/** Texts as one run of UTF-8 with offsets. */
export function utf8Data(texts: readonly string[], validity?: Validity): Data<Utf8> {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  encoded.forEach((bytes, i) => (valueOffsets[i + 1] = valueOffsets[i] + bytes.length));
  const data = new Uint8Array(valueOffsets[texts.length]);
  encoded.forEach((bytes, i) => data.set(bytes, valueOffsets[i]));
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, ...validity, valueOffsets, data });
}
