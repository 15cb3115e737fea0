import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { modelWords } from '../../src/ui/steps/train/model-words';
import { openWords } from '../../src/ui/steps/open/words';
import { papersWords } from '../../src/ui/steps/release/papers-words';
import { readLeaves } from '../words/leaves';
import { useStage } from './stage';
import { smallTable } from './tables';

const stage = useStage();

const inOneLine = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** The parts of a text that stay the same whatever it is given, without what is marked or filled in. */
function fixedParts(text: unknown): string[] {
  if (typeof text === 'string') return [text];
  if (Array.isArray(text)) return text.flatMap(fixedParts);
  if (typeof text === 'object' && text !== null) return Object.values(text).flatMap(fixedParts);
  if (typeof text !== 'function') return [];
  const quoted = [...String(text).matchAll(/`((?:[^`\\]|\\.)*)`|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)];
  return quoted.flatMap(([, template, single, double]) =>
    (template ?? single ?? double).split(/\$\{[^}]*\}/),
  );
}

/** What only the English page says: of three words at least, and not a part of what the German one says there. */
const english = (await readLeaves())
  .filter(({ path }) => path.startsWith('src/'))
  .flatMap(({ en, de }) => {
    const german = inOneLine(fixedParts(de).join(' | '));
    return fixedParts(en)
      .map(inOneLine)
      .filter((part) => /\p{L}+ \p{L}+ \p{L}+/u.test(part) && !german.includes(part));
  });

/** All that people read and hear on the page as it stands. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const read = ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'];
    // What is for readers of another language says so.
    const heard = [...document.querySelectorAll<HTMLElement>('body *:not([lang])')].flatMap((one) =>
      read.map((name) => one.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, ...heard].join('\n');
  });
}

const nthStep = (page: Page, index: number) => page.getByRole('navigation').getByRole('button').nth(index);
const doneSign = /, fertig|, erledigt/;

it('says nothing in English to somebody who does the whole job in German', async () => {
  expect(english.length).toBeGreaterThan(300);
  const { page, complaints, end } = await stage.visit({ locale: 'de-DE' });
  const found: string[] = [];
  const look = async (place: string) => {
    const text = inOneLine(await textOf(page));
    found.push(...english.filter((part) => text.includes(part)).map((part) => `${place}: ${part}`));
  };
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await look('Öffnen');
  for (const opener of [page.locator('button.seal'), page.locator('header .round').first()]) {
    await opener.click();
    await look('Blatt');
    await page.keyboard.press('Escape');
  }
  await page.getByLabel(openWords.texts.de.tableFile).setInputFiles(smallTable());
  await page.getByRole('heading', { name: smallTable().name }).waitFor();
  await look('Tabelle');
  await nthStep(page, 1).click();
  await look('Spalten');
  await nthStep(page, 2).click();
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  await look('Lernen');
  await page.getByRole('radio', { name: modelWords.texts.de.independent.label }).check();
  await page.locator('main .button.primary').click();
  await nthStep(page, 2).filter({ hasText: doneSign }).waitFor({ timeout: 150_000 });
  await look('Gelernt');
  await nthStep(page, 3).click();
  await look('Vergleich läuft');
  await nthStep(page, 3).filter({ hasText: doneSign }).waitFor({ timeout: 180_000 });
  await page
    .locator('h2 button[aria-expanded="false"]')
    .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  await look('Vergleich');

  // Another language in the middle keeps all that there is.
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  await page.locator('header button[lang="en"]').click();
  await page.getByRole('button', { name: 'Make a file to release' }).waitFor();
  const inEnglish = inOneLine(await textOf(page));
  expect(english.filter((part) => inEnglish.includes(part)).length).toBeGreaterThan(20);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe(title);
  await page.locator('header button[lang="de"]').click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);

  await nthStep(page, 4).click();
  await page.getByRole('heading', { name: papersWords.texts.de.decision }).waitFor();
  await look('Freigabe');
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.locator('main .button.primary').click();
  await download;
  await look('Gespeichert');

  // The choice of a language goes with everything else.
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
  await page.locator('header button[lang="en"]').click();
  await page.getByRole('button', { name: /Nothing leaves this page/ }).click();
  await page.getByRole('button', { name: 'Forget everything now' }).click();
  await page.getByRole('heading', { name: openWords.texts.de.drop }).waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect([...new Set(found)]).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});
