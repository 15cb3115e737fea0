import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { awaitTraining, compareAll, goTo, openTable, stepButton } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();

/** Clicks twice at one place, whatever is there the second time. */
async function clickTwice(page: Page, name: RegExp): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox();
  if (!box) throw new Error(`No button is named ${name.source}.`);
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
}

it('double clicks start nothing twice, and nothing that was not on screen', async () => {
  const { page, complaints, end } = await stage.visit();
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await openTable(page, smallTable());
  await clickTwice(page, /^Look at the/);
  await page.getByRole('heading', { name: 'What each column is' }).waitFor();
  await clickTwice(page, /^Learn from/);
  await page.getByRole('button', { name: 'Stop here and keep it' }).waitFor();
  await awaitTraining(page);
  await clickTwice(page, /^Compare with the real table/);
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor();
  expect(await stepButton(page, 'Compare').getAttribute('aria-current')).toBe('step');
  await clickTwice(page, /^Make a file to release/);
  await page.getByRole('heading', { name: 'Release synthetic rows' }).waitFor();
  expect(saved).toEqual([]);
  await clickTwice(page, /^Save .* as/);
  await page.getByRole('heading', { name: /^Saved:/ }).waitFor();
  await goTo(page, 'Train');
  expect(saved).toHaveLength(1);
  expect(complaints).toEqual([]);
  await end();
});

it('going back and forth while working ends nothing, and what was learnt is not learnt again', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, smallTable());
  await goTo(page, 'Columns');
  await page.getByRole('button', { name: /^Learn from/ }).click();
  for (const step of ['Open', 'Columns', 'Train', 'Open', 'Train'] as const) await goTo(page, step);
  await awaitTraining(page);
  await goTo(page, 'Columns');
  await page.getByRole('button', { name: 'Back to what was learnt' }).click();
  await page.getByRole('button', { name: 'Compare with the real table' }).click();
  for (const step of ['Train', 'Compare', 'Release', 'Open', 'Compare', 'Columns'] as const) {
    await goTo(page, step);
  }
  await compareAll(page);
  expect(complaints).toEqual([]);
  await end();
});
