import type { AskableColumn, GivenEstimate } from '../../../../workers/api';
import { percentText } from '../../../engine/generate/given/describe';
import { catalogue, writeCount, writeNumber } from '../../../words';
import type { DraftTest } from '../../state/condition-drafts';

export const conditionWords = catalogue({
  en: {
    title: 'Only rows where …',
    none: 'No condition: rows of every kind, as often as the model has them.',
    add: 'Add a condition',
    addAnother: 'And where …',
    looking: 'Looking for such rows',
    lookingHowOften: 'Looking how often the model draws such rows',
    methodExplained:
      'Likelihood weighting with rejection. The last figure is the effective sample size (Kong 1992): 100 % where all rows weigh the same.',
    incomplete: 'A condition still wants a value: give one, or remove it.',
    column: 'Column of the condition',
    testOf: (column: string) => `What is asked of ${column}`,
    remove: (column: string) => `Remove the condition on ${column}`,
    and: 'and',
    aNumber: 'a number',
    value: (column: string) => `Value for ${column}`,
    upperValue: (column: string) => `Upper value for ${column}`,
    findCategory: 'Find a category',
    findCategoryOf: (column: string) => `Find a category of ${column}`,
    chosen: (chosen: number, all: number) => `${writeCount(chosen)} of ${writeCount(all)} chosen`,
    more: (count: number) => `and ${writeCount(count)} more: type to find them`,
    noSuchCategory: 'No category has this in its name.',
    tests: {
      'one-of': 'is one of',
      'none-of': 'is none of',
      'at-least': 'is at least',
      'at-most': 'is at most',
      between: 'is between',
      exactly: 'is exactly',
      missing: 'is missing',
      filled: 'is not missing',
      from: 'is from',
      until: 'is until',
    },
    rarity: (share: string) => `About ${share} of the model’s rows are like this.`,
    nextToNone: (share: string) => `Next to none of the model’s rows are like this: about ${share}.`,
    exact: 'Each row drawn is like this and is kept: the draw is exact.',
    weighed: (kept: string, effective: string) =>
      `Rows are drawn towards the conditions, weighed, and ${kept} of 100 kept. By their weights 100 drawn rows tell as much as ${effective} equal ones.`,
    rarerThanLearnt:
      'That is less than one row in as many as were learnt: such rows are what the model makes of others.',
    fewEffective: 'So few rows carry the weight that the result is unsure: look at it before it is used.',
  },
  de: {
    title: 'Nur Zeilen, in denen gilt …',
    none: 'Keine Bedingung: Zeilen jeder Art, so oft das Modell sie hat.',
    add: 'Bedingung hinzufügen',
    addAnother: 'Und in denen gilt …',
    looking: 'Suche nach solchen Zeilen',
    lookingHowOften: 'Es wird gezählt, wie oft das Modell solche Zeilen zieht',
    methodExplained:
      'Likelihood-Gewichtung mit Verwerfen. Die letzte Zahl ist der effektive Stichprobenumfang (Kong 1992): 100 %, wo alle Zeilen gleich wiegen.',
    incomplete: 'Einer Bedingung fehlt noch ein Wert: Geben Sie einen an oder entfernen Sie sie.',
    column: 'Spalte der Bedingung',
    testOf: (column) => `Was von ${column} verlangt wird`,
    remove: (column) => `Bedingung zu ${column} entfernen`,
    and: 'und',
    aNumber: 'eine Zahl',
    value: (column) => `Wert für ${column}`,
    upperValue: (column) => `Oberer Wert für ${column}`,
    findCategory: 'Kategorie suchen',
    findCategoryOf: (column) => `Kategorie von ${column} suchen`,
    chosen: (chosen, all) => `${writeCount(chosen)} von ${writeCount(all)} gewählt`,
    more: (count) => `und ${writeCount(count)} weitere: tippen Sie, um sie zu finden`,
    noSuchCategory: 'Keine Kategorie hat das in ihrem Namen.',
    tests: {
      'one-of': 'ist eines von',
      'none-of': 'ist keines von',
      'at-least': 'ist mindestens',
      'at-most': 'ist höchstens',
      between: 'liegt zwischen',
      exactly: 'ist genau',
      missing: 'fehlt',
      filled: 'fehlt nicht',
      from: 'ist ab dem',
      until: 'ist bis zum',
    },
    rarity: (share) => `Etwa ${share} der Zeilen des Modells sind so.`,
    nextToNone: (share) => `So gut wie keine Zeile des Modells ist so: etwa ${share}.`,
    exact: 'Jede gezogene Zeile ist so und wird behalten: Die Ziehung ist genau.',
    weighed: (kept, effective) =>
      `Zeilen werden auf die Bedingungen hin gezogen, gewichtet, und ${kept} von 100 behalten. Nach ihren Gewichten sagen 100 gezogene Zeilen so viel wie ${effective} gleiche.`,
    rarerThanLearnt:
      'Das ist weniger als eine Zeile unter so vielen, wie gelernt wurden: Solche Zeilen macht sich das Modell aus anderen.',
    fewEffective:
      'So wenige Zeilen tragen das Gewicht, dass das Ergebnis unsicher ist: Sehen Sie es an, bevor es verwendet wird.',
  },
});

/** The test in words that follow the column's name. */
export function testWords(test: DraftTest, { kind }: Pick<AskableColumn, 'kind'>): string {
  const { tests } = conditionWords();
  if (kind === 'date' || kind === 'datetime') {
    if (test === 'at-least') return tests.from;
    if (test === 'at-most') return tests.until;
  }
  return tests[test];
}

/** Below this share of effective rows the words warn. */
const fewEffective = 0.05;

/** What an estimate says, in a sentence, and how rows will be drawn, in another. */
export interface EstimateWords {
  readonly rarity: string;
  readonly method: string;
  /** What to beware of; null: nothing. */
  readonly warning: string | null;
}

export function estimateWords({ report, learntRows }: GivenEstimate): EstimateWords {
  const words = conditionWords();
  const { method, probability, acceptance, effectiveShare } = report;
  const expected = probability * learntRows;
  const share = percentText(probability);
  return {
    rarity: expected >= 1 ? words.rarity(share) : words.nextToNone(share),
    method:
      method === 'exact' ? words.exact : words.weighed(ofHundred(acceptance), ofHundred(effectiveShare)),
    warning: warningFor(expected, effectiveShare),
  };
}

/** `54`, `3.2`, `0.04`: how many of a hundred. */
function ofHundred(share: number): string {
  const count = 100 * share;
  return writeNumber(count, count >= 10 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 2 });
}

function warningFor(expected: number, effectiveShare: number): string | null {
  const words = conditionWords();
  if (expected < 1) return words.rarerThanLearnt;
  return effectiveShare < fewEffective ? words.fewEffective : null;
}
