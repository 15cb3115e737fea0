import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { watchMainThread } from '../../bench/page/watch';
import { compareAll, goTo, lookAtColumns, openTable, readIn, train } from './person';
import { useStage } from './stage';
import { longestProcessorTime } from './task-times';

const stage = useStage();

const columns = 5000;
const rows = 100;
/** Milliseconds: 100 on a machine at rest, where it takes a third of that; the rest is for machines that are not. */
const longestTask = 250;
/** Enough to see whatever is done for every one of them at once; learnt and compared in the time of a test. */
const comparedColumns = 2000;
/** Milliseconds: 100 on a machine at rest; where others use the processor's memory too, the same work takes it longer. */
const mostProcessorTime = 150;
/** Of all elements: with one for each column it would be several times as many. */
const mostElements = 3000;

/** On disk, as a person's file is: handed over in memory, the browser's driver would unpack it on the page's main thread. */
async function withWideTable(use: (path: string) => Promise<void>, width: number = columns): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-wide-'));
  try {
    const path = join(folder, 'wide.csv');
    await writeFile(path, wideTable(width));
    await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function wideTable(width: number): string {
  const names = Array.from({ length: width }, (_, column) => `c${column}`);
  const cells = (row: number) =>
    names.map((_, column) => (column % 3 === 0 ? 'abc'[(row + column) % 3] : (row * (column + 7)) % 101));
  return [names, ...Array.from({ length: rows }, (_, row) => cells(row))].join('\n');
}

const countElements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

it('a table of thousands of columns holds the page no longer than one of few', async () => {
  await withWideTable(async (path) => {
    const { page, complaints, end } = await stage.visit();
    const tasks = await watchMainThread(page);
    const walks: Record<string, () => Promise<unknown>> = {
      open: () => openTable(page, path),
      columns: () => lookAtColumns(page),
      find: () => page.getByLabel(/^Find columns/).fill('c4999'),
      found: () => page.getByLabel('Kind of c4999').waitFor(),
      all: () => page.getByLabel(/^Find columns/).fill(''),
      choose: () => page.getByLabel(`All ${columns.toLocaleString('en')}`).check(),
      sheet: () => page.getByRole('button', { name: /k-anonymity/ }).click(),
      close: () => page.keyboard.press('Escape'),
      train: () => goTo(page, 'Train'),
    };
    for (const [name, walk] of Object.entries(walks)) {
      await walk();
      await page.waitForTimeout(300);
      expect(await tasks.longestSince(), name).toBeLessThanOrEqual(longestTask);
      expect(await countElements(page), name).toBeLessThanOrEqual(mostElements);
    }
    expect(complaints).toEqual([]);
    await end();
  });
});

it('a list of thousands of columns has its last ones where it ends', async () => {
  await withWideTable(async (path) => {
    const { page, end } = await stage.visit();
    await openTable(page, path);
    await lookAtColumns(page);
    const first = page.getByLabel('Kind of c0', { exact: true });
    await first.waitFor();
    await page.keyboard.press('End');
    await page.getByLabel(`Kind of c${columns - 1}`, { exact: true }).waitFor();
    expect(await first.count()).toBe(0);
    await page.keyboard.press('Home');
    await first.waitFor();
    await end();
  });
});

it('the evidence of thousands of columns comes into the page, and into another language, in short tasks', async () => {
  await withWideTable(async (path) => {
    const { page, complaints, end } = await stage.visit();
    await openTable(page, path);
    await train(page, { model: 'Independent columns' });
    const walks: Record<string, () => Promise<unknown>> = {
      gathered: () => compareAll(page),
      left: () => goTo(page, 'Train'),
      shown: () => goTo(page, 'Compare'),
      german: () => readIn(page, 'DE'),
      english: () => readIn(page, 'EN'),
      choices: () => page.getByRole('button', { name: 'Change what it is judged for' }).click(),
    };
    for (const [name, walk] of Object.entries(walks)) {
      const longest = await longestProcessorTime(stage.browser(), async () => {
        await walk();
        await page.waitForTimeout(1000);
      });
      expect(longest, name).toBeLessThanOrEqual(mostProcessorTime);
    }
    expect(complaints).toEqual([]);
    await end();
  }, comparedColumns);
});
