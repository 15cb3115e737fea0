import { RecordBatchReader, type Table, tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { encodeArrow } from '../../../src/io/write/arrow';
import {
  bytesOf,
  categorical,
  columnSchema,
  everyKind,
  everyKindRows,
  inChunks,
  numeric,
  tableOf,
} from './typed-tables';

const write = (table: Parameters<typeof inChunks>[0], size: number) =>
  bytesOf(encodeArrow(inChunks(table, size)));

function rowsOf(table: Table): unknown[][] {
  return Array.from({ length: table.numRows }, (_, row) =>
    table.schema.fields.map((field, c) => {
      const value: unknown = table.getChildAt(c)?.get(row);
      if (value === null) return null;
      if (field.name === 'day') return new Date(Number(value)).toISOString().slice(0, 10);
      if (field.name === 'moment') return new Date(Number(value)).toISOString();
      return typeof value === 'bigint' ? Number(value) : value;
    }),
  );
}

describe('encodeArrow', () => {
  it.each([1, 3, 7, 100])('gives back every cell of every kind, in chunks of %i rows', async (size) => {
    const table = everyKind(25);
    expect(rowsOf(tableFromIPC(await write(table, size)))).toEqual(everyKindRows(table));
  });

  it('gives each kind its type, and the same types whatever the first chunk holds', async () => {
    const types = tableFromIPC(await write(everyKind(7), 7)).schema.fields.map((field) => String(field.type));
    expect(types).toEqual([
      'Int64',
      'Float64',
      'Date32<DAY>',
      'Timestamp<MILLISECOND>',
      'Bool',
      'Dictionary<Int32, Utf8>',
      'Dictionary<Int32, Utf8>',
      'Utf8',
      'Utf8',
    ]);
  });

  it('is a file with its magic at both ends, read by its footer', async () => {
    const bytes = await write(everyKind(25), 10);
    expect(Buffer.from(bytes.subarray(0, 6)).toString()).toBe('ARROW1');
    expect(Buffer.from(bytes.subarray(-6)).toString()).toBe('ARROW1');
    const reader = RecordBatchReader.from(bytes);
    expect(reader.isFile()).toBe(true);
    expect([...reader].map((batch) => batch.numRows)).toEqual([10, 10, 5]);
  });

  it('never writes a category that no row holds', async () => {
    const texts = categorical(columnSchema('c', 'category'), ['seen', 'also seen'], ['known but not drawn']);
    const bytes = await bytesOf(encodeArrow(inWhole(tableOf([texts]))));
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('known but not drawn');
  });

  it('says which column holds whole numbers too large for 64 bits', async () => {
    const table = tableOf([numeric(columnSchema('count', 'integer'), [2 ** 63])]);
    await expect(write(table, 10)).rejects.toThrow(UserError);
    await expect(write(table, 10)).rejects.toThrow('“count”');
  });

  it('refuses to write a table of no chunks', async () => {
    const none = tableOf([numeric(columnSchema('n', 'integer'), [])]);
    await expect(write(none, 10)).rejects.toThrow('no rows to write');
  });
});

async function* inWhole<T>(table: T): AsyncGenerator<T> {
  yield await Promise.resolve(table);
}
