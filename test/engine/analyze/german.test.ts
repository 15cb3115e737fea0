import { afterEach, beforeEach, expect, it } from 'vitest';
import { reasonWords, warningWords } from '../../../src/engine/analyze/words';
import { coarseningWords, matterWords } from '../../../src/engine/sensitive/words';
import { speak } from '../../../src/words';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

it('warns in German, of one cell and of many', () => {
  const { notParsed, fits, manyCategories, peopleInTexts } = warningWords();
  expect(notParsed(1, fits.integer, 12)).toBe(
    '1 Zelle passt nicht zu ganzen Zahlen (zuerst: Zeile 12) und zählt als fehlend.',
  );
  expect(notParsed(1_200, fits.date, 4_000)).toBe(
    '1.200 Zellen passen nicht zu Datumsangaben dieses Musters (zuerst: Zeile 4.000) und zählen als fehlend.',
  );
  expect(manyCategories(1_001)).toBe(
    'Sie hat 1.001 verschiedene Kategorien; seltene werden schlecht gelernt.',
  );
  expect(peopleInTexts(0.123, 2_000)).toMatch(/^12 % von 2\.000 betrachteten Texten/);
});

it('names in German what points to people and what is left of it', () => {
  expect(warningWords().lookLike(matterWords().iban)).toBe('Diese Werte sehen aus wie Kontonummern (IBAN).');
  expect(warningWords().onlyCoarser(coarseningWords().month)).toBe(
    'Understudy lernt und behält nur den Monat.',
  );
  expect(reasonWords().areMatter(matterWords().email)).toBe('Ihre Werte sind E-Mail-Adressen.');
});
