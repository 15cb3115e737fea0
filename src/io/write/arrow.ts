import { type Data, RecordBatch, RecordBatchFileWriter, type Schema } from 'apache-arrow';
import type { TypedTable } from '../../engine/typed-table';
import { type ArrowColumn, batchData, createArrowColumn, schemaOf, utf8Data } from './arrow-columns';
import { type Bytes, noRowsError } from './encoding';

/**
 * A table as an Arrow IPC file (Feather version 2), one record batch per chunk: integers as Int64, decimals as
 * Float64, dates as Date32, date-times as Timestamp[ms] without zone, true and false as Bool, categories as
 * Dictionary<Int32, Utf8>, identifiers and text as Utf8; all nullable. Dictionaries hold only what occurs in
 * the rows written, never a category that was merely known. Throws UserError when there is no chunk.
 */
export async function* encodeArrow(chunks: AsyncIterable<TypedTable>): AsyncGenerator<Bytes> {
  const writer = new DictionaryLastWriter();
  let columns: ArrowColumn[] | null = null;
  let schema: Schema | null = null;
  for await (const chunk of chunks) {
    columns ??= chunk.columns.map(createArrowColumn);
    schema ??= schemaOf(columns);
    writer.write(new RecordBatch(schema, batchData(schema, columns, chunk)));
    yield writer.drain();
  }
  if (columns === null) throw noRowsError();
  for (const { dictionary } of columns) {
    if (dictionary) writer.dictionaries.set(dictionary.id, utf8Data(dictionary.texts));
  }
  writer.finish();
  yield writer.drain();
}

/**
 * Writes every dictionary once, complete, after the record batches. The file format allows it ("Columnar
 * format", section "IPC File Format": keys may be used before they are defined), and it keeps the file free
 * of delta dictionaries, which several readers refuse.
 */
class DictionaryLastWriter extends RecordBatchFileWriter {
  readonly dictionaries = new Map<number, Data>();
  #parts: Uint8Array[] = [];

  /** The bytes written since the last call. */
  drain(): Bytes {
    const bytes = new Uint8Array(this.#parts.reduce((total, part) => total + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    return bytes;
  }

  protected override _write(chunk: ArrayBufferView): this {
    if (this._started && chunk.byteLength > 0) {
      this.#parts.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      this._position += chunk.byteLength;
    }
    return this;
  }

  protected override _writeDictionaries(): this {
    return this;
  }

  protected override _writeFooter(schema: Schema): this {
    for (const [id, dictionary] of this.dictionaries) this._writeDictionaryBatch(dictionary, id);
    return super._writeFooter(schema);
  }
}
