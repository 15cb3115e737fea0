import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { darkRules, findBarriers, lightRules } from './axe';
import {
  addCondition,
  askForPrivacy,
  awaitEstimate,
  beginTraining,
  chooseFile,
  compareAll,
  dropFile,
  dropFiles,
  exportAs,
  goTo,
  learnPrivately,
  lookAtColumns,
  openTable,
  save,
  train,
} from './person';
import { fileOf, longTable, sampleTable, smallTable } from './tables';
import { launch, visit } from './visit';
import { callWitness, type Witness } from './witness';

let witness: Witness;
let browser: Browser;

beforeAll(async () => {
  witness = await callWitness();
  browser = await launch(witness);
});
afterAll(async () => {
  await browser.close();
  await witness.close();
});

/** By the page's own button, which a sheet over the page does not keep from a script. */
function speak(page: Page, language: 'en' | 'de'): Promise<void> {
  return page.evaluate(
    (wanted) => document.querySelector<HTMLElement>(`header button[lang="${wanted}"]`)?.click(),
    language,
  );
}

type Scheme = 'light' | 'dark';

/** In German the words are others, and where they stand: colours are as they were. */
const germanRules = { rules: { ...lightRules.rules, 'color-contrast': { enabled: false } } };

const looks: Readonly<Record<Scheme, readonly (readonly ['de' | 'en', object])[]>> = {
  light: [
    ['de', germanRules],
    ['en', lightRules],
  ],
  dark: [['en', darkRules]],
};

/** Looks at states of the page; what it found in all of them. */
function makeInspector(
  page: Page,
  scheme: Scheme,
): { look: (place: string) => Promise<void>; found: string[] } {
  const found: string[] = [];
  return {
    found,
    look: async (place) => {
      for (const [language, rules] of looks[scheme]) {
        await speak(page, language);
        found.push(
          ...(await findBarriers(page, rules)).map((barrier) => `${place}, ${language}: ${barrier}`),
        );
      }
    },
  };
}

describe.each(['light', 'dark'] as const)('in %s colours axe-core finds nothing', (colorScheme) => {
  it('while a table is opened, nor in the sheets over the page', async () => {
    const { page, end } = await visit(browser, witness, { colorScheme, fragment: '#settings=1&rare=7' });
    const { look, found } = makeInspector(page, colorScheme);
    await look('open, with a link');
    for (const opener of [/Nothing leaves this page/, 'Check a release', 'Paste a table']) {
      await page.getByRole('button', { name: opener }).first().click();
      await page.getByRole('dialog').waitFor();
      await look(`sheet of ${String(opener)}`);
      await page.keyboard.press('Escape');
    }
    await chooseFile(page, fileOf('broken.parquet', 'PAR1 and then nothing of the sort'));
    await page.getByRole('alert').waitFor();
    await look('a file that cannot be read');
    await chooseFile(page, longTable(3));
    await look('reading');
    await page.getByRole('button', { name: /^Look at the/ }).waitFor({ timeout: 60_000 });
    await dropFile(
      page,
      fileOf('odd.csv', `id,date,note\n${'1,2021-01-02,"a"\n2,02/30/2021,b\n3,,c,d\n'.repeat(40)}`),
    );
    await page.getByRole('heading', { name: 'odd.csv' }).waitFor();
    await look('a table with problems');
    await lookAtColumns(page);
    await page.getByRole('button', { name: 'Another text that means missing in note' }).click();
    await page.getByLabel('Text that means missing in note').fill('c');
    await look('missing cells');
    await page.getByRole('button', { name: /k-anonymity/ }).click();
    await look('anonymity');
    await page.keyboard.press('Escape');
    await goTo(page, 'Train');
    await page.getByRole('button', { name: 'Copy a link with these settings' }).click();
    await look('link');
    await end();
    expect(found).toEqual([]);
  });

  it('on any step, whatever is going on there', async () => {
    const { page, end } = await visit(browser, witness, { colorScheme });
    const { look, found } = makeInspector(page, colorScheme);
    await openTable(page, smallTable());
    await look('opened');
    await lookAtColumns(page);
    await page
      .getByRole('checkbox', { name: /^Select / })
      .first()
      .check();
    await look('columns');
    await goTo(page, 'Train');
    await look('train');
    await beginTraining(page, { preset: 'Best', workers: 1 });
    await look('learning');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await look('cancelled');
    await train(page);
    await look('learnt');
    await goTo(page, 'Compare');
    await look('comparing');
    await compareAll(page);
    for (const family of ['Diversity', 'Utility', 'Fairness', 'Privacy'])
      await page.getByRole('button', { name: `${family} in full` }).click();
    await page.getByRole('button', { name: 'Change what it is judged for' }).click();
    await page.getByRole('button', { name: 'Keep this run' }).click();
    await look('compared');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await look('tables behind pictures');
    await goTo(page, 'Release');
    await look('before a release');
    const { name, bytes } = await exportAs(page, 'CSV');
    const certificate = await save(page, 'Save the shareable certificate');
    await page.getByRole('button', { name: 'Check a release' }).click();
    await dropFiles(page, [certificate, fileOf(name, bytes)]);
    await page.getByRole('heading', { name: 'What it says' }).waitFor();
    await look('a release that was checked');
    await page.keyboard.press('Escape');
    await (await addCondition(page, 'department')).getByRole('checkbox').first().check();
    await awaitEstimate(page);
    await look('released');
    await page.getByRole('button', { name: 'Save the model' }).click();
    await look('asked about the model');
    const model = await save(page, 'Save it');
    await goTo(page, 'Open');
    await page.getByRole('button', { name: 'Open another table' }).click();
    await chooseFile(page, model);
    await page.getByRole('heading', { name: 'Draw rows from a saved model' }).waitFor();
    await look('a saved model');
    await end();
    expect(found).toEqual([]);
  });

  it('where differential privacy is asked for and kept', async () => {
    const { page, end } = await visit(browser, witness, { colorScheme });
    const { look, found } = makeInspector(page, colorScheme);
    await openTable(page, sampleTable(800));
    await goTo(page, 'Train');
    await page.getByRole('radio', { name: /differential privacy/ }).check();
    await page.getByRole('button', { name: 'Type them' }).click();
    await look('bounds');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await askForPrivacy(page, { epsilon: 3, declaredRows: 800 });
    await look('promise');
    await learnPrivately(page);
    await look('ledger');
    await goTo(page, 'Release');
    await look('promised');
    await end();
    expect(found).toEqual([]);
  });
});
