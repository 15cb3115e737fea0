/**
 * What a person does on the page, by the names and roles that everyone meets there, screen reader or not. The
 * page's wording is known here and nowhere else in the tests.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { TableFile } from './tables';

export const steps = ['Open', 'Columns', 'Train', 'Compare', 'Release'] as const;
export type Step = (typeof steps)[number];

export interface TrainOptions {
  readonly preset?: 'Fast' | 'Balanced' | 'Best';
  /** The network when not said; the baselines know neither presets nor backends. */
  readonly model?: 'Gaussian copula' | 'Independent columns';
  readonly backend?: 'Automatic' | 'Graphics card' | 'Processor' | 'Processor, plain';
  readonly seed?: number;
  /** Left out: as the page finds best. */
  readonly workers?: number;
}

/** Chooses a file, of a test or on disk; resolves when the page shows the table, or says why it cannot. */
export async function chooseFile(page: Page, file: TableFile | string): Promise<void> {
  await page.getByLabel('Table file').setInputFiles(file);
}

/** Chooses a file that can be read; resolves when its table is shown. */
export async function openTable(page: Page, file: TableFile | string): Promise<void> {
  await chooseFile(page, file);
  await page.getByRole('heading', { name: typeof file === 'string' ? basename(file) : file.name }).waitFor();
  await awaitOpened(page);
}

export async function awaitOpened(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Look at the/ }).waitFor();
}

/** Drops a file anywhere on the page. */
export function dropFile(page: Page, file: TableFile): Promise<void> {
  return dropFiles(page, [file]);
}

/** Drops several files at once, on no part of the page that asks for them. */
export async function dropFiles(page: Page, files: readonly TableFile[]): Promise<void> {
  const data = await page.evaluateHandle(
    (dropped) => {
      const transfer = new DataTransfer();
      for (const { name, type, text } of dropped) {
        const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString('base64') })),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

export function stepButton(page: Page, step: Step): Locator {
  return page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button', { name: new RegExp(`^${step}\\b`) });
}

export async function goTo(page: Page, step: Step): Promise<void> {
  await stepButton(page, step).click();
}

export async function lookAtColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Look at the/ }).click();
  await page.getByRole('heading', { name: 'What each column is' }).waitFor();
}

/** Sets how to learn and begins; the table must be open. */
export async function beginTraining(page: Page, options: TrainOptions = {}): Promise<void> {
  const { preset = 'Fast', model, backend = 'Processor', seed = 1, workers } = options;
  await goTo(page, 'Train');
  await page
    .locator('details', { hasText: 'More settings' })
    .evaluate((details: HTMLDetailsElement) => (details.open = true));
  if (model) await page.getByRole('radio', { name: model }).check();
  else {
    await page.getByRole('radio', { name: preset }).check();
    await page.getByLabel('Compute on').selectOption({ label: backend });
    await enterNumber(page.getByLabel('Workers'), workers ?? null);
  }
  await enterNumber(page.getByLabel('Seed'), seed);
  await page.getByRole('button', { name: /^Learn from/ }).click();
}

/** Key by key: a driver that fills a number's field at once leaves in Firefox what was there. Null empties it. */
async function enterNumber(field: Locator, value: number | null): Promise<void> {
  await field.press('ControlOrMeta+A');
  await (value === null ? field.press('Delete') : field.pressSequentially(String(value)));
  await field.blur();
}

export async function awaitTraining(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor({ timeout: 150_000 });
}

export async function train(page: Page, options: TrainOptions = {}): Promise<void> {
  await beginTraining(page, options);
  await awaitTraining(page);
}

export interface PrivacyOptions {
  readonly epsilon: number;
  readonly declaredRows: number;
}

/** Asks for differential privacy, bounds and lists to be found; resolves when the page shows what it will cost. */
export async function askForPrivacy(page: Page, { epsilon, declaredRows }: PrivacyOptions): Promise<void> {
  await goTo(page, 'Train');
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  const fields = [
    ['ε', epsilon],
    ['Declared rows', declaredRows],
  ] as const;
  for (const [label, value] of fields) await enterNumber(page.getByLabel(label, { exact: true }), value);
  await page.getByLabel(/Find the rest privately/).check();
  await page.getByRole('heading', { name: 'What will be looked at, and what it costs' }).waitFor();
}

/** Learns under what was asked for; resolves when the page shows what it cost. */
export async function learnPrivately(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Learn (under ε|again)/ }).click();
  await awaitTraining(page);
  await page.getByRole('heading', { name: 'What was looked at, and what it cost' }).waitFor();
}

/** Compares, and waits until every figure is there. */
export async function compareAll(page: Page): Promise<void> {
  await goTo(page, 'Compare');
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 120_000 });
}

export async function readIn(page: Page, language: 'DE' | 'EN'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${language}:`) }).click();
}

/** Makes and saves the synthetic file; its name and bytes. */
export async function exportAs(
  page: Page,
  format: 'CSV' | 'Excel' | 'Arrow' | 'Parquet' | 'JSON Lines' | 'SQL',
): Promise<{ name: string; bytes: Buffer }> {
  await goTo(page, 'Release');
  await page.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    page.getByRole('button', { name: /^Save .* as / }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Begins a condition on the Release step, on that column; the condition's own part of the page. */
export async function addCondition(page: Page, column: string): Promise<Locator> {
  await goTo(page, 'Release');
  const rows = page.getByRole('region', { name: 'Only rows where' }).getByRole('listitem');
  const place = await rows.count();
  await page.getByRole('button', { name: /^(Add a condition|And where …)$/ }).click();
  const condition = rows.nth(place);
  await condition.getByLabel('Column of the condition').selectOption(column);
  return condition;
}

/** Waits until the page says how rare rows under the conditions are; what it says. */
export async function awaitEstimate(page: Page): Promise<string> {
  const words = page.getByRole('region', { name: 'Only rows where' }).getByText(/model’s rows are like this/);
  await words.waitFor({ timeout: 60_000 });
  return (await words.textContent()) ?? '';
}

/** Asks for the training to come to be kept on the disk; the table must be open. */
export async function keepTraining(page: Page, passphrase: string): Promise<void> {
  await goTo(page, 'Train');
  await page.getByRole('checkbox', { name: 'Keep this training on this computer' }).check();
  await page.getByLabel('Passphrase').fill(passphrase);
}

/** Unlocks what was kept before the page was loaded. */
export async function unlockKept(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Unlock it' }).click();
}

/** Presses a button that saves a file; the file. */
export async function save(page: Page, button: string): Promise<TableFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  };
}
