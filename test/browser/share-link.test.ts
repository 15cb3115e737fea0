import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { root } from '../../scripts/bundle';
import { goTo, openTable } from './person';
import { useStage } from './stage';
import { fileOf, smallTable } from './tables';

const stage = useStage();

async function openMore(page: Page): Promise<void> {
  await page
    .locator('details', { hasText: 'More settings' })
    .evaluate((details: HTMLDetailsElement) => (details.open = true));
}

/** Opens the sheet; the link in it. */
async function askForLink(page: Page): Promise<string> {
  await goTo(page, 'Train');
  await page.getByRole('button', { name: 'Copy a link with these settings' }).click();
  return page.getByLabel('The link').inputValue();
}

it('settings go from one page to another by a link, and nothing of the table goes with them', async () => {
  const giver = await stage.visit();
  const { page } = giver;
  const table = { ...smallTable(), name: 'salaries-of-the-third-floor.csv' };
  await openTable(page, table);
  await goTo(page, 'Train');
  await openMore(page);
  await page.getByRole('radio', { name: 'Gaussian copula' }).check();
  await page.getByLabel('Seed').fill('4711');
  await page.getByLabel('Category needs').fill('9');
  await page.getByLabel('Category needs').blur();
  const link = await askForLink(page);
  expect(link).toMatch(/#settings=1&model=gaussian-copula&/);
  expect(new URL(link).search).toBe('');
  const columns = table.buffer.toString().split('\n')[0].split(',');
  for (const name of [...columns, 'salaries', '400', '4711']) expect(link).not.toContain(name);
  await page.getByLabel(/The seed too/).check();
  const withSeed = await page.getByLabel('The link').inputValue();
  expect(withSeed).toContain('seed=4711');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByText('The link is copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(withSeed);
  await giver.end();

  const taker = await stage.visit({ fragment: new URL(withSeed).hash });
  const came = taker.page.getByRole('region', { name: 'Settings came with the link.' });
  await came.getByText('Gaussian copula').waitFor();
  await came.getByText('4711').waitFor();
  expect(taker.page.url()).not.toContain('#');
  expect(await taker.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await openTable(taker.page, fileOf('other.csv', `a,b\n${'1,x\n2,y\n'.repeat(60)}`));
  await goTo(taker.page, 'Train');
  await openMore(taker.page);
  expect(await taker.page.getByRole('radio', { name: 'Gaussian copula' }).isChecked()).toBe(true);
  expect(await taker.page.getByLabel('Seed').inputValue()).toBe('4711');
  expect(await taker.page.getByLabel('Category needs').inputValue()).toBe('9');
  expect([...giver.complaints, ...taker.complaints]).toEqual([]);
  expect(taker.requests()).toEqual([]);
  await taker.end();
});

it('what came with a link can be left, and is forgotten with everything else', async () => {
  const { page, end } = await stage.visit({ fragment: '#settings=1&rare=9' });
  const came = page.getByRole('region', { name: 'Settings came with the link.' });
  await came.getByRole('button', { name: 'Do without them' }).click();
  await came.waitFor({ state: 'detached' });
  // A link put into the address of the open page.
  await page.evaluate(() => (location.hash = 'settings=1&rare=7'));
  await came.getByText('7 rows').waitFor();
  await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
  await page.getByRole('button', { name: 'Forget everything now' }).click();
  await came.waitFor({ state: 'detached' });
  await end();
});

it('a link that this page cannot have written is refused in a sentence, and a mark in the address is left alone', async () => {
  for (const fragment of ['#settings=1&rare=0', '#settings=1&__proto__=x', '#settings=2&rare=5']) {
    const { page, complaints, end } = await stage.visit({ fragment });
    await page.getByRole('alert').getByText('The link’s settings were not taken').waitFor();
    expect(page.url()).not.toContain('#');
    expect(complaints).toEqual([]);
    await end();
  }
  const { page, end } = await stage.visit({ fragment: '#chapter-2' });
  expect(page.url()).toContain('#chapter-2');
  expect(await page.getByRole('alert').count()).toBe(0);
  await end();
});

it('a page from the disk says that its link names the place it lies at', async () => {
  const { page, end } = await stage.visit();
  const copy = join(mkdtempSync(join(tmpdir(), 'copy-')), 'understudy.html');
  copyFileSync(join(root, 'dist/page/index.html'), copy);
  await page.goto(`${pathToFileURL(copy).href}#settings=1&rare=9`);
  await page.getByRole('region', { name: 'Settings came with the link.' }).getByText('9 rows').waitFor();
  expect(page.url()).not.toContain('#');
  await openTable(page, smallTable());
  expect(await askForLink(page)).toContain('rare=9');
  await page.getByText('This page was opened from a disk').waitFor();
  await end();
});
