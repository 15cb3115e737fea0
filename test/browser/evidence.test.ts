import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { compareAll, goTo, openTable, stepButton, train } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const families = ['Fidelity', 'Diversity', 'Utility', 'Fairness', 'Privacy'];

const stage = useStage();

/** The families at a glance, each by its title. */
const glance = (page: Page) => page.getByRole('region', { name: 'The five families at a glance' });

it('all five families come with a verdict in words; what is judged can be changed, and a run kept', async () => {
  const { page, complaints, requests, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  await compareAll(page);
  for (const family of families) {
    const row = glance(page).getByRole('article').filter({ hasText: family });
    await row
      .getByText(/As good as real rows|Worth a look|Poor|Not measured/)
      .first()
      .waitFor();
  }

  // The last one, folded until now: its contents come after the jump to it.
  await glance(page)
    .getByRole('button', { name: /^Privacy/ })
    .click();
  const privacy = page.locator('[data-family="privacy"]');
  await expect.poll(async () => (await privacy.boundingBox())?.y, { timeout: 5000 }).toBeLessThan(200);

  await page.getByRole('button', { name: 'Change what it is judged for' }).click();
  await page.getByLabel('To be predicted').selectOption('department');
  await page.getByRole('group', { name: 'Sensitive' }).getByLabel('sex').check();
  await page.getByRole('button', { name: 'Measure with these' }).click();
  await page.getByText('A model is to predict department. Groups of sex are to fare alike.').waitFor();
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Utility in full' }).click();
  const utility = page.locator('[data-family="utility"]');
  await utility.getByText('department').first().waitFor();
  await utility.getByRole('button', { name: 'Draw the mixing curve' }).click();
  const curve = utility.getByRole('slider', { name: 'Mixing curve, predicting department' });
  await curve.waitFor({ timeout: 60_000 });
  await curve.focus();
  await page.keyboard.press('End');
  expect(await curve.getAttribute('aria-valuetext')).toMatch(
    /^real rows \d+: real rows alone (0\.\d+|1).*; with synthetic rows (0\.\d+|1), between/,
  );

  await page.getByRole('button', { name: 'Keep this run' }).click();
  await page.getByRole('button', { name: 'This run is kept' }).waitFor();
  await page.getByRole('region', { name: 'Runs side by side' }).getByText('This run').waitFor();

  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('measuring can be stopped, keeps what it has, and goes on when asked', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page);
  await goTo(page, 'Compare');
  await page.getByRole('button', { name: 'Stop measuring' }).click();
  await page.getByText('Stopped where you asked.').waitFor();
  expect(await stepButton(page, 'Compare').filter({ hasText: 'done' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Measure the rest' }).click();
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 120_000 });
  expect(complaints).toEqual([]);
  await end();
});
