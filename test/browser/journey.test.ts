import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  awaitTraining,
  beginTraining,
  compareAll,
  dropFile,
  exportAs,
  lookAtColumns,
  openTable,
  train,
} from './person';
import { useStage } from './stage';
import { rowsOf, smallTable } from './tables';

/** No single task may hold the page longer while it learns, in milliseconds. */
const longestTask = 100;

const stage = useStage();

/** Begins to note how long tasks hold the main thread; the answer reads what was noted, in milliseconds. */
async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map((entry) => Math.round(entry.duration)));
    }).observe({ type: 'longtask' });
    return durations;
  });
  return () => noted.jsonValue();
}

it('a person drops a table, learns it, compares, and saves a synthetic one; nothing leaves the page', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  const table = smallTable();
  const [header, ...real] = rowsOf(table.buffer.toString());

  await dropFile(page, table);
  await page.getByRole('heading', { name: table.name }).waitFor();
  await lookAtColumns(page);
  await beginTraining(page);
  const longTasks = await watchLongTasks(page);
  await awaitTraining(page);
  expect(Math.max(0, ...(await longTasks()))).toBeLessThanOrEqual(longestTask);

  await compareAll(page);
  const { name, bytes } = await exportAs(page, 'CSV');
  const [syntheticHeader, ...synthetic] = rowsOf(bytes.toString());
  expect(name).toMatch(/synthetic.*\.csv$/);
  expect(syntheticHeader).toEqual(header);
  expect(synthetic).toHaveLength(real.length);
  expect(synthetic.every((row) => row.length === header.length)).toBe(true);

  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await expect(
    page.getByRole('button', { name: /Nothing leaves this page.*0 requests/ }).count(),
  ).resolves.toBe(1);
  await end();
});

it('the same table, settings and seeds make the same file, byte for byte', async () => {
  const make = async () => {
    const { page, end } = await stage.visit();
    await openTable(page, smallTable());
    await train(page, { seed: 7 });
    const { bytes } = await exportAs(page, 'CSV');
    await end();
    return bytes.toString();
  };
  expect(await make()).toBe(await make());
});

it('a sample opens with one click', async () => {
  const { page, complaints, end } = await stage.visit();
  await page
    .getByRole('region', { name: /made-up tables/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: /^Look at the/ }).waitFor();
  expect(complaints).toEqual([]);
  await end();
});
