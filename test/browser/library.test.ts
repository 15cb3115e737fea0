import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForBrowsers } from '../../scripts/build-library';
import { launch } from './visit';
import { callWitness, type Witness } from './witness';

let folder: string;
let witness: Witness;
let browser: Browser;

/** Nothing may be loaded but the page's own scripts. */
const html = `<!doctype html><meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" />
<link rel="icon" href="data:," /><title>Embedding app</title><script type="module" src="./app.js"></script>`;

const app = `
import { synthesize } from './browser.js';
const rows = Array.from({ length: 120 }, (_, i) => (i % 3 ? 'yes' : 'no') + ',' + ((i * 37) % 60)).join('\\n');
const model = await synthesize(new Blob(['answer,age\\n', rows]), { preset: 'fast', maxSeconds: 1 });
const drawn = [];
for await (const row of model.rows({ rows: 30 })) drawn.push(row);
globalThis.drawn = drawn;
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-app-'));
  await buildForBrowsers(folder);
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'app.js'), app);
  witness = await callWitness(folder);
  browser = await launch(witness);
});

afterAll(async () => {
  await browser.close();
  await witness.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the package in a page of somebody else’s', () => {
  it('learns and draws, and asks for nothing but its own file', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(witness.address);
    await page.waitForFunction(() => 'drawn' in globalThis, undefined, { timeout: 60_000 });
    const drawn = await page.evaluate(
      () => (globalThis as unknown as { drawn: Record<string, unknown>[] }).drawn,
    );
    expect(faults).toEqual([]);
    expect(drawn).toHaveLength(30);
    for (const { answer, age } of drawn) {
      expect(answer === 'yes' || answer === 'no' || typeof answer === 'boolean').toBe(true);
      expect(typeof age).toBe('number');
    }
    expect(witness.record.map((request) => request.replace(/^.*\//, ''))).toEqual([
      '',
      'app.js',
      'browser.js',
    ]);
  });
});
