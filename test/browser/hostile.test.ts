import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { compareAll, exportAs, goTo, lookAtColumns, openTable, steps, train } from './person';
import { useStage } from './stage';
import { fileOf, rowsOf } from './tables';

const stage = useStage();

/** Each would do something, somewhere, if it were taken for anything but text. */
const names = [
  '<img src=x onerror="hacked=1">',
  '"><script>hacked=1</script>',
  '__proto__',
  'constructor',
  'toString',
  '{{7*7}} ${7*7}',
  "=cmd|' /C calc'!A0",
  '\u202Eright to left',
  'x'.repeat(2000),
];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** Columns of those names; cells of the same kind, numbers, and missing ones. */
function hostileTable(rows: number): string {
  const cell = (row: number, at: number) => {
    if ((row + at) % 13 === 0) return '';
    return at % 3 === 2 ? String((row * 7 + at) % 50) : names[(row * 5 + at) % 4];
  };
  const lines = Array.from({ length: rows }, (_, row) => names.map((_, at) => cell(row, at)));
  return [names, ...lines].map((line) => line.map(quote).join(',')).join('\n');
}

async function save(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** What was run, drawn or changed that should not have been. */
const harm = (page: Page) =>
  page.evaluate(() => ({
    ran: 'hacked' in window,
    images: document.images.length,
    scripts: document.querySelectorAll('script:not([type="application/json"])').length,
    polluted: Object.keys(Object.prototype).length + ('polluted' in {} ? 1 : 0),
  }));
const none = { ran: false, images: 0, scripts: 0, polluted: 0 };

/** How far the page must be scrolled sideways to be seen whole, in pixels: nothing may be as long as that. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

it('a hostile table goes through every step and report as text, and comes out as text', async () => {
  const { page, requests, complaints, end } = await stage.visit();
  const { scripts } = await harm(page);
  await openTable(page, fileOf('"><img src=x onerror="hacked=1">.csv', hostileTable(400)));
  await page.getByText(names[0], { exact: true }).first().waitFor();
  await lookAtColumns(page);
  await train(page, { preset: 'Fast' });
  await compareAll(page);
  const { bytes } = await exportAs(page, 'CSV');
  expect(rowsOf(bytes.toString())[0]).toHaveLength(names.length);
  for (const step of steps) {
    await goTo(page, step);
    expect(await harm(page)).toEqual({ ...none, scripts });
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  for (const audience of ['private', 'shareable']) {
    const text = await save(page, `Save the ${audience} report`);
    expect(text).not.toMatch(/<img|<script(?! type="application\/json")/);
    const report = await page.context().newPage();
    await report.setContent(text);
    expect(await harm(report)).toEqual(none);
    await report.close();
  }
  const certificate = JSON.parse(await save(page, 'Save the private certificate')) as {
    columns: { name: string }[];
  };
  expect(certificate.columns.map(({ name }) => name)).toEqual(
    names.map((name) => name.replace('\u202E', '')),
  );
  expect(complaints).toEqual([]);
  expect(requests()).toEqual([]);
  await end();
});

it('names are no wider than the page before their rows are drawn', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, fileOf('long names.csv', hostileTable(20)));
  await page.evaluate(() => (IntersectionObserver.prototype.observe = () => undefined));
  await goTo(page, 'Columns');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'x'.repeat(2000) })
    .waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await end();
});
