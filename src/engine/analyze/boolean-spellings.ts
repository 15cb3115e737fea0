/** Pairs of texts that say no and yes, in lower case. */
const pairs: readonly (readonly [string, string])[] = [
  ['false', 'true'],
  ['no', 'yes'],
  ['n', 'y'],
  ['f', 't'],
  ['0', '1'],
  ['0.0', '1.0'],
  ['off', 'on'],
  ['nein', 'ja'],
  ['non', 'oui'],
  ['nej', 'ja'],
  ['nee', 'ja'],
  ['no', 'sí'],
  ['no', 'si'],
  ['no', 'sì'],
  ['não', 'sim'],
  ['nie', 'tak'],
  ['ne', 'ano'],
  ['нет', 'да'],
  ['いいえ', 'はい'],
  ['否', '是'],
];

const spellings: ReadonlySet<string> = new Set(pairs.flat());

/** True when the two texts are a known way to say no and yes. */
export function isBooleanPair(one: string, other: string): boolean {
  const a = one.trim().toLowerCase();
  const b = other.trim().toLowerCase();
  return pairs.some(([no, yes]) => (a === no && b === yes) || (a === yes && b === no));
}

/** True when the text is half of such a pair. */
export function isBooleanText(text: string): boolean {
  return spellings.has(text.trim().toLowerCase());
}
