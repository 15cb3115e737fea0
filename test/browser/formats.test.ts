import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTable } from '../../src/io/read-table';
import { exportAs, openTable, train } from './person';
import { useStage } from './stage';
import { fileOf } from './tables';

const stage = useStage();

const fixture = (name: string) =>
  fileOf(name, readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)));

it('a workbook is opened, another of its sheets chosen, and the synthetic table saved as a workbook', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, fixture('book.xlsx'));
  await page.getByRole('columnheader', { name: 'joined' }).waitFor();
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Prices');
  await page.getByRole('columnheader', { name: 'price' }).waitFor();
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('People');
  await page.getByRole('columnheader', { name: 'joined' }).waitFor();
  await train(page, { preset: 'Fast' });
  for (const format of ['Excel', 'JSON Lines', 'SQL'] as const) {
    const { name, bytes } = await exportAs(page, format);
    if (format === 'SQL') expect(bytes.toString()).toMatch(/^CREATE TABLE synthetic \(\n {2}"id" TEXT,\n/);
    else {
      const { table, kind } = await readTable([new Uint8Array(bytes)], { byteCount: null, choice: {} });
      expect(kind).toBe(format === 'Excel' ? 'workbook' : 'json-lines');
      expect(table.columns.map((column) => column.name)).toContain('joined');
      expect(table.rowCount).toBe(40);
    }
    expect(name).toMatch(/\.(xlsx|jsonl|sql)$/);
  }
  await end();
});

it.each(['archive.zip', 'members.csv.gz', 'zstd.parquet', 'brotli.parquet', 'lz4.feather', 'records.json'])(
  '%s is opened as it is',
  async (name) => {
    const { page, end } = await stage.visit();
    await openTable(page, fixture(name));
    await page.getByRole('columnheader', { name: 'joined' }).waitFor();
    await end();
  },
);
