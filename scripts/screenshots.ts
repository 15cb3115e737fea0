/** `npm run screenshots`: the pictures in docs/screenshots, from the built page and one of its own samples. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import {
  askForPrivacy,
  compareAll,
  exportAs,
  goTo,
  learnPrivately,
  lookAtColumns,
  steps,
  train,
} from '../test/browser/person';
import { root } from './bundle';
import { obtainChromium } from './find-chromium';
import { buildWhenStale } from './freshness';
import { serveFolder } from './serve';

type Scheme = 'light' | 'dark';

const folder = join(root, 'docs/screenshots');

buildWhenStale();
await mkdir(folder, { recursive: true });
const { address, close } = await serveFolder({ folder: join(root, 'dist/page'), port: 0 });
const browser = await chromium.launch({ executablePath: obtainChromium(), args: ['--no-sandbox'] });
for (const colorScheme of ['light', 'dark'] as const) {
  await photograph(browser, colorScheme);
  await photographPrivacy(browser, colorScheme);
}
await browser.close();
await close();
console.log('The pictures are in docs/screenshots.');

async function photograph(taken: Browser, colorScheme: Scheme): Promise<void> {
  const { page, context } = await openPage(taken, colorScheme);
  await take(page, `open-${colorScheme}`);
  await chooseSample(page, /./);
  await lookAtColumns(page);
  await train(page, { preset: 'Balanced' });
  await compareAll(page);
  await exportAs(page, 'CSV');
  for (const step of steps.slice(1)) {
    await goTo(page, step);
    await take(page, `${step.toLowerCase()}-${colorScheme}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await goTo(page, 'Compare');
  await take(page, `compare-narrow-${colorScheme}`);
  await context.close();
}

/** The Train step under a promise, before the table is learnt and after it, and what of it is released. */
async function photographPrivacy(taken: Browser, colorScheme: Scheme): Promise<void> {
  const { page, context } = await openPage(taken, colorScheme);
  await chooseSample(page, /bank/i);
  await askForPrivacy(page, { epsilon: 3, declaredRows: 2900 });
  await page.getByText(/^In all: ε/).waitFor();
  await take(page, `privacy-${colorScheme}`, true);
  await learnPrivately(page);
  await take(page, `privacy-learnt-${colorScheme}`, true);
  await compareAll(page);
  await exportAs(page, 'CSV');
  await goTo(page, 'Release');
  await take(page, `privacy-release-${colorScheme}`, true);
  await context.close();
}

async function openPage(
  taken: Browser,
  colorScheme: Scheme,
): Promise<{ page: Page; context: BrowserContext }> {
  const viewport = { width: 1440, height: 900 };
  const context = await taken.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  return { page, context };
}

function chooseSample(page: Page, name: RegExp): Promise<void> {
  return page
    .getByRole('region', { name: /made-up tables/ })
    .getByRole('button', { name })
    .first()
    .click();
}

async function take(page: Page, name: string, fullPage = false): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
