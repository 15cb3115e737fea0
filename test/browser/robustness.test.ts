import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { hurry } from './hurry';
import {
  awaitTraining,
  beginTraining,
  chooseFile,
  compareAll,
  dropFile,
  exportAs,
  openTable,
  train,
} from './person';
import { useStage } from './stage';
import { fileOf, longTable, rowsOf, sampleTable, smallTable } from './tables';

const stage = useStage();

/** After so long by a worker's clock a training has left a checkpoint to go on from; here that clock runs faster. */
const checkpointSeconds = 18;
const clockRate = 6;

/** Begins a long training and pauses it: however fast the machine, it is still under way afterwards. */
async function beginPaused(page: Page): Promise<void> {
  await beginTraining(page, { preset: 'Best' });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
}

/** A ZIP file's beginning, then bytes of every value. */
const binary = Uint8Array.from({ length: 5000 }, (_, index) =>
  index < 4 ? [0x50, 0x4b, 3, 4][index] : (index * 37) % 256,
);

it.each([
  ['an empty file', fileOf('empty.csv', '')],
  ['a file of line breaks alone', fileOf('blank.csv', '\n\n\n')],
  ['a header without rows', fileOf('header.csv', 'a,b,c\n')],
  ['a file that is not text', fileOf('archive.csv', binary)],
])('%s is refused with one sentence that says what to do, and another can be opened', async (_what, file) => {
  const { page, end } = await stage.visit();
  await chooseFile(page, file);
  const said = (await page.getByRole('alert').innerText()).trim();
  expect(said).toMatch(/^\S.{20,300}\.$/s);
  expect(said).not.toMatch(/did not foresee|undefined|null|NaN|Error/);
  await openTable(page, smallTable());
  await end();
});

it('a table dropped while another is learnt waits for an answer; keeping on loses nothing', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, sampleTable(2000));
  await beginPaused(page);
  await dropFile(page, fileOf('second.csv', smallTable().buffer));
  await page.getByRole('dialog').getByRole('button', { name: 'Keep working' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Stop here and keep it' }).click();
  await awaitTraining(page);
  await end();
});

it('a table dropped while another is learnt takes its place when the person says so', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, sampleTable(2000));
  await beginPaused(page);
  await dropFile(page, fileOf('second.csv', smallTable().buffer));
  await page.getByRole('dialog').getByRole('button', { name: 'Read second.csv' }).click();
  await page.getByRole('heading', { name: 'second.csv' }).waitFor();
  expect(complaints).toEqual([]);
  await end();
});

it('a worker that breaks down in mid-training is replaced; training goes on from its last checkpoint and says so', async () => {
  const { page, end } = await stage.visit();
  hurry(page, clockRate);
  // Long enough to be learnt for longer than it takes to the first checkpoint, on a quick machine too.
  await openTable(page, longTable(10));
  await beginTraining(page, { preset: 'Best' });
  await page.getByText(/pass \d+ of \d+/).waitFor();
  await pause((checkpointSeconds / clockRate) * 1000);
  // The first reads the file; those after the learner share its work.
  const learner = page.workers()[1];
  await learner?.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken for the test');
    }, 0);
  });
  await page.getByText(/broke off; it goes on from step/).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Processor, plain' }).waitFor();
  // What is left would take plain JavaScript long; that a training can be finished is told above.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'How to learn' }).waitFor();
  await end();
});

it('a training that was cancelled leaves nothing behind, and the next one succeeds', async () => {
  const { page, complaints, end } = await stage.visit();
  const table = sampleTable(2400);
  await openTable(page, table);
  await beginPaused(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await train(page);
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())).toHaveLength(rowsOf(table.buffer.toString()).length);
  expect(complaints).toEqual([]);
  await end();
});

it('a training that is stopped early keeps what it has', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, sampleTable(2400));
  await beginTraining(page, { preset: 'Best' });
  await page.getByText(/pass \d+ of \d+/).waitFor();
  await page.getByRole('button', { name: 'Stop here and keep it' }).click();
  await awaitTraining(page);
  await page.getByText('Stopped where you asked.').waitFor();
  await compareAll(page);
  await end();
});

it('a paused training stands still, and goes on when asked', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, sampleTable(2400));
  await beginPaused(page);
  await pause(1000);
  const progress = page.getByRole('progressbar', { name: 'Learning the table' });
  const before = await progress.getAttribute('aria-valuenow');
  await pause(1500);
  expect(await progress.getAttribute('aria-valuenow')).toBe(before);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => progress.getAttribute('aria-valuenow')).not.toBe(before);
  await page.getByRole('button', { name: 'Stop here and keep it' }).click();
  await awaitTraining(page);
  await end();
});

it('leaving in mid-training asks first', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, sampleTable(2000));
  await beginPaused(page);
  const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  await end();
});
