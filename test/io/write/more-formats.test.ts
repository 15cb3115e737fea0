import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/engine/errors';
import type { TypedTable } from '../../../src/engine/typed-table';
import { readTable } from '../../../src/io/read-table';
import { encodeExcel } from '../../../src/io/write/excel';
import { type ExportFormat, fileTypes, formatOfName } from '../../../src/io/write/export-format';
import { encodeJsonLines } from '../../../src/io/write/json-lines';
import { encodeSql } from '../../../src/io/write/sql';
import { namesOf, rowsOf } from '../csv/write-sample';
import {
  anyTextTable,
  bytesOf,
  categorical,
  columnSchema,
  everyKind,
  everyKindRows,
  inChunks,
  numeric,
  tableOf,
} from './typed-tables';

const jsonLines = async (table: TypedTable, size = 100) =>
  Buffer.from(await bytesOf(encodeJsonLines(inChunks(table, size)))).toString();
const sql = async (table: TypedTable, size = 100) =>
  Buffer.from(await bytesOf(encodeSql(inChunks(table, size)))).toString();
const excel = (table: TypedTable, size = 100) => bytesOf(encodeExcel(inChunks(table, size)));

const reread = async (bytes: Uint8Array) =>
  (
    await readTable(eachOf([bytes]), {
      byteCount: bytes.length,
      choice: { headerRows: 1, preambleRecords: 0 },
    })
  ).table;

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** Cells as a file of text shows them. */
const shown = (table: TypedTable) =>
  everyKindRows(table).map((row) =>
    row.map((cell) => (cell === null ? '' : String(cell).replace(/^(\d{4}-\d\d-\d\d)T(.*)\.000Z$/, '$1 $2'))),
  );

describe('JSON Lines', () => {
  it.each([1, 4, 100])('give back every cell of every kind, in chunks of %i rows', async (size) => {
    const table = everyKind(25);
    const lines = (await jsonLines(table, size)).trimEnd().split('\n');
    const moment = (cell: unknown) => (typeof cell === 'string' ? cell.replace(/\.000Z$/, '') : cell);
    expect(lines.map((line) => Object.values(JSON.parse(line) as Record<string, unknown>))).toEqual(
      everyKindRows(table).map((row) => row.map(moment)),
    );
  });

  it('are read again with the same names and cells', async () => {
    await fc.assert(
      fc.asyncProperty(anyTextTable, async (table) => {
        const lines = (await jsonLines(table)).trimEnd().split('\n');
        const { columns } = table;
        for (const [row, line] of lines.entries()) {
          const cells = new Map(
            JSON.parse(line, undefined) ? Object.entries(JSON.parse(line) as object) : [],
          );
          for (const column of columns) {
            if (column.type !== 'categorical') continue;
            const text = column.codes[row] < 0 ? null : column.dictionary[column.codes[row]];
            expect(cells.get(column.schema.name)).toBe(text);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('SQL', () => {
  it('creates a table with types and inserts every row', async () => {
    const text = await sql(everyKind(3));
    expect(text).toContain(
      '"whole" BIGINT,\n  "part" DOUBLE PRECISION,\n  "day" DATE,\n  "moment" TIMESTAMP,\n  "truth" BOOLEAN',
    );
    expect(text).toContain(
      "(1, 0.1, '1970-01-01', '1970-01-01T00:00:00', TRUE, 'yes', 'a', 'k-000000', 'one, \"two\"'),\n",
    );
    expect(text).toContain(
      "(NULL, -1000000, '2024-10-04', '2023-11-14T22:13:20', NULL, NULL, 'a', 'k-000002', NULL);\n",
    );
  });

  it('begins a statement every 200 rows', async () => {
    const text = await sql(everyKind(450), 300);
    expect(text.match(/INSERT INTO/g)).toHaveLength(3);
    expect(text.match(/\);\n/g)).toHaveLength(4);
  });

  it('keeps every text within its quotes, whatever it holds', async () => {
    const hostile = ["'); DROP TABLE synthetic; --", "\\'", "''", 'a\0b', '";'];
    const table = tableOf([categorical(columnSchema('na"me', 'text'), hostile)]);
    const text = await sql(table);
    expect(text).toContain('"na""me" TEXT');
    expect(text).toContain("('''); DROP TABLE synthetic; --'),\n('\\'''),\n(''''''),\n('ab'),\n('\";');");
  });
});

describe('Excel', () => {
  it.each([1, 100])('is read again with the same names and cells, in chunks of %i rows', async (size) => {
    const table = everyKind(25);
    const again = await reread(await excel(table, size));
    expect(namesOf(again)).toEqual(table.columns.map(({ schema }) => schema.name));
    expect(rowsOf(again)).toEqual(shown(table));
  });

  it('is the same bytes for the same table', async () => {
    expect(await excel(everyKind(50))).toEqual(await excel(everyKind(50)));
  });

  it('keeps dates before March 1900 as text, and texts that look like formulas, markup or escapes as they are', async () => {
    const texts = ['=1+1', '<b>&amp;</b>', '_x0041_', 'a\u0001b', ' spaces ', 'line\nbreak'];
    const days = [-25_509, -25_508, -30_000, 0, 1, 2];
    const table = tableOf([
      categorical(columnSchema('text', 'text'), texts),
      numeric(columnSchema('day', 'date'), days),
    ]);
    const bytes = await excel(table);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).toContain('_x005F_x0041_');
    expect(sheet).not.toContain('<f>');
    const rows = rowsOf(await reread(bytes));
    expect(rows.map(([text]) => text)).toEqual(texts);
    expect(rows.map(([, day]) => day)).toEqual(
      days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    );
  });

  it('refuses more rows than a sheet holds', async () => {
    const rows = (length: number) =>
      tableOf([numeric(columnSchema('n', 'integer'), new Array<number>(length).fill(1))]);
    const fewAndMany = eachOf([rows(10), rows(1_048_566)]);
    await expect(bytesOf(encodeExcel(fewAndMany))).rejects.toThrow(UserError);
  });
});

describe('every format', () => {
  it('refuses to write a table of no chunks', async () => {
    for (const encode of [encodeJsonLines, encodeSql, encodeExcel])
      await expect(bytesOf(encode(eachOf([])))).rejects.toThrow('no rows to write');
  });

  it('is asked for by the ending of a name', () => {
    for (const [format, { extension }] of Object.entries(fileTypes) as [
      ExportFormat,
      { extension: string },
    ][])
      expect(formatOfName(`table${extension.toUpperCase()}`)).toBe(format);
    expect(formatOfName('table.doc')).toBeNull();
  });
});
