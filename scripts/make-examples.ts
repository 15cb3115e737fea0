/** `npm run examples`: both reports and both certificates in docs/examples, saved from the built page for a made-up table. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { compareAll, exportAs, lookAtColumns, stepButton, train } from '../test/browser/person';
import { root } from './bundle';
import { obtainChromium } from './find-chromium';
import { buildWhenStale } from './freshness';
import { serveFolder } from './serve';

const folder = join(root, 'docs/examples');

buildWhenStale();
await mkdir(folder, { recursive: true });
const { address, close } = await serveFolder({ folder: join(root, 'dist/page'), port: 0 });
const browser = await chromium.launch({ executablePath: obtainChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto(address);
await page.getByRole('button', { name: /clinic/i }).click();
await lookAtColumns(page);
await train(page, { preset: 'Balanced', backend: 'Processor' });
await compareAll(page);
await page.getByRole('button', { name: 'Change what it is judged for' }).click();
await page.getByLabel('To be predicted').selectOption('department');
await page.getByRole('group', { name: 'Sensitive' }).getByLabel('sex').check();
await page.getByRole('button', { name: 'Measure with these' }).click();
await page.getByText('A model is to predict department. Groups of sex are to fare alike.').waitFor();
await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 120_000 });
await exportAs(page, 'CSV');
await page.getByLabel('Intended use').fill('Developing and testing a dashboard of visits; teaching.');
await page.getByLabel('Limits').fill('Not for findings about patients, nor for decisions about anyone.');
await page.getByLabel('Sign the certificates').check();
await page.getByText(/SHA256:/).waitFor();
for (const audience of ['private', 'shareable']) {
  await save(page, `Save the ${audience} report`, `${audience}-report.html`);
  await save(page, `The ${audience} report as JSON`, `${audience}-report.json`);
  await save(page, `Save the ${audience} certificate`, `${audience}-certificate.json`);
}
await save(page, 'Save the public key', 'public-key.jwk');
await browser.close();
await close();
console.log('The examples are in docs/examples.');

async function save(from: Page, button: string, name: string): Promise<void> {
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await copyFile(await download.path(), join(folder, name));
}
