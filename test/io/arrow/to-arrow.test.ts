import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as arrow from 'apache-arrow';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/engine/table';
import { fromArrowTable, readArrow, toArrowTable } from '../../../src/io/arrow/to-arrow';
import { read, rowsOf } from '../csv/write-sample';

const table: Table = {
  rowCount: 3,
  columns: [
    {
      storage: 'number',
      name: 'height',
      values: Float64Array.of(1.5, NaN, -2.25),
      tokenCodes: Uint8Array.of(0, 1, 0),
      tokens: [''],
      format: { minFractionDigits: 2, maxFractionDigits: 2, decimalSeparator: '.' },
    },
    { storage: 'text', name: 'town', codes: Int32Array.of(1, 0, 1), dictionary: ['Zürich', 'Oslo'] },
  ],
};

describe('toArrowTable', () => {
  it('shares values and codes with the table', () => {
    const made = toArrowTable(table);
    const [height, town] = made.batches[0].data.children as { values: Float64Array | Int32Array }[];
    expect(height.values.buffer).toBe((table.columns[0] as { values: Float64Array }).values.buffer);
    expect(town.values.buffer).toBe((table.columns[1] as { codes: Int32Array }).codes.buffer);
    expect(made.getChild('height')?.toJSON()).toEqual([1.5, null, -2.25]);
    expect(made.getChild('town')?.toJSON()).toEqual(['Oslo', 'Zürich', 'Oslo']);
  });

  it.each(['file', 'stream'] as const)(
    'comes back equal through an Arrow %s, opened like any other',
    async (format) => {
      const bytes = arrow.tableToIPC(toArrowTable(table), format);
      const opened = await read(bytes);
      expect(rowsOf(opened.table)).toEqual([
        ['1.50', 'Oslo'],
        ['', 'Zürich'],
        ['-2.25', 'Oslo'],
      ]);
      expect(opened.table.columns[0]).toEqual(table.columns[0]);
    },
  );

  it('needs no code made from strings, writing or reading', async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'understudy-arrow-'));
    try {
      await build({
        configFile: false,
        logLevel: 'error',
        ssr: { noExternal: true },
        build: {
          ssr: 'test/io/arrow/without-eval.ts',
          outDir,
          rolldownOptions: { output: { entryFileNames: 'check.mjs' } },
        },
      });
      const flags = ['--disallow-code-generation-from-strings'];
      const output = execFileSync(process.execPath, [...flags, join(outDir, 'check.mjs')], {
        encoding: 'utf8',
      });
      expect(JSON.parse(output)).toEqual({ isCodeRefused: true, rowCount: 3, names: ['a', 'b'] });
    } finally {
      rmSync(outDir, { recursive: true });
    }
  });
});

describe('fromArrowTable', () => {
  it('reads the types that other programs write', () => {
    const made = new arrow.Table({
      whole: arrow.vectorFromArray([1, null, 3], new arrow.Int32()),
      long: arrow.vectorFromArray([1n, 2n, 3n], new arrow.Int64()),
      id: arrow.vectorFromArray([12345678901234567n, 2n, 3n], new arrow.Int64()),
      single: arrow.vectorFromArray([0.1, 2.5, 3], new arrow.Float32()),
      flag: arrow.vectorFromArray([true, false, null], new arrow.Bool()),
      day: arrow.vectorFromArray([new Date(0), new Date(86_400_000), null], new arrow.DateDay()),
      at: arrow.vectorFromArray([0, 1500, null], new arrow.TimestampMillisecond()),
      text: arrow.vectorFromArray(['a', null, 'b'], new arrow.Utf8()),
    });
    expect(rowsOf(fromArrowTable(made))).toEqual([
      ['1', '1', '12345678901234567', '0.1', 'true', '1970-01-01', '1970-01-01 00:00:00', 'a'],
      ['', '2', '2', '2.5', 'false', '1970-01-02', '1970-01-01 00:00:01.500', ''],
      ['3', '3', '3', '3', '', '', '', 'b'],
    ]);
  });

  it('refuses nested columns by name', () => {
    const list = new arrow.List(arrow.Field.new('item', new arrow.Int32()));
    const made = new arrow.Table({ nested: arrow.vectorFromArray([[1], [2, 3]], list) });
    expect(() => fromArrowTable(made)).toThrow('Column "nested" of the Arrow file');
  });

  it('refuses a table without rows', () => {
    const made = new arrow.Table({ a: arrow.vectorFromArray([], new arrow.Int32()) });
    expect(() => readArrow(arrow.tableToIPC(made, 'file'))).toThrow('no rows');
  });
});
