import { expect, it } from 'vitest';
import { openTable, stepButton, train } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();

it('“Forget everything” leaves no worker, no trace of the table and nothing stored', async () => {
  const { page, complaints, end } = await stage.visit();
  const stored = () =>
    page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      databases: await indexedDB.databases(),
    }));
  const nothing = { local: {}, session: {}, cookies: '', databases: [] };
  const table = { ...smallTable(), name: 'salaries-of-the-third-floor.csv' };
  await openTable(page, table);
  await train(page, { model: 'Independent columns' });
  expect(await stored()).toEqual(nothing);
  await page.getByRole('button', { name: /^Change to dark/ }).click();
  expect(Object.keys((await stored()).local)).toEqual(['understudy-theme']);
  expect(page.workers().length).toBeGreaterThan(0);

  await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
  await page.getByRole('button', { name: 'Forget everything now' }).click();
  await page.getByRole('heading', { name: 'Drop a private table here' }).waitFor();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await stored()).toEqual(nothing);
  expect(await page.content()).not.toContain(table.name);
  expect(await stepButton(page, 'Train').getAttribute('aria-disabled')).toBe('true');
  expect(complaints).toEqual([]);
  await end();
});
