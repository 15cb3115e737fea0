import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ShareableManifest } from '../../src/release/manifest';
import { askForPrivacy, compareAll, exportAs, goTo, learnPrivately, openTable } from './person';
import { useStage } from './stage';
import { rowsOf, sampleTable } from './tables';

const stage = useStage();

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /bank/i }).click();
  await page.getByRole('button', { name: /^Look at the/ }).waitFor();
}

async function save(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

it('a person asks for a promise, sees what it costs, and releases what was paid for and nothing else', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  await openSample(page);
  await askForPrivacy(page, { epsilon: 1, declaredRows: 2900 });
  const main = page.getByRole('main');
  expect(await main.innerText()).toContain('can become at most 73 % sure');
  expect(await main.innerText()).toContain('Chosen pairs (AIM) is proposed');

  await learnPrivately(page);
  const told = await main.innerText();
  expect(told).toMatch(/Spent in all: ε = (1\.00|0\.99\d) of 1/);
  expect(told).not.toMatch(/NaN|Surprise per row/);

  await compareAll(page);
  expect(await main.innerText()).toContain('For the private report only.');

  await goTo(page, 'Release');
  await expect(page.getByLabel('Rows', { exact: true }).inputValue()).resolves.toBe('2,900');
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())).toHaveLength(2901);
  await expect(page.getByText('What the shareable report may tell').count()).resolves.toBe(0);

  const text = await save(page, 'Save the shareable certificate');
  const manifest = JSON.parse(text) as ShareableManifest;
  expect(manifest.guarantee).toMatchObject({ formal: true, ledger: { budget: { epsilon: 1 } } });
  expect(manifest.guarantee.formal && manifest.guarantee.ledger.entries.length).toBeGreaterThan(3);
  expect(manifest.checked).toBeNull();
  expect(manifest).not.toHaveProperty('measured');
  const report = await save(page, 'Save the shareable report');
  expect(report).toContain('Every look at the real table');
  // The sample has 3,000 rows, and nobody declared so.
  for (const shared of [text, report]) expect(shared).not.toMatch(/\b3,?000\b/);
  expect(await save(page, 'Save the private report')).toContain('no part of the formal guarantee');
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('what cannot be promised is refused in a sentence, and bounds can be typed or pasted', async () => {
  const { page, complaints, end } = await stage.visit();
  await openSample(page);
  await goTo(page, 'Train');
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  const learn = page.getByRole('button', { name: /^Learn under ε/ });
  const refusal = page.getByRole('status').filter({ hasText: /./ });
  await refusal.filter({ hasText: 'Say about how many rows the table has' }).waitFor();
  await expect(learn.isDisabled()).resolves.toBe(true);

  await page.getByLabel('Declared rows').fill('3000');
  await page.getByLabel('Declared rows').blur();
  await page.getByText('This is the exact number.').waitFor();
  await refusal.filter({ hasText: 'in joined, segment, region and 12 more' }).waitFor();

  await page.getByRole('button', { name: 'Type them' }).click();
  const smallest = page.getByLabel('smallest value of age');
  await expect(smallest.inputValue()).resolves.toBe('');
  await smallest.fill('120');
  await page.getByLabel('largest value of age').fill('18');
  await page.getByLabel('largest value of age').blur();
  await page.getByText('The bounds of age are the wrong way round').first().waitFor();
  await page.getByText('As a file', { exact: true }).click();
  await page.getByLabel('Bounds and lists as JSON').fill('{ "age": [18, 120], "others": "private" }');
  await page.getByRole('button', { name: 'Take over what was pasted' }).click();
  await expect(smallest.inputValue()).resolves.toBe('18');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByText('1 of 15 columns').waitFor();
  await expect(learn.isEnabled()).resolves.toBe(true);

  await page.getByLabel('ε', { exact: true }).fill('0.02');
  await page.getByLabel('ε', { exact: true }).blur();
  await refusal.filter({ hasText: 'the table would be mostly noise' }).waitFor();
  await page.getByLabel('Make it, though it is mostly noise').check();
  await expect(learn.isEnabled()).resolves.toBe(true);
  expect(complaints).toEqual([]);
  await end();
});

it('a network learns under a promise: it can be cancelled and begun again, and not be ended early', async () => {
  const { page, complaints, end } = await stage.visit();
  // However many rows there are it takes as many steps, each with a share of the rows: of few they are quick.
  await openTable(page, sampleTable(1000, 'bank-customers'));
  await askForPrivacy(page, { epsilon: 3, declaredRows: 900 });
  await page.getByLabel('Mechanism').selectOption({ label: 'Pairs, then a network' });
  await page.getByText('Gradients of random samples of the rows').waitFor();
  await page.getByRole('button', { name: /^Learn under ε/ }).click();
  await page.getByRole('heading', { name: 'Learning' }).waitFor();
  await expect(page.getByRole('button', { name: 'Stop here and keep it' }).count()).resolves.toBe(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('heading', { name: 'What will be looked at, and what it costs' }).waitFor();

  await learnPrivately(page);
  const main = page.getByRole('main');
  expect(await main.innerText()).toMatch(/Gradients of random samples of the rows\s+960 steps/);
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())).toHaveLength(901);
  await goTo(page, 'Train');
  await page.getByRole('button', { name: 'Learn again' }).click();
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor({ timeout: 150_000 });
  await exportAs(page, 'CSV');
  await page.getByText('together ε = 6 and δ = 2e-5').waitFor();
  expect(complaints).toEqual([]);
  await end();
});
