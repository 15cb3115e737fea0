import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gapWords } from '../../src/ui/components/gap-words';
import { takeAway } from './absences';
import { compareAll, exportAs, goTo, openTable, train } from './person';
import { useStage } from './stage';
import { fileOf, rowsOf, smallTable } from './tables';

const stage = useStage();
const { gaps, slowArithmetic } = gapWords.texts.en;

/** So little to learn that plain JavaScript does it in seconds. */
const twoColumns = fileOf(
  'small.csv',
  ['kind,amount', ...Array.from({ length: 150 }, (_, i) => `${'xyz'[i % 3]},${(i * 7) % 40}`)].join('\n'),
);

/** What the sheet behind the seal says that this browser lacks. */
async function readGaps(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
  const sheet = page.getByRole('dialog');
  const listed = await sheet
    .locator('h3', { hasText: gapWords.texts.en.title })
    .locator('+ ul > li')
    .allTextContents();
  await sheet.getByRole('button', { name: 'Close' }).click();
  return listed;
}

describe('what costs nothing is not spoken of', () => {
  it('the job is the same without shared memory, private files, local storage or popovers', async () => {
    const { page, complaints, end } = await stage.visit({
      without: ['SharedArrayBuffer', 'OPFS', 'local storage', 'popovers'],
    });
    await openTable(page, smallTable());
    await train(page);
    await compareAll(page);
    expect(rowsOf((await exportAs(page, 'Arrow')).bytes.toString()).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: /dark colours/ }).click();
    expect((await readGaps(page)).join()).not.toMatch(
      /shared memory|SharedArrayBuffer|OPFS|popover|storage/i,
    );
    expect(complaints).toEqual([]);
    await end();
  });
});

describe('what costs something is told in the sheet behind the seal, and where it costs it', () => {
  it('no WebGPU, two cores, four gigabytes, no writing to the disk', async () => {
    const { page, complaints, end } = await stage.visit({
      without: ['WebGPU', 'more than 2 cores', 'more than 4 GB', 'File System Access'],
    });
    expect(await readGaps(page)).toEqual([
      gaps['graphics-card'],
      gaps['direct-saving'],
      gaps['many-cores'],
      gaps['much-memory'],
    ]);
    await openTable(page, smallTable());
    await train(page, { backend: 'Automatic' });
    expect(await page.getByRole('option', { name: 'Graphics card (not in this browser)' }).isDisabled()).toBe(
      true,
    );
    await goTo(page, 'Release');
    const rows = page.getByLabel('Rows', { exact: true });
    const note = page.getByRole('note').filter({ hasText: 'must fit in memory first' });
    expect(await note.count()).toBe(0);
    await rows.fill('9000000');
    await rows.blur();
    expect(await note.innerText()).toContain('The file would be about 1');
    await rows.fill('500');
    await rows.blur();
    expect(await note.count()).toBe(0);
    expect(rowsOf((await exportAs(page, 'CSV')).bytes.toString())).toHaveLength(501);
    expect(complaints).toEqual([]);
    await end();
  });

  it('WebGPU that has no graphics card to give', async () => {
    const { page, complaints, end } = await stage.visit({ without: ['graphics card'] });
    expect(await page.evaluate(() => 'gpu' in navigator)).toBe(true);
    await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
    await page.getByRole('listitem').filter({ hasText: gaps['graphics-card'] }).waitFor();
    await page.keyboard.press('Escape');
    await openTable(page, twoColumns);
    await goTo(page, 'Train');
    const card = page.getByRole('option', { name: 'Graphics card (not in this browser)' });
    await card.waitFor({ state: 'attached' });
    expect(await card.isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await end();
  });

  it.each(['WebAssembly', 'WebAssembly SIMD'] as const)('no %s', async (absence) => {
    const { page, complaints, end } = await stage.visit({ without: [absence] });
    expect(await readGaps(page)).toContain(gaps['fast-arithmetic']);
    await openTable(page, twoColumns);
    await train(page, { backend: 'Automatic' });
    await page.getByText(slowArithmetic).waitFor();
    await page.locator('.backend').getByText('Processor, plain').waitFor();
    await compareAll(page);
    expect(rowsOf((await exportAs(page, 'CSV')).bytes.toString())).toHaveLength(151);
    expect(complaints).toEqual([]);
    await end();
  });

  it('a page over plain HTTP', async () => {
    // The witness, through which all goes, gives the page under any name; only of this machine's is the browser sure.
    const { page, requests, complaints, end } = await stage.visit({
      address: 'http://portal.example/a/folder/index.html',
    });
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await readGaps(page)).toContain(gaps['secure-context']);
    await openTable(page, smallTable());
    await train(page, { backend: 'Automatic' });
    await compareAll(page);
    expect(rowsOf((await exportAs(page, 'CSV')).bytes.toString())).toHaveLength(401);
    await page.getByText('This browser signs only on pages that come over HTTPS').waitFor();
    expect(requests()).toEqual([]);
    expect(complaints).toEqual([]);
    await end();
  });
});

it.each([
  [
    'en',
    'This browser is too old for Understudy: it needs Chrome or Edge 110, Firefox 115 or Safari 16.4, or later.',
  ],
  [
    'de',
    'Dieser Browser ist zu alt für Understudy: Nötig ist Chrome oder Edge ab 110, Firefox ab 115 oder Safari ab 16.4.',
  ],
] as const)('a browser that is too old shows one sentence (%s)', async (locale, sentence) => {
  const context = await stage.browser().newContext({ locale });
  await context.addInitScript(takeAway, ['toSorted'] as const);
  const page = await context.newPage();
  await page.goto(stage.witness().address);
  await page.waitForLoadState();
  expect((await page.locator('body').innerText()).trim()).toBe(sentence);
  await context.close();
});
