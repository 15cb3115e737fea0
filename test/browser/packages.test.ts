import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/bundle';
import { packageRelease } from '../../scripts/package-release';
import { compareAll, exportAs, openTable, train } from './person';
import { rowsOf, smallTable } from './tables';
import { launch, visit } from './visit';
import { importAsText, tryFromAnywhere, tryFromPage, type Outcomes } from './ways-out';
import { callWitness, type Witness } from './witness';

const folder = join(root, 'dist/folder');
/** Bytes as a server sends them, gzipped. */
const mostForFirstPaint = 150_000;
const mostInAll = 2_000_000;

let witness: Witness;
let browser: Browser;

beforeAll(async () => {
  witness = await callWitness(folder);
  browser = await launch(witness);
});
afterAll(async () => {
  await browser.close();
  await witness.close();
});

function sentBytes(path: string): number {
  return gzipSync(readFileSync(join(folder, path))).length;
}

function files(): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => statSync(join(folder, path)).isFile());
}

async function tryAll(page: Page, target: string): Promise<string[]> {
  const outcomes: Outcomes = {
    ...(await page.evaluate(tryFromAnywhere, target)),
    ...(await page.evaluate(tryFromPage, target)),
    import: await page.evaluate(importAsText(target)),
  };
  return Object.keys(outcomes).filter((way) => !['refused', 'absent'].includes(outcomes[way]));
}

describe('the page as a folder of files', () => {
  it('shows its first step with little, and loads the rest before it reads a table', async () => {
    const { page, requests, complaints, end } = await visit(browser, witness);
    const first = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const atFirst = ['index.html', ...first.map((address) => address.slice(witness.address.length))];
    expect(atFirst).toHaveLength(2);
    expect(atFirst.reduce((sum, path) => sum + sentBytes(path), 0)).toBeLessThanOrEqual(mostForFirstPaint);
    expect(files().reduce((sum, path) => sum + sentBytes(path), 0)).toBeLessThanOrEqual(mostInAll);

    await openTable(page, smallTable());
    const rest = files().filter((path) => !atFirst.includes(path));
    expect(witness.record).toEqual(rest.map((path) => `GET ${witness.address}${path}`));
    witness.forget();
    await train(page, { model: 'Independent columns' });
    await compareAll(page);
    const { bytes } = await exportAs(page, 'CSV');
    expect(rowsOf(bytes.toString())).toHaveLength(401);
    expect(witness.record).toEqual([]);
    expect(requests()).toHaveLength(rest.length);
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: /Nothing leaves this page.*0 requests/ }).click();
    await page.getByText('1 more file of this page itself').waitFor();
    await end();
  });

  it('may ask for scripts of its own server and for nothing else, before a table is offered', async () => {
    const { page, end } = await visit(browser, witness);
    expect(await tryAll(page, 'http://elsewhere.example/')).toEqual([]);
    // Found there, they would also have to be what the import map says; these are not found.
    await tryAll(page, witness.address);
    const asked = witness.record.map((line) => line.replace(`GET ${witness.address}`, ''));
    expect(asked.sort()).toEqual(['module-imported.js', 'module.js', 'script.js']);
    await end();
  });

  it('may ask for nothing at all once a table is open', async () => {
    const { page, end } = await visit(browser, witness);
    await openTable(page, smallTable());
    const [worker] = page.workers();
    witness.forget();
    for (const target of [witness.address, 'http://elsewhere.example/']) {
      expect(await tryAll(page, target)).toEqual([]);
      const within = await worker.evaluate(tryFromAnywhere, target);
      expect(Object.values(within)).not.toContain('got through');
    }
    expect(witness.record).toEqual([]);
    await end();
  });

  it('runs no part that is not the one it was built with', async () => {
    const { page, end } = await visit(browser, witness);
    await page.route(/after-open/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'document.title = "Another";' }),
    );
    await page.getByLabel('Table file').setInputFiles(smallTable());
    await page.getByText(/The rest of this page could not be loaded from the server/).waitFor();
    expect(await page.title()).toBe('Understudy');
    await end();
  });
});

describe('the package', () => {
  it('is the same, byte for byte, when the pages are built again', () => {
    const dist = mkdtempSync(join(tmpdir(), 'again-'));
    const again = `import('./scripts/build-pages.ts').then(({ buildPages }) => buildPages(${JSON.stringify(dist)}))`;
    execFileSync(process.execPath, ['--import', 'tsx', '--eval', again], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const [first, second] = [join(root, 'dist'), dist].map((one) => Buffer.from(packageRelease(one).bytes));
    expect(second.equals(first)).toBe(true);
    rmSync(dist, { recursive: true });
  });

  it('has pages that show their version and the fingerprint published with them', async () => {
    const { fileName, bytes } = packageRelease(join(root, 'dist'));
    const published = strFromU8(unzipSync(bytes)[fileName.replace('.zip', '/FINGERPRINTS')]);
    const { page, end } = await visit(browser, witness);
    await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
    await page.getByText('Understudy 0.1.0, fingerprint').waitFor();
    const shown = await page.getByText(/^[\da-f]{64}$/).textContent();
    expect(published).toContain(`${shown}  folder/index.html\n`);
    await end();
  });
});
