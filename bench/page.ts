import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, errors, type Page } from 'playwright-core';
import { obtainChromium } from '../scripts/find-chromium';
import { buildWhenStale } from '../scripts/freshness';
import { UserError } from '../src/engine/errors';
import { samples } from '../src/samples';
import {
  awaitOpened,
  awaitTraining,
  beginTraining,
  chooseFile,
  compareAll,
  exportAs,
  goTo,
  lookAtColumns,
} from '../test/browser/person';
import { callWitness, type Witness } from '../test/browser/witness';
import { growTable, largeTables } from './page/large-tables';
import { peakProcessBytes, watchHeap, watchMainThread } from './page/watch';

interface TableOnDisk {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** What one step of the way took. */
interface StepTime {
  readonly name: string;
  readonly seconds: number;
  /** Milliseconds of the main thread's longest task; 0 where none took 50. */
  readonly longestTask: number;
}

const options = {
  table: { type: 'string' },
  megabytes: { type: 'string' },
  made: { type: 'string' },
  open: { type: 'boolean', default: false },
} as const;

/**
 * `npm run bench page [-- --table FILE.csv --megabytes N --made numbers|texts|columns --open]`: goes the whole way on the built page
 * in Chromium (balanced, on WASM) as a person would, without pauses; with `--open` no further than the table's columns. Prints the
 * seconds of each step and the main thread's longest task in it, the page's memory, and how many requests left the browser after
 * the page had loaded. The table: that file; its rows, drawn again up to so many megabytes; a large one that is made
 * up; or the page's first sample.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const folder = await mkdtemp(join(tmpdir(), 'understudy-page-'));
  try {
    await goThroughPage(await findTable(values, folder), values.open);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function goThroughPage(file: TableOnDisk, isOpenedOnly: boolean): Promise<void> {
  const program = obtainChromium();
  buildWhenStale();
  const witness = await callWitness();
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    proxy: { server: witness.origin, bypass: '<-loopback>' },
  });
  try {
    await measure(browser, witness, file, isOpenedOnly);
  } finally {
    await browser.close();
    await witness.close();
  }
}

interface TableChoice {
  readonly table?: string;
  readonly megabytes?: string;
  readonly made?: string;
}

/** On disk, as a person's file is: handed over in memory, the browser's driver would unpack it on the page's main thread. */
async function findTable({ table, megabytes, made }: TableChoice, folder: string): Promise<TableOnDisk> {
  if (table !== undefined && !existsSync(table))
    throw new UserError('The table is not there: name a CSV file with --table FILE.csv.');
  const path = table && !megabytes ? table : join(folder, samples[0].fileName);
  if (table && megabytes) await growTable(table, path, 1e6 * Number(megabytes));
  else if (made) await makeLarge(made, path);
  else if (!table) await writeFile(path, samples[0].makeCsv());
  return { path, name: basename(path), bytes: (await stat(path)).size };
}

async function makeLarge(made: string, path: string): Promise<void> {
  const names = Object.keys(largeTables);
  const name = names.find((one): one is keyof typeof largeTables => one === made);
  if (!name) throw new UserError(`--made is one of ${names.join(', ')}.`);
  await largeTables[name](path);
}

async function measure(
  browser: Browser,
  witness: Witness,
  file: TableOnDisk,
  isOpenedOnly: boolean,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const loadStart = performance.now();
  await page.goto(witness.address);
  await page.getByRole('navigation', { name: 'Steps' }).waitFor();
  const loadSeconds = (performance.now() - loadStart) / 1000;
  await page.waitForTimeout(500);
  witness.forget();
  const highestHeap = await watchHeap(page);
  const times = await goTheWay(page, file, isOpenedOnly);
  const heap = await highestHeap();
  const peak = await peakProcessBytes(browser);
  console.log(
    [
      `${file.name}, ${(file.bytes / 1e6).toFixed(1)} MB; Chromium ${browser.version()}; page loaded in ${loadSeconds.toFixed(1)} s.`,
      '',
      '| step | seconds | longest main-thread task |',
      '| --- | ---: | ---: |',
      ...times.map(
        ({ name, seconds, longestTask }) =>
          `| ${name} | ${seconds.toFixed(1)} | ${longestTask === 0 ? 'under 50 ms' : `${longestTask.toFixed(0)} ms`} |`,
      ),
      '',
      `Peak JavaScript heap of the page, without its workers: ${(heap / 1e6).toFixed(0)} MB.`,
      `Peak memory of its process, with workers and WebAssembly: ${peak === null ? 'not told by this system' : `${(peak / 1e6).toFixed(0)} MB`}.`,
      `Requests after the page had loaded: ${witness.record.length}.`,
      ...witness.record.map((request) => `- ${request}`),
    ].join('\n'),
  );
}

async function goTheWay(page: Page, file: TableOnDisk, isOpenedOnly: boolean): Promise<StepTime[]> {
  const tasks = await watchMainThread(page);
  const times: StepTime[] = [];
  const time = async (name: string, walk: () => Promise<unknown>) => {
    const start = performance.now();
    await walk();
    const seconds = (performance.now() - start) / 1000;
    times.push({ name, seconds, longestTask: await tasks.longestSince() });
  };
  await time('Open', async () => {
    await chooseFile(page, file.path);
    await patiently(() => awaitOpened(page));
  });
  await time('Columns', () => lookAtColumns(page));
  if (isOpenedOnly) return times;
  await time('Train', async () => {
    await beginTraining(page, { preset: 'Balanced', backend: 'Processor' });
    await patiently(() => awaitTraining(page));
  });
  const began = performance.now();
  await time('Evidence: first figure', async () => {
    await goTo(page, 'Compare');
    await page
      .getByText(/^off by$/)
      .first()
      .waitFor({ timeout: 120_000 });
  });
  await time('Evidence: the rest', () => patiently(() => compareAll(page)));
  const seconds = (performance.now() - began) / 1000;
  const longestTask = Math.max(...times.slice(-2).map((step) => step.longestTask));
  times.push({ name: 'Evidence: all', seconds, longestTask });
  await time('Release (CSV)', () => exportAs(page, 'CSV'));
  return times;
}

const mostWaits = 10;

/** Waits on where a test would give up: large tables take their time. */
async function patiently(wait: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await wait();
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === mostWaits) throw error;
    }
  }
}
