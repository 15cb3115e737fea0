import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../../scripts/bundle';
import { launchFirefox } from './firefox';
import { frameOf, openHost } from './host-page';
import { compareAll, dropFile, exportAs, lookAtColumns, openTable, train } from './person';
import { rowsOf, smallTable } from './tables';
import { serveTwoOrigins } from './two-origins';
import { launch, type Visit, visit } from './visit';
import { gotThrough, importAsText, tryFromAnywhere, tryFromPage, type Outcomes } from './ways-out';
import { callWitness, type Witness } from './witness';

const program = inject('firefox');

/** Drops a table, learns it, compares and saves a synthetic one, with one worker and seed 7; its name and bytes. */
async function doTheJob({ page }: Visit): Promise<{ name: string; bytes: Buffer }> {
  await dropFile(page, smallTable());
  await lookAtColumns(page);
  await train(page, { seed: 7, workers: 1 });
  await compareAll(page);
  return exportAs(page, 'CSV');
}

/** What the attempts come to in a worker that is made as the page makes its own; the driver cannot speak to those here. */
function tryFromWorkerOfText([attempts, target]: readonly [string, string]): Promise<Outcomes> {
  const text = `(${attempts})(${JSON.stringify(target)}).then(postMessage)`;
  const worker = new Worker(URL.createObjectURL(new Blob([text])));
  return new Promise((resolve) =>
    worker.addEventListener('message', ({ data }: MessageEvent<Outcomes>) => resolve(data)),
  );
}

describe.skipIf(program === null)('Firefox (needs one: FIREFOX_PATH, or Debian’s firefox-esr)', () => {
  let witness: Witness;
  let browser: Browser;
  beforeAll(async () => {
    witness = await callWitness(join(root, 'dist'));
    browser = await launchFirefox(program ?? '', witness);
  });
  afterAll(async () => {
    await browser.close();
    await witness.close();
  });

  const at = (form: string) => ({ ...witness, address: `${witness.address}${form}/index.html` });

  it('does the whole job and asks for nothing; the same seed makes the same file in Chromium', async () => {
    const here = await visit(browser, at('page'));
    const { name, bytes } = await doTheJob(here);
    const [header, ...rows] = rowsOf(bytes.toString());
    const [realHeader, ...realRows] = rowsOf(smallTable().buffer.toString());
    expect(name).toMatch(/synthetic.*\.csv$/);
    expect(header).toEqual(realHeader);
    expect(rows).toHaveLength(realRows.length);
    expect(here.complaints).toEqual([]);
    expect(here.requests()).toEqual([]);
    await here.page.getByRole('button', { name: /Nothing leaves this page.*0 requests/ }).waitFor();
    await here.end();

    const chromium = await launch(witness);
    const there = await visit(chromium, at('page'));
    expect((await doTheJob(there)).bytes.equals(bytes)).toBe(true);
    await chromium.close();
  });

  it('does the whole job from a folder of files, and asks for the rest of them alone', async () => {
    const here = await visit(browser, at('folder'));
    const { bytes } = await doTheJob(here);
    expect(rowsOf(bytes.toString())).toHaveLength(401);
    expect(here.complaints).toEqual([]);
    for (const request of here.requests())
      expect(request).toMatch(/\/folder\/assets\/after-open-[\w-]+\.js$/);
    await here.end();
  });

  it('does the job with a page that is a file on the disk', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    witness.forget();
    await page.goto(`file://${join(root, 'dist/page/index.html')}`);
    await openTable(page, smallTable());
    await train(page, { model: 'Independent columns' });
    expect((await exportAs(page, 'Parquet')).bytes.length).toBeGreaterThan(10_000);
    expect(witness.record).toEqual([]);
    await context.close();
  });

  it('lets nothing out, neither of the page nor of a worker', async () => {
    const { page, end } = await visit(browser, at('page'));
    await openTable(page, smallTable());
    for (const target of [witness.address, 'http://elsewhere.example/']) {
      const outcomes: Outcomes[] = [
        await page.evaluate(tryFromWorkerOfText, [tryFromAnywhere.toString(), target] as const),
        await page.evaluate(tryFromAnywhere, target),
        await page.evaluate(tryFromPage, target),
        { import: await page.evaluate(importAsText(target)) },
      ];
      expect(outcomes.map(gotThrough)).toEqual([[], [], [], []]);
    }
    expect(witness.record).toEqual([]);
    await end();
  });

  it('does the job in a frame of another site, and gives rows that the person agrees to give', async () => {
    const origins = await serveTwoOrigins();
    const unwatched = await launchFirefox(program ?? '', null);
    const page = await openHost(unwatched, origins, origins.forms['one file']);
    await page.getByText('Ready.').waitFor();
    const press = (name: string) => page.getByRole('button', { name }).click();
    await press('Hand over a table');
    await page.getByText(/300 rows, 3 columns/).waitFor();
    await press('Learn it');
    await page.getByText(/Learnt in/).waitFor();
    await press('Ask for 100 rows');
    // The driver's pointer does not reach into a frame that has a process of its own.
    await frameOf(page)
      .getByRole('button', { name: 'Give it' })
      .evaluate((button: HTMLElement) => button.click());
    await page.getByText(/Given 100 rows, \d+ bytes/).waitFor();
    await unwatched.close();
    await origins.close();
  });
});
