import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCondition,
  askForPrivacy,
  awaitEstimate,
  compareAll,
  exportAs,
  goTo,
  learnPrivately,
  lookAtColumns,
  openTable,
  stepButton,
  train,
} from './person';
import { smallTable } from './tables';
import { launch, visit } from './visit';
import { callWitness, type Witness } from './witness';

let witness: Witness;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  witness = await callWitness();
  browser = await launch(witness);
});
afterAll(async () => {
  await browser.close();
  await witness.close();
});

/** What axe-core finds on the page as it stands: rule, element and why. Sent by the debugger, past the page's policy. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );
}

describe.each(['light', 'dark'] as const)('in %s colours axe-core finds nothing', (colorScheme) => {
  it('on any step, nor in the sheet behind the seal', async () => {
    const { page, end } = await visit(browser, witness, { colorScheme });
    const found: Record<string, string[]> = {};
    found.open = await findBarriers(page);
    await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
    found.seal = await findBarriers(page);
    await page.keyboard.press('Escape');
    await openTable(page, smallTable());
    found.opened = await findBarriers(page);
    await lookAtColumns(page);
    found.columns = await findBarriers(page);
    await goTo(page, 'Train');
    found.train = await findBarriers(page);
    await train(page);
    found.learnt = await findBarriers(page);
    await compareAll(page);
    found.compare = await findBarriers(page);
    for (const family of ['Diversity', 'Utility', 'Fairness', 'Privacy'])
      await page.getByRole('button', { name: `${family} in full` }).click();
    await page.getByRole('button', { name: 'Change what it is judged for' }).click();
    await page.getByRole('button', { name: 'Keep this run' }).click();
    found.evidence = await findBarriers(page);
    await exportAs(page, 'CSV');
    found.release = await findBarriers(page);
    await (await addCondition(page, 'department')).getByRole('checkbox').first().check();
    await awaitEstimate(page);
    found.conditions = await findBarriers(page);
    await goTo(page, 'Train');
    await page.getByRole('radio', { name: /differential privacy/ }).check();
    await page.getByRole('button', { name: 'Type them' }).click();
    found.bounds = await findBarriers(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await askForPrivacy(page, { epsilon: 3, declaredRows: 800 });
    found.promise = await findBarriers(page);
    await learnPrivately(page);
    found.ledger = await findBarriers(page);
    await goTo(page, 'Release');
    found.promised = await findBarriers(page);
    for (const [place, barriers] of Object.entries(found)) expect(barriers, place).toEqual([]);
    await end();
  });
});

it('the whole way can be walked with the keyboard alone', async () => {
  const { page, end } = await visit(browser, witness);
  const press = async (name: RegExp) => {
    for (let count = 0; count < 400; count++) {
      await page.keyboard.press('Tab');
      const reached = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (name.test(reached)) return page.keyboard.press('Enter');
    }
    throw new Error(`The keyboard never came to ${name.source}.`);
  };
  await openTable(page, smallTable());
  await press(/^Look at the/);
  await press(/^Learn from/);
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor({ timeout: 150_000 });
  await press(/^Compare with the real table/);
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 120_000 });
  await end();
});
