import { afterEach, beforeEach, expect, it } from 'vitest';
import { treatmentLabel } from '../../../src/ui/components/column-words';
import { offerWords } from '../../../src/ui/components/words';
import { anonymityVerdict, remedyWords } from '../../../src/ui/steps/columns/anonymity-words';
import { columnsWords } from '../../../src/ui/steps/columns/words';
import { openedWords } from '../../../src/ui/steps/open/opened-words';
import { openWords } from '../../../src/ui/steps/open/words';
import { speak } from '../../../src/words';

beforeEach(() => speak('de'));
afterEach(() => speak('en'));

const figures = { groups: 300, smallest: 1, unique: 1, under: 40 };
const report = { ...figures, columns: ['geboren'], rows: 1_200, k: 5, remedies: [] };

it('tells in German of rows that stand alone, of one and of many', () => {
  expect(anonymityVerdict(report)).toMatch(
    /^40 Zeilen von 1\.200 \(.*\) haben weniger als 4 andere, die ihnen gleichen; 1 Zeile steht allein\.$/,
  );
  expect(anonymityVerdict({ ...report, under: 1, unique: 0, smallest: 2 })).toMatch(
    /^1 Zeile von .* hat weniger als 4 andere, die ihr gleichen; keine steht allein\.$/,
  );
  expect(anonymityVerdict({ ...report, under: 0, smallest: 5 })).toBe(
    'Jeder Zeile gleichen in diesen Spalten mindestens 4 andere.',
  );
});

it('names in German what becomes of values', () => {
  expect(treatmentLabel('year')).toBe('Nur das Jahr behalten');
  expect(remedyWords({ ...figures, column: 'geboren', way: 'decade' })).toBe(
    'Von geboren nur das Jahrzehnt behalten',
  );
  expect(columnsWords().untreated(2)).toBe('2 Spalten zeigen auf Menschen und würden gelernt, wie sie sind.');
});

it('counts in German: rows, columns, lines and files', () => {
  expect(openWords().size(2_400, 1)).toBe('2.400 Zeilen, 1 Spalte');
  expect([openedWords().look(1), openedWords().look(12)]).toEqual([
    'Die Spalte ansehen',
    'Die 12 Spalten ansehen',
  ]);
  expect(openedWords().firstLinesOf('3, 4', 2, 1_500)).toBe('3, 4. Die ersten 2 Zeilen von 1.500 Fällen.');
  expect(offerWords().several(3)).toBe('Es kamen 3 Dateien auf einmal; öffnen Sie eine nach der anderen.');
});
