import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { awaitTraining, beginTraining, chooseFile, goTo, lookAtColumns, openTable, train } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-faults-'));
});
afterAll(() => rm(folder, { recursive: true }));

const currentStep = (page: Page) =>
  page.getByRole('navigation', { name: 'Steps' }).locator('[aria-current="step"]').innerText();

it('the browser’s Back and Forward go from step to step, and nothing is lost or told in the address', async () => {
  const { page, complaints, end } = await stage.visit();
  const address = page.url();
  await openTable(page, smallTable());
  await lookAtColumns(page);
  await train(page, { preset: 'Fast' });
  await page.goBack();
  await expect.poll(() => currentStep(page)).toContain('Columns');
  await page.goBack();
  await expect.poll(() => currentStep(page)).toContain('Open');
  await page.goForward();
  await page.goForward();
  await expect.poll(() => currentStep(page)).toContain('Train');
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor();
  expect(page.url()).toBe(address);
  expect(complaints).toEqual([]);
  await end();
});

it('a file that changes while it is read is refused in a sentence, and can be opened again', async () => {
  const { page, end } = await stage.visit();
  const path = join(folder, 'growing.csv');
  await writeFile(path, `a,b,c\n${'1,2,3\n'.repeat(8_000_000)}`);
  await chooseFile(page, path);
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await appendFile(path, '4,5,6\n');
  expect(await page.getByRole('alert').innerText()).toContain('The file changed while it was being read');
  await writeFile(path, `a,b,c\n${'1,2,3\n'.repeat(1000)}`);
  await openTable(page, path);
  await end();
});

it('where memory runs out the sentence says so, and learning can be tried again', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, smallTable());
  // The worker that learns starts when it is asked to.
  let isScarce = true;
  page.on('worker', (worker) => void worker.evaluate(rationMemory, isScarce).catch(() => undefined));
  await beginTraining(page, { preset: 'Fast' });
  expect(await page.getByRole('alert').innerText()).toMatch(
    /^Memory ran out while learning the table: .*\.$/,
  );
  isScarce = false;
  await Promise.all(page.workers().map((worker) => worker.evaluate(rationMemory, isScarce)));
  await beginTraining(page, { preset: 'Fast' });
  await awaitTraining(page);
  await end();
});

/** Large arrays fail as they do where there is no memory left. */
function rationMemory(isScarce: boolean): void {
  const scope = globalThis as typeof globalThis & { plenty?: Float32ArrayConstructor };
  scope.plenty ??= Float32Array;
  scope.Float32Array = isScarce
    ? new Proxy(scope.plenty, {
        construct(target, given: [unknown]) {
          if (typeof given[0] === 'number' && given[0] > 1000)
            throw new RangeError('Array buffer allocation failed');
          return Reflect.construct(target, given) as object;
        },
      })
    : scope.plenty;
}

it('where there is no room for the file the sentence says so, and it can be saved elsewhere', async () => {
  const { page, end } = await stage.visit();
  await page.evaluate(() => {
    const full = () =>
      new WritableStream({ write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
    Object.assign(window, { showSaveFilePicker: () => Promise.resolve({ createWritable: full }) });
  });
  await openTable(page, smallTable());
  await train(page, { preset: 'Fast' });
  await goTo(page, 'Release');
  const rows = page.getByLabel('Rows', { exact: true });
  const enter = async (count: number) => {
    await rows.fill(String(count));
    await rows.blur();
    await page.getByRole('button', { name: /^Save [\d,]+ synthetic rows/ }).click();
  };
  await enter(9_000_000);
  expect(await page.getByRole('alert').innerText()).toMatch(/^There was no room left for the file.*\.$/);
  const [saved] = await Promise.all([page.waitForEvent('download'), enter(500)]);
  expect(saved.suggestedFilename()).toMatch(/\.csv$/);
  await end();
});

it('a clock that jumps about neither stops a training nor shows in what is told of it', async () => {
  const { page, complaints, end } = await stage.visit();
  await page.evaluate(() => {
    let turn = 0;
    Date.now = () => (turn++ % 2 === 0 ? 1e12 - turn * 1e9 : 3e12);
  });
  await openTable(page, smallTable());
  await train(page, { preset: 'Fast' });
  expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|Infinity|-\d+ s\b/);
  expect(complaints).toEqual([]);
  await end();
});
