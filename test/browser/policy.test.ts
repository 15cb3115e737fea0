import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle';
import {
  awaitTraining,
  beginTraining,
  compareAll,
  exportAs,
  goTo,
  lookAtColumns,
  openTable,
  train,
} from './person';
import { sampleTable, smallTable } from './tables';
import { launch, visit } from './visit';
import {
  gotThrough,
  importAsText,
  tryFromAnywhere,
  tryFromPage,
  tryFromWorker,
  type Outcomes,
} from './ways-out';
import { callWitness, type Witness } from './witness';

let witness: Witness;
let browser: Browser;

beforeAll(async () => {
  witness = await callWitness();
  browser = await launch(witness);
});
afterAll(async () => {
  await browser.close();
  await witness.close();
});

/** The page's own server, and another host. */
const targets = () => [witness.address, 'http://elsewhere.example/'];

async function tryFromWithin(worker: Worker, target: string): Promise<Outcomes> {
  return {
    ...(await worker.evaluate(tryFromAnywhere, target)),
    ...(await worker.evaluate(tryFromWorker, target)),
    import: await worker.evaluate(importAsText(target)),
  };
}

/** What the attempts leave in the witness's record when nothing refuses them; the socket comes as a CONNECT. */
const reachable = [
  ...['fetch', 'xhr', 'events', 'worker.js', 'nested', 'font.woff2', 'module-imported.js'],
  ...[
    'image.png',
    'script.js',
    'module.js',
    'style.css',
    'video.mp4',
    'object',
    'frame.html',
    'beacon',
    'service.js',
    'form',
  ],
];

describe('what the page may ask of a network', () => {
  it('is nothing, from the page itself, not even of its own server', async () => {
    const { page, end } = await visit(browser, witness);
    for (const target of targets()) {
      const outcomes: Outcomes = {
        ...(await page.evaluate(tryFromAnywhere, target)),
        ...(await page.evaluate(tryFromPage, target)),
        import: await page.evaluate(importAsText(target)),
      };
      expect(gotThrough(outcomes)).toEqual([]);
    }
    expect(witness.record).toEqual([]);
    await end();
  });

  it('is nothing, from within any of its workers', async () => {
    const { page, end } = await visit(browser, witness);
    const workers: Worker[] = [];
    page.on('worker', (worker) => workers.push(worker));
    const outcomes = new Map<Worker, Outcomes[]>();
    const tryFromAll = async () => {
      for (const worker of page.workers().filter((one) => workers.includes(one) && !outcomes.has(one))) {
        outcomes.set(worker, []);
        for (const target of targets()) outcomes.get(worker)?.push(await tryFromWithin(worker, target));
      }
    };
    await openTable(page, sampleTable(2400));
    await tryFromAll();
    await lookAtColumns(page);
    await beginTraining(page, { preset: 'Best', workers: 2 });
    await page.getByText('· 2 workers').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await tryFromAll();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Stop here and keep it' }).click();
    await awaitTraining(page);
    await compareAll(page);
    await tryFromAll();
    await exportAs(page, 'CSV');
    await tryFromAll();

    const jobs = 'open, model, evaluate and release each have a worker, and one shares the learning';
    expect(outcomes.size, jobs).toBeGreaterThanOrEqual(5);
    for (const tried of [...outcomes.values()].flat()) expect(gotThrough(tried)).toEqual([]);
    expect(witness.record).toEqual([]);
    await end();
  });

  it('is everything for a page without the policy, so the attempts above are real ones', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unsealed-'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><title>Unsealed</title><nav aria-label="Steps">x</nav>',
    );
    const other = await callWitness(folder);
    const unsealed = await launch(other);
    const { page, end } = await visit(unsealed, other);
    await page.evaluate(tryFromAnywhere, other.address);
    await page.evaluate(importAsText(other.address));
    // The form, the last way tried, leads away from the page, and its answer with it.
    await page.evaluate(tryFromPage, other.address).catch(() => null);
    await page.waitForURL('**/form');
    const asked = other.record.map((line) => line.replace(/^.*\/a\/folder\//, ''));
    expect(asked).toEqual(expect.arrayContaining([...reachable, `CONNECT ${new URL(other.origin).host}`]));
    await end();
    await unsealed.close();
    await other.close();
    await rm(folder, { recursive: true });
  });

  it('is nothing through the browser’s form filling, which would tell its maker of the fields on the page', async () => {
    const { page, end } = await visit(browser, witness);
    await openTable(page, smallTable());
    await lookAtColumns(page);
    await pause(1500);
    await goTo(page, 'Train');
    await page.getByText('More settings').click();
    await pause(1500);
    await train(page);
    await goTo(page, 'Release');
    await pause(1500);
    expect(witness.errands.filter((errand) => errand.includes('autofill'))).toEqual([]);
    await end();
  });

  it('is nothing when the page is opened as a file, where it does the whole job', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    witness.forget();
    await page.goto(`file://${join(root, 'dist/page/index.html')}`);
    await openTable(page, smallTable());
    await train(page, { model: 'Independent columns' });
    await compareAll(page);
    expect((await exportAs(page, 'CSV')).bytes.length).toBeGreaterThan(10_000);
    expect(witness.record).toEqual([]);
    await context.close();
  });
});

describe('the built page', () => {
  it('is one file that names no place to load from', async () => {
    expect(await readdir(join(root, 'dist/page'))).toEqual(['index.html']);
    const html = await readFile(join(root, 'dist/page/index.html'), 'utf8');
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-/);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/'self'|'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    expect(html).not.toMatch(/<(script|img|iframe)[^>]*\ssrc=/);
  });

  it('turns no text into code', async () => {
    const html = await readFile(join(root, 'dist/page/index.html'), 'utf8');
    expect(html.match(/\beval\s*\(|\(0,\s*eval\)|\bnew Function\b|[^.\w]Function\(/g) ?? []).toEqual([]);
  });
});
