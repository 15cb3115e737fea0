import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import { encodeParquet } from '../../../src/io/write/parquet';
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
  bytesOf(encodeParquet(inChunks(table, size)));

async function rowsOf(bytes: Uint8Array<ArrayBuffer>): Promise<unknown[][]> {
  const rows = await parquetReadObjects({ file: bytes.buffer });
  return rows.map((row) =>
    Object.entries(row).map(([name, value]: [string, unknown]) => {
      if (value instanceof Date)
        return name === 'day' ? value.toISOString().slice(0, 10) : value.toISOString();
      return typeof value === 'bigint' ? Number(value) : value;
    }),
  );
}

describe('encodeParquet', () => {
  it.each([1, 4, 100])('gives back every cell of every kind, in chunks of %i rows', async (size) => {
    const table = everyKind(25);
    expect(await rowsOf(await write(table, size))).toEqual(everyKindRows(table));
  });

  it('gathers chunks into row groups and keeps every row', { timeout: 60_000 }, async () => {
    const more = await write(everyKind(150_000), 40_000);
    expect(parquetMetadata(more.buffer).row_groups.map((group) => Number(group.num_rows))).toEqual([
      80_000, 70_000,
    ]);
    const keys = await parquetReadObjects({ file: more.buffer, columns: ['key'] });
    expect(keys.map((row) => row.key as string)).toEqual(
      Array.from({ length: 150_000 }, (_, row) => `k-${String(row).padStart(6, '0')}`),
    );
  });

  it('marks date-times as wall clock time, not UTC', async () => {
    const { schema } = parquetMetadata((await write(everyKind(), 7)).buffer);
    expect(schema.find((element) => element.name === 'moment')).toMatchObject({
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
    });
    expect(schema.slice(1).every((element) => element.repetition_type === 'OPTIONAL')).toBe(true);
  });

  it('never writes a category that no row holds', async () => {
    const column = categorical(columnSchema('c', 'category'), ['seen', 'also seen'], ['known but not drawn']);
    const chunks = (async function* () {
      yield await Promise.resolve(tableOf([column]));
    })();
    expect(Buffer.from(await bytesOf(encodeParquet(chunks))).toString('latin1')).not.toContain('not drawn');
  });

  it('says which column holds whole numbers too large for 64 bits', async () => {
    const table = tableOf([numeric(columnSchema('count', 'integer'), [-(2 ** 64)])]);
    await expect(write(table, 10)).rejects.toThrow(UserError);
  });

  it('refuses to write a table of no chunks', async () => {
    await expect(write(tableOf([numeric(columnSchema('n', 'integer'), [])]), 10)).rejects.toThrow(
      'no rows to write',
    );
  });
});
