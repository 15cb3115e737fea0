import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/random';
import { officialNumbers } from '../../src/engine/sensitive/official-numbers';
import { compareAll, exportAs, goTo, lookAtColumns, openTable, save, train } from './person';
import { useStage } from './stage';
import { fileOf, rowsOf } from './tables';

const rows = 600;

/** Made up here: no real person. */
const random = new RandomStream(9, 'people');
const people = Array.from({ length: rows }, (_, row) => [
  officialNumbers['nl-bsn'].make(random),
  `19${40 + (row % 50)}-0${1 + (row % 9)}-1${row % 10}`,
  row % 2 === 0 ? 'f' : 'm',
  `10${row % 7}1 AB`,
  String(20 + random.int(60)),
]);
const lines = ['bsn,birth date,sex,postcode,score', ...people.map((person) => person.join(',')), ''];
const table = fileOf('people.csv', lines.join('\n'));

const stage = useStage();

function setRole(page: Page, column: string, label: string): Promise<string[]> {
  return page.getByLabel(`Role of ${column}`).selectOption({ label });
}

it('a person does what is proposed for columns that point to people, and none of the real values comes out', async () => {
  const { page, complaints, requests, end } = await stage.visit();
  await openTable(page, table);
  await lookAtColumns(page);
  await page.getByText(/Dutch citizen service numbers \(BSN\): 100 % of 600 different ones/).waitFor();
  await page.getByRole('button', { name: 'Do what is proposed' }).click();
  await page.getByText('Only the year is learnt and kept.').waitFor();
  expect(await page.getByRole('button', { name: 'Do what is proposed' }).count()).toBe(0);
  await page.getByLabel('What becomes of birth date').selectOption({ label: 'Keep only the decade' });
  await page.getByText('Only the decade is learnt and kept.').waitFor();
  await train(page);
  await goTo(page, 'Release');
  const { bytes } = await exportAs(page, 'CSV');
  const real = new Set(people.map(([bsn]) => bsn));
  for (const [bsn, born] of rowsOf(bytes.toString()).slice(1)) {
    expect([officialNumbers['nl-bsn'].isValid(bsn), real.has(bsn)]).toEqual([true, false]);
    expect(born).toMatch(/^19\d0-01-01$/);
  }
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('a person counts how rows hide among each other, and mends it with one change', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, table);
  await lookAtColumns(page);
  await page.getByRole('button', { name: /^How rows hide among each other/ }).click();
  const sheet = page.getByRole('dialog');
  for (const name of ['birth date', 'sex', 'postcode'])
    expect(await sheet.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true');
  await sheet.getByRole('button', { name: 'birth date', exact: true }).click();
  await sheet.getByLabel(/^Rows that should be alike/).fill('50');
  await sheet.getByRole('button', { name: 'Count', exact: true }).click();
  await sheet
    .getByText('600 rows of 600 (100 %) have fewer than 49 others like them; none is alone.')
    .waitFor();
  await sheet.getByRole('button', { name: 'Leave out sex: do it' }).click();
  await sheet.getByRole('button', { name: 'Count again' }).click();
  await sheet.getByText('Every row has at least 84 others like it in these columns.').waitFor();
  await sheet.getByRole('button', { name: 'Close' }).click();
  expect(await page.getByLabel('Role of sex').inputValue()).toBe('drop');
  expect(complaints).toEqual([]);
  await end();
});

it('a person keeps real columns, is told what that means wherever it matters, and gets one row for each', async () => {
  const { page, complaints, end } = await stage.visit();
  await openTable(page, table);
  await lookAtColumns(page);
  // What is said of a column holds for what becomes of it.
  await page.getByText('new ones are made').waitFor();
  await setRole(page, 'bsn', 'Keep real values');
  await page.getByText('Its real cells go out, row by row.').waitFor();
  await expect(page.getByText(/new ones are made|made anew, not learnt/).count()).resolves.toBe(0);
  await setRole(page, 'bsn', 'Keep');
  await page.getByText('new ones are made').waitFor();
  await setRole(page, 'sex', 'Keep real values');
  await setRole(page, 'postcode', 'Keep real values');
  await page.getByText('Real cells of sex, postcode will go out as they are, row by row.').waitFor();
  await train(page);
  await compareAll(page);
  await page.getByRole('heading', { name: /^Real cells of sex, postcode are in every row\./ }).waitFor();
  expect(await page.getByText('No row is copied.').count()).toBe(0);
  await goTo(page, 'Release');
  await page
    .getByRole('note')
    .getByText(/^Partial synthesis: every row stands for one real row/)
    .waitFor();
  await expect(page.getByLabel('Rows', { exact: true }).isDisabled()).resolves.toBe(true);
  await page
    .getByText(/this release does not meet these thresholds/)
    .first()
    .waitFor();
  const { bytes } = await exportAs(page, 'CSV');
  const made = rowsOf(bytes.toString()).slice(1);
  const kept = (row: readonly string[]) => [row[2], row[3]];
  expect(made.map(kept)).toEqual(people.map(kept));
  expect(made.map(([bsn]) => bsn)).not.toEqual(people.map(([bsn]) => bsn));
  // Whoever is given a report alone is told too.
  for (const report of ['private', 'shareable']) {
    const { buffer } = await save(page, `Save the ${report} report`);
    const text = buffer.toString().replace(/\s+/g, ' ');
    expect(text).toContain('its cells of sex, postcode are the real ones');
    expect(text).toContain('Whoever knows these of a person can find their row');
  }
  expect(complaints).toEqual([]);
  await end();
});

it('refuses real columns under differential privacy in one sentence', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, table);
  await lookAtColumns(page);
  await setRole(page, 'sex', 'Keep real values');
  await goTo(page, 'Train');
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  await page.getByLabel('Declared rows', { exact: true }).fill('600');
  await page.getByLabel('Declared rows', { exact: true }).blur();
  await page
    .getByText(/Real values cannot be kept under differential privacy/)
    .first()
    .waitFor();
  await end();
});
