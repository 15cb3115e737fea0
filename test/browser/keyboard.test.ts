import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lookAtColumns, openTable, stepButton } from './person';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();

/** What has the focus: its name as it is read, whether it can be seen to have it, and whether it comes after the one before. */
interface Stop {
  readonly name: string;
  readonly isVisible: boolean;
  readonly isInOrder: boolean;
}

function currentStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const known = window as unknown as { before?: Element };
    const now = document.activeElement ?? document.body;
    const { before } = known;
    known.before = now;
    const marked = now.closest('label:has(:focus-visible)') ?? now;
    const styles = [now, marked].map((one) => getComputedStyle(one));
    const label = now instanceof HTMLInputElement ? (now.labels?.[0]?.textContent ?? '') : '';
    return {
      name: (now.getAttribute('aria-label') ?? (label || now.textContent)).trim(),
      isVisible:
        now === document.body ||
        styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px'),
      isInOrder:
        !before?.isConnected ||
        now === document.body ||
        before === document.body ||
        Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  });
}

/** Tabs to what has this name; every stop on the way must be seen, and in the order of the page. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await page.evaluate(() => delete (window as unknown as { before?: Element }).before);
  const wrong: string[] = [];
  for (let count = 0; count < 400; count++) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (!stop.isVisible) wrong.push(`${stop.name}: its focus cannot be seen`);
    if (!stop.isInOrder) wrong.push(`${stop.name}: out of order`);
    if (!name.test(stop.name)) continue;
    expect(wrong).toEqual([]);
    return;
  }
  throw new Error(`The keyboard never came to ${name.source}.`);
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

it('the whole job can be done with the keyboard alone, and what has the focus is seen', async () => {
  const { page, end } = await stage.visit();
  await openTable(page, smallTable());
  await press(page, /^Look at the/);
  await press(page, /^Choose how to learn/);
  await press(page, /^More settings/);
  await tabTo(page, /^Network/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await press(page, /^Learn from/);
  await page.getByRole('button', { name: 'Compare with the real table' }).waitFor({ timeout: 150_000 });
  await press(page, /^Compare with the real table/);
  await stepButton(page, 'Compare').filter({ hasText: 'done' }).waitFor({ timeout: 180_000 });
  await press(page, /^Make a file to release/);
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await press(page, /^Save .* as CSV/);
  expect((await download).suggestedFilename()).toMatch(/synthetic.*\.csv$/);
  await end();
});

it('Escape closes every sheet and gives the focus back to what opened it', async () => {
  const { page, end } = await stage.visit();
  const escape = async (name: string | RegExp) => {
    const opener = page.getByRole('button', { name }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await opener.evaluate((one) => one === document.activeElement), String(name)).toBe(true);
  };
  await escape(/Nothing leaves this page/);
  await escape('Check a release');
  await escape('Paste a table');
  await openTable(page, smallTable());
  await lookAtColumns(page);
  await escape(/k-anonymity/);
  await page.getByRole('button', { name: 'Choose how to learn' }).click();
  await escape('Copy a link with these settings');
  await page.getByRole('radio', { name: /differential privacy/ }).check();
  await escape('Type them');
  await end();
});
