import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../src/io/write/export-format';
import { formats } from '../../../src/io/write/formats';
import { inSchemaOrder } from '../../../src/io/write/in-schema-order';
import { writeTable } from '../../../src/io/write/write-table';
import { bytesOf, everyKind, inChunks } from './typed-tables';

const options = { guardFormulas: false };

describe('writeTable', () => {
  it.each(Object.keys(formats) as ExportFormat[])(
    'counts and hashes the bytes of %s as they pass',
    async (format) => {
      const table = everyKind(1000);
      const pieces: Uint8Array[] = [];
      const written = await writeTable(inChunks(table, 300), format, options, {
        write: (bytes) => void pieces.push(bytes),
      });
      const whole = Buffer.concat(pieces);
      expect(whole).toEqual(
        Buffer.from(await bytesOf(formats[format].encode(inChunks(table, 300), options))),
      );
      expect(written).toEqual({
        rowCount: 1000,
        byteCount: whole.length,
        sha256: createHash('sha256').update(whole).digest('hex'),
      });
    },
  );

  it('waits for each write and stops at the first that fails', async () => {
    let writes = 0;
    const failing = writeTable(inChunks(everyKind(100_000), 5000), 'csv', options, {
      write: async () => {
        await Promise.resolve();
        if (++writes === 2) throw new Error('disk full');
      },
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(writes).toBe(2);
  });
});

describe('inSchemaOrder', () => {
  it('puts the columns in the order of the file, whatever order they come in', async () => {
    const table = everyKind(3);
    const schema = { columns: table.columns.map((column) => column.schema) };
    const shuffled = { ...table, columns: [3, 8, 0, 5, 1, 7, 2, 6, 4].map((c) => table.columns[c]) };
    for await (const chunk of inSchemaOrder(inChunks(shuffled, 3), schema)) {
      expect(chunk.columns.map((column) => column.schema)).toEqual(schema.columns);
      expect(chunk.rowCount).toBe(3);
    }
  });
});
