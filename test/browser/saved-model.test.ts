import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltCli } from '../cli/run-understudy';
import { chooseFile, exportAs, goTo, openTable, save, stepButton, train } from './person';
import { useStage } from './stage';
import { fileOf, rowsOf, smallTable, type TableFile } from './tables';

const stage = useStage();
let cli: BuiltCli;
/** Of the sample of visits, by the network. */
let model: TableFile;

beforeAll(async () => {
  cli = await BuiltCli.copy();
  const table = smallTable();
  await writeFile(cli.path(table.name), table.buffer);
  const learn = ['synthesize', table.name, '--preset', 'fast', '--seed', '3', '--rows', '600', '--quiet'];
  expect((await cli.run(...learn, '--save-model', 'visits.model')).stderr).toBe('');
  model = fileOf('visits.model', await readFile(cli.path('visits.model')));
});
afterAll(() => cli.remove());

const theModel = (page: Page) => page.getByRole('region', { name: 'The model' });

/** Saves what was learnt, having read what that gives away. */
async function saveModel(page: Page): Promise<TableFile> {
  await goTo(page, 'Release');
  await page.getByRole('button', { name: 'Save the model' }).click();
  await page.getByRole('dialog', { name: 'Save the model as a file?' }).waitFor();
  const file = await save(page, 'Save it');
  await theModel(page).getByRole('status').waitFor();
  return file;
}

/** What the command line draws from a model. */
async function generate(model: TableFile, out: string, ...options: string[]): Promise<Buffer> {
  await writeFile(cli.path(model.name), model.buffer);
  const result = await cli.run('generate', '--model', model.name, '--out', out, '--quiet', ...options);
  expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  return readFile(cli.path(out));
}

it('saves what was learnt once the person knows what that is, and the command line draws the same file', async () => {
  const { page, complaints, requests, end } = await stage.visit();
  await openTable(page, smallTable());
  await train(page, { workers: 1 });
  await goTo(page, 'Release');
  await page.getByLabel('Rows', { exact: true }).fill('500');
  await page.getByLabel('Seed').fill('7');
  await page.getByRole('checkbox', { name: /Keep spreadsheets/ }).uncheck();

  await page.getByRole('button', { name: 'Save the model' }).click();
  const question = page.getByRole('dialog', { name: 'Save the model as a file?' });
  await question.getByText('It is as private as the real table.').waitFor();
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'hidden' });
  expect(await theModel(page).getByRole('status').count()).toBe(0);

  const saved = await saveModel(page);
  expect(saved.name).toBe('clinic-visits-synthetic.model');
  await page.getByText('The model was saved as clinic-visits-synthetic.model').waitFor();
  const { bytes } = await exportAs(page, 'CSV');
  expect((await generate(saved, 'drawn.csv')).equals(bytes)).toBe(true);
  expect(requests()).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});

const drawing = 'Draw rows from a saved model';

/** Makes and saves the file that is asked for; its name and bytes. */
async function draw(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save .* as / }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

it('draws from a model in place of a table, byte for byte what the command line draws', async () => {
  const { page, complaints, requests, end } = await stage.visit();
  await chooseFile(page, model);
  await page.getByRole('heading', { name: drawing }).waitFor();
  await page.getByText(/^\d+ rows, \d+ columns$/).waitFor();
  await page.getByText('No formal guarantee').waitFor();
  expect(await page.getByLabel('Rows', { exact: true }).inputValue()).toBe('600');
  expect(await page.getByLabel('Seed').inputValue()).toBe('3');
  await page.getByRole('checkbox', { name: /Keep spreadsheets/ }).uncheck();
  const own = await draw(page);
  expect(own.name).toBe('visits-synthetic.csv');
  expect(own.bytes.equals(await generate(model, 'own.csv'))).toBe(true);

  await page.getByLabel('Rows', { exact: true }).fill('70000');
  await page.getByLabel('Seed').fill('11');
  await page.getByRole('radio', { name: /^JSON Lines/ }).check();
  const asked = await draw(page);
  const told = ['--rows', '70000', '--seed', '11'];
  expect(asked.bytes.equals(await generate(model, 'asked.jsonl', ...told))).toBe(true);
  expect(requests()).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});

it('draws from a model only rows under conditions, can be stopped, and leaves the open table as it is', async () => {
  const { page, complaints, end } = await stage.visit();
  const table = fileOf('towns.csv', `town,grade\n${'North,1\nSouth,2\n'.repeat(40)}`);
  await openTable(page, table);
  await goTo(page, 'Columns');
  await goTo(page, 'Open');
  await page.getByRole('button', { name: 'Open another table' }).click();
  await chooseFile(page, model);
  await page.getByRole('heading', { name: drawing }).waitFor();

  await page.getByRole('button', { name: 'Add a condition' }).click();
  const condition = page.getByRole('region', { name: 'Only rows where' }).getByRole('listitem');
  await condition.getByLabel('Column of the condition').selectOption('department');
  await condition.getByRole('checkbox', { name: 'Cardiology' }).check();
  const [header, ...rows] = rowsOf((await draw(page)).bytes.toString());
  expect(rows).toHaveLength(600);
  const place = header.indexOf('department');
  expect(new Set(rows.map((row) => row[place]))).toEqual(new Set(['Cardiology']));

  await page.getByRole('button', { name: /^Remove/ }).click();
  await page.getByLabel('Rows', { exact: true }).fill('1000000');
  await page.getByRole('button', { name: /^Save .* as / }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: /^Save 1,000,000 / }).waitFor();
  await page.getByRole('button', { name: 'Open something else' }).click();
  await page.getByRole('heading', { name: 'towns.csv' }).waitFor();
  expect(complaints).toEqual([]);
  await end();
});

it('says in one sentence what is wrong with a model file, and reads a table after it', async () => {
  const { page, complaints, end } = await stage.visit();
  const damaged = Buffer.from(model.buffer);
  damaged[damaged.length >> 1] ^= 1;
  await chooseFile(page, fileOf('damaged.model', damaged));
  await page.getByRole('alert').filter({ hasText: 'The model file is damaged' }).waitFor();
  expect(await stepButton(page, 'Columns').getAttribute('aria-disabled')).toBe('true');
  await openTable(page, smallTable());
  expect(complaints).toEqual([]);
  await end();
});
