import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { awaitTraining, beginTraining, exportAs, openTable, train } from './person';
import { useStage } from './stage';
import { longTable, rowsOf, sampleTable } from './tables';

const stage = useStage();

/** The page's own thread: median milliseconds by which its timers come late, over so many of them. */
function lateness(page: Page, timers: number): Promise<number> {
  return page.evaluate(async (count) => {
    const late: number[] = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      late.push(performance.now() - start - 20);
    }
    return late.sort((a, b) => a - b)[count >> 1];
  }, timers);
}

it('two workers share the learning; the page stays responsive, and nothing leaves it', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  await openTable(page, longTable());
  await beginTraining(page, { workers: 2 });
  await page.getByText('· 2 workers').waitFor();
  expect(page.workers(), 'one reads, two learn').toHaveLength(3);
  expect(await lateness(page, 100)).toBeLessThan(20);
  await page.getByRole('button', { name: 'Stop here and keep it' }).click();
  await awaitTraining(page);
  await expect.poll(() => page.workers().length, { message: 'who shared ends with the learning' }).toBe(2);
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('cancelling ends all of them', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, sampleTable(2400));
  await beginTraining(page, { preset: 'Best', workers: 3 });
  await page.getByText('· 3 workers').waitFor();
  expect(page.workers()).toHaveLength(4);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => page.workers().length).toBe(1);
  expect(complaints).toEqual([]);
  await end();
});

it('when one of them breaks down the others finish the work, and say so', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, sampleTable(2400));
  await beginTraining(page, { preset: 'Balanced', workers: 2 });
  await page.getByText('· 2 workers').waitFor();
  await page
    .workers()
    .at(-1)
    ?.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken for the test');
      }, 0);
    });
  await page.getByText(/it goes on with one worker from where it was/).waitFor();
  await awaitTraining(page);
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())).toHaveLength(2401);
  await end();
});

it('the same seed and as many workers make the same file', async () => {
  const files = [];
  for (let round = 0; round < 2; round++) {
    const { page, end } = await stage.visit();
    await openTable(page, sampleTable(2400));
    await train(page, { workers: 2 });
    files.push((await exportAs(page, 'CSV')).bytes.toString());
    await end();
  }
  expect(files[1]).toBe(files[0]);
});
