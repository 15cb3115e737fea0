import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { buildForBrowsers, writeManifest } from '../../scripts/build-library';
import { launch } from './visit';
import { callWitness, type Witness } from './witness';

let folder: string;
let witness: Witness;
let browser: Browser;

interface Drawn {
  readonly rows: Record<string, unknown>[];
  readonly workers: number;
}

/** Nothing may be loaded but the page's own scripts. */
const html = `<!doctype html><meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" />
<link rel="icon" href="data:," /><title>Embedding app</title><script type="module" src="./app.js"></script>`;

const app = `
const rows = Array.from({ length: 120 }, (_, i) => (i % 3 ? 'yes' : 'no') + ',' + ((i * 37) % 60)).join('\\n');
const model = await synthesize(new Blob(['answer,age\\n', rows]), { preset: 'fast', maxSeconds: 1, workers: 2 });
const drawn = [];
for await (const row of model.rows({ rows: 30 })) drawn.push(row);
globalThis.drawn = { rows: drawn, workers: model.workers };
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-app-'));
  const installed = join(folder, 'node_modules/understudy');
  await buildForBrowsers(installed);
  writeManifest(installed);
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(
    join(folder, 'app.js'),
    `import { synthesize } from './node_modules/understudy/browser/index.js';${app}`,
  );
  await writeFile(join(folder, 'source.js'), `import { synthesize } from 'understudy';${app}`);
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: 'bundled',
      rolldownOptions: { input: join(folder, 'source.js'), output: { entryFileNames: 'app.js' } },
    },
  });
  await writeFile(join(folder, 'bundled/index.html'), html);
  witness = await callWitness(folder);
  browser = await launch(witness);
});

afterAll(async () => {
  await browser.close();
  await witness.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the package in a page of somebody else’s', () => {
  it.each([
    ['as it is', '.', 'node_modules/understudy/browser/'],
    ['bundled by vite', 'bundled', 'bundled/assets/'],
  ])(
    'learns with two threads and draws, and asks for nothing but scripts of its own: %s',
    async (_, place, parts) => {
      witness.forget();
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(addressOf(`${place}/index.html`));
      await page.waitForFunction(() => 'drawn' in globalThis, undefined, { timeout: 60_000 });
      const { rows, workers } = await page.evaluate(() => (globalThis as unknown as { drawn: Drawn }).drawn);
      expect(faults).toEqual([]);
      expect(workers).toBe(2);
      expect(rows).toHaveLength(30);
      for (const { answer, age } of rows) {
        expect(answer === 'yes' || answer === 'no' || typeof answer === 'boolean').toBe(true);
        expect(typeof age).toBe('number');
      }
      const own = ['index.html', 'app.js'].map((file) => `GET ${addressOf(`${place}/${file}`)}`);
      const asked = witness.record.filter((request) => !own.includes(request));
      expect(asked.filter((request) => !request.startsWith(`GET ${addressOf(parts)}`))).toEqual([]);
      // Nothing was read or written but CSV and rows.
      expect(asked.filter((request) => /parquet|arrow|workbook|excel|evaluate/.test(request))).toEqual([]);
      await page.close();
    },
  );
});

/** An address in the folder that the witness serves. */
function addressOf(path: string): string {
  return new URL(path, witness.address).href;
}
