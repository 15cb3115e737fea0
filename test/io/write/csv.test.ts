import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columnNames, type TypedTable } from '../../../src/engine/typed-table';
import { encodeCsv } from '../../../src/io/write/csv';
import {
  anyTextTable,
  bytesOf,
  categorical,
  columnSchema,
  everyKind,
  inChunks,
  numeric,
  tableOf,
} from './typed-tables';

async function csvOf(table: TypedTable, guardFormulas = false, size = 5): Promise<string> {
  const bytes = await bytesOf(encodeCsv(inChunks(table, size), { guardFormulas }));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function textsOf(table: TypedTable): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => {
      if (column.type === 'numeric') throw new Error('Only text columns are expected here.');
      const code = column.codes[row];
      return code < 0 ? column.schema.missingTokens[0] : column.dictionary[code];
    }),
  );
}

const parse = (text: string) =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

describe('encodeCsv', () => {
  it('writes any text so that another reader gets the same text back', async () => {
    await fc.assert(
      fc.asyncProperty(anyTextTable, fc.integer({ min: 1, max: 13 }), async (table, size) => {
        expect(parse(await csvOf(table, false, size))).toEqual([columnNames(table), ...textsOf(table)]);
      }),
      { numRuns: 300 },
    );
  });

  it('writes another delimiter where one is asked for, and quotes what holds it', async () => {
    const table = tableOf([
      categorical(columnSchema('a;b', 'text'), ['x;y', 'x,y']),
      numeric(columnSchema('c', 'integer'), [1, 2]),
    ]);
    const bytes = await bytesOf(encodeCsv(inChunks(table, 5), { guardFormulas: false, delimiter: ';' }));
    expect(new TextDecoder().decode(bytes)).toBe('"a;b";c\r\n"x;y";1\r\nx,y;2\r\n');
  });

  it('guards no number for the marks it is written with, but the token of a missing one', async () => {
    const numberFormat = {
      minFractionDigits: 0,
      maxFractionDigits: 0,
      decimalSeparator: '.',
      prefix: '$',
      grouping: ',',
    } as const;
    const schema = columnSchema('a', 'integer', { numberFormat, missingTokens: ['=NA()'] });
    expect(await csvOf(tableOf([numeric(schema, [-1234, null])]), true)).toBe(
      'a\r\n"-$1,234"\r\n\'=NA()\r\n',
    );
  });

  it('writes every kind in its own format, with the missing token where a cell is missing', async () => {
    expect(await csvOf(everyKind(4))).toBe(
      [
        'whole,part,day,moment,truth,answer,kind,key,note',
        '1,0.1,1970-01-01,1970-01-01 00:00:00,true,yes,a,k-000000,"one, ""two"""',
        '-5000000000,2.5,1969-12-31,1969-12-31 23:59:59,false,no,b,k-000001,"line\nbreak"',
        ',-1000000,2024-10-04,2023-11-14 22:13:20,,,a,k-000002,',
        '0,,,,true,yes,,k-000003,',
        '',
      ].join('\r\n'),
    );
  });

  it('quotes only where it must, and the only cell of a line when it is empty', async () => {
    const one = tableOf([categorical(columnSchema('only', 'category'), ['', "it's; fine\t", 'a,b', null])]);
    expect(await csvOf(one)).toBe('only\r\n""\r\n' + "it's; fine\t" + '\r\n"a,b"\r\n""\r\n');
  });

  it('guards what a spreadsheet would run, and no number', async () => {
    const texts = [
      '=1+1',
      '+49 30',
      '-x',
      '@a',
      '\ty',
      '\rz',
      '-5',
      '+3.5e2',
      '-1,5',
      'a=b',
      '',
      '=2,"q"',
      '＝1',
    ];
    const table = tableOf([
      categorical(columnSchema('=name', 'text'), texts),
      numeric(
        columnSchema('n', 'decimal'),
        texts.map((_, i) => -i / 4),
      ),
    ]);
    const guarded = parse(await csvOf(table, true));
    expect(guarded[0]).toEqual(["'=name", 'n']);
    expect(guarded.slice(1).map(([cell]) => cell)).toEqual([
      "'=1+1",
      "'+49 30",
      "'-x",
      "'@a",
      "'\ty",
      "'\rz",
      '-5',
      '+3.5e2',
      '-1,5',
      'a=b',
      '',
      '\'=2,"q"',
      "'＝1",
    ]);
    expect(guarded.slice(1).map(([, number]) => Number(number))).toEqual(texts.map((_, i) => -i / 4 + 0));
    expect(
      parse(await csvOf(table, false))
        .slice(1)
        .map(([cell]) => cell),
    ).toEqual(texts);
  });

  it('quotes numbers written with a decimal comma', async () => {
    const numberFormat = { minFractionDigits: 2, maxFractionDigits: 2, decimalSeparator: ',' } as const;
    const table = tableOf([
      numeric(columnSchema('a', 'decimal', { numberFormat }), [1.5]),
      numeric(columnSchema('b', 'integer'), [2]),
    ]);
    expect(await csvOf(table)).toBe('a,b\r\n"1,50",2\r\n');
  });

  it('makes the same bytes however the rows are cut, in pieces of bounded size', async () => {
    const table = everyKind(5000);
    expect(await csvOf(table, true, 37)).toBe(await csvOf(table, true, 5000));
    for await (const piece of encodeCsv(inChunks(table, 5000), { guardFormulas: false })) {
      expect(piece.length).toBeLessThan(80_000);
    }
  });

  it('begins without a byte-order mark', async () => {
    const bytes = await bytesOf(encodeCsv(inChunks(everyKind(1), 1), { guardFormulas: false }));
    expect(bytes[0]).toBe('w'.charCodeAt(0));
  });

  it('refuses to write a table of no chunks', async () => {
    await expect(csvOf(tableOf([numeric(columnSchema('n', 'integer'), [])]))).rejects.toThrow(
      'no rows to write',
    );
  });
});
