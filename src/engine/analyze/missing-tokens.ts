import type { Column } from '../table';

/**
 * Texts that say "no value" in whatever column they stand, compared in lower case. Words that answer a question
 * (none, unknown, other, refused) are not among them: in a survey they are levels of their own, and so is a lower-case
 * `none`; spellings that programs write for an absent value (`null`, `NaN`, `#N/A`) are.
 */
const absentSpellings: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  '#na',
  '#n/a n/a',
  '<na>',
  'nan',
  '-nan',
  'nat',
  'null',
  '(null)',
  '<null>',
  '\\n',
  'nil',
  '?',
  '??',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '*',
  'missing',
  '(missing)',
  '[missing]',
  '(blank)',
  '#null!',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
]);

/** `Na` is sodium and `Nan` a name: short words count only as programs write them. */
const exactSpellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['na', ['NA', 'na']],
  ['nan', ['NaN', 'nan', 'NAN']],
  ['nil', ['nil', 'NIL']],
  ['nat', ['NaT', 'nat']],
]);

/** True for blank texts and for spellings that mean an absent value anywhere. */
export function looksMissing(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '') return true;
  const lower = trimmed.toLowerCase();
  const spellings = exactSpellings.get(lower);
  return spellings ? spellings.includes(trimmed) : absentSpellings.has(lower);
}

/** A test of whether a text counts as missing under the tokens given; blank texts always do. */
export function createMissingTest(missingTokens: readonly string[]): (text: string) => boolean {
  const tokens = new Set(missingTokens.map((token) => token.trim()));
  return (text) => {
    const trimmed = text.trim();
    return trimmed === '' || tokens.has(trimmed);
  };
}

/** Every distinct text of the column that is not a number in a number column, with its number of rows. */
export function countTexts(column: Column): { readonly text: string; readonly count: number }[] {
  const isText = column.storage === 'text';
  const texts = isText ? column.dictionary : column.tokens;
  const counts = new Float64Array(texts.length + 1);
  const codes = isText ? column.codes : column.tokenCodes;
  if (codes) for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
  const shift = isText ? 0 : 1;
  return texts.map((text, i) => ({ text, count: counts[i + shift] })).filter(({ count }) => count > 0);
}

/** What programs write for a number that is none they can write. */
const infinity = /^[+-]?(?:inf|infinity|∞)$/i;

/**
 * True for texts that look missing where they stand, or are among those told: among numbers an infinity is no value to
 * learn from either.
 */
export function createAbsenceTest(column: Column, told: readonly string[]): (text: string) => boolean {
  const isTold = createMissingTest(told);
  if (column.storage === 'text') return (text) => looksMissing(text) || isTold(text);
  return (text) => looksMissing(text) || isTold(text) || infinity.test(text.trim());
}

/** The texts of the column that look missing or are told to be, the most frequent first. */
export function findMissingTokens(column: Column, told: readonly string[]): string[] {
  const isAbsent = createAbsenceTest(column, told);
  return countTexts(column)
    .filter(({ text }) => isAbsent(text))
    .sort((a, b) => b.count - a.count)
    .map(({ text }) => text);
}
