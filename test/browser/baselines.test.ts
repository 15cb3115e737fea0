import { expect, it } from 'vitest';
import { compareAll, exportAs, goTo, train } from './person';
import { useStage } from './stage';
import { rowsOf } from './tables';

const stage = useStage();

it('a sample table is learnt by a Gaussian copula, compared and saved', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  await page
    .getByRole('region', { name: /made-up tables/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: /^Look at the/ }).waitFor();

  await train(page, { model: 'Gaussian copula' });
  const text = await page.getByRole('main').innerText();
  expect(text).toMatch(/Learnt from [\d,]+ rows in /);
  expect(text).not.toMatch(/NaN|Surprise per row|Computing on/);
  await expect(page.getByRole('radiogroup', { name: 'How long to learn' }).count()).resolves.toBe(0);
  await expect(page.getByLabel('Compute on').isDisabled()).resolves.toBe(true);

  await compareAll(page);
  expect(await page.getByRole('main').innerText()).not.toContain('NaN');
  const { bytes } = await exportAs(page, 'CSV');
  const [header, ...rows] = rowsOf(bytes.toString());
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);

  await goTo(page, 'Train');
  await page.getByRole('button', { name: 'Take the network instead' }).click();
  await expect(page.getByRole('radio', { name: 'Balanced' }).isChecked()).resolves.toBe(true);
  await end();
});

it('a table is learnt column by column, in no time', async () => {
  const { page, complaints, end } = await stage.visit();
  await page
    .getByRole('region', { name: /made-up tables/ })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: /^Look at the/ }).waitFor();
  await train(page, { model: 'Independent columns' });
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString()).length).toBeGreaterThan(1000);
  expect(complaints).toEqual([]);
  await end();
});
