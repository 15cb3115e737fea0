import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltCli } from '../cli/run-understudy';
import { exportAs, goTo, openTable, save, train } from './person';
import { useStage } from './stage';
import { smallTable, type TableFile } from './tables';

const stage = useStage();
let cli: BuiltCli;

beforeAll(async () => {
  cli = await BuiltCli.build();
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

  const model = await saveModel(page);
  expect(model.name).toBe('clinic-visits-synthetic.model');
  await page.getByText('The model was saved as clinic-visits-synthetic.model').waitFor();
  const { bytes } = await exportAs(page, 'CSV');
  expect((await generate(model, 'drawn.csv')).equals(bytes)).toBe(true);
  expect(requests()).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});
