/** `npm run screenshots`: the pictures in docs/screenshots, from the built page and one of its own samples. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { compareAll, exportAs, goTo, lookAtColumns, steps, train } from '../test/browser/person';
import { root } from './bundle';
import { obtainChromium } from './find-chromium';
import { buildWhenStale } from './freshness';
import { serveFolder } from './serve';

const folder = join(root, 'docs/screenshots');

buildWhenStale();
await mkdir(folder, { recursive: true });
const { address, close } = await serveFolder({ folder: join(root, 'dist/page'), port: 0 });
const browser = await chromium.launch({ executablePath: obtainChromium(), args: ['--no-sandbox'] });
for (const colorScheme of ['light', 'dark'] as const) await photograph(browser, colorScheme);
await browser.close();
await close();
console.log('The pictures are in docs/screenshots.');

async function photograph(taken: Browser, colorScheme: 'light' | 'dark'): Promise<void> {
  const viewport = { width: 1440, height: 900 };
  const context = await taken.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address);
  await take(page, `open-${colorScheme}`);
  await page
    .getByRole('region', { name: /made-up tables/ })
    .getByRole('button')
    .first()
    .click();
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

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
