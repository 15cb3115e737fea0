import type { Encoding } from './dialect';

/*
 * The older encodings of Latin letters give the same bytes to different ones: which was meant is told by how often each letter
 * stands in words of the languages that each encoding is for, in per mille of the letters beyond ASCII (after the tables of
 * letter frequencies in Wikipedia, "Letter frequency", and for those that it lacks after running texts).
 */
const western = [
  'é565 à183 è102 ê82 ç32 ô9 î17 û23 ù22 â19 ë3 ï2 œ7', // French
  'ü428 ä249 ö191 ß132', // German
  'ó270 í237 á164 é141 ñ102 ú55 ü4', // Spanish
  'ã203 ç147 ô60 é160 ê125 á145 ó82 í55 ú40 â30 à20 õ50', // Portuguese
  'à480 è250 ù125 é70 ò60 ì65', // Italian
  'å300 ä405 ö290 é5', // Swedish
  'å360 æ290 ø330 é20', // Danish and Norwegian
  'á97 ð237 é35 í85 ó54 ö42 ú33 ý12 þ79 æ47', // Icelandic
  'ä885 ö110 å5', // Finnish
];
const central = [
  'ą128 ć52 ę144 ł235 ń42 ó110 ś86 ź8 ż107', // Polish
  'á105 č56 ď2 é77 ě150 í199 ň1 ó3 ř46 š83 ť1 ú6 ů25 ý121 ž88', // Czech
  'á210 í115 é110 ý100 ž110 š90 č110 ľ45 ť55 ú75 ň25 ô20 ď15 ä12 ó8 ĺ2 ŕ2', // Slovak
  'á330 é340 í50 ó100 ö100 ő90 ú20 ü50 ű20', // Hungarian
  'č330 ć180 š280 ž160 đ50', // Croatian, Slovene
  'ă420 â120 î150 ş170 ţ140', // Romanian
];
const turkish = ['ç100 ğ95 ı400 ö75 ş150 ü165 â10 î4'];

const families: readonly { readonly encoding: Encoding; readonly languages: readonly string[] }[] = [
  { encoding: 'windows-1252', languages: western },
  { encoding: 'windows-1250', languages: central },
  { encoding: 'iso-8859-2', languages: central },
  { encoding: 'windows-1254', languages: turkish },
];

/** Of a letter that a language does not have: a name from elsewhere, a sign. */
const strange = 1 / 500;
/** Of a capital within a word that is not all capitals. */
const outOfPlace = 1 / 20;
/** How much likelier than Western texts (natural logarithm) others must be: in all, and for each letter. */
const leastLead = { inAll: 7, each: 0.3 };
/** By how much Western texts must be likelier themselves, else they are no more than usual (a factor of 20). */
const leastHomeLead = 3;
/** Fewer different words are names from elsewhere, or noise. */
const leastWords = 4;
const mostWords = 2000;

export interface LegacyEncoding {
  readonly encoding: Encoding;
  /** Nothing in the bytes decided for it: it is the most usual one. */
  readonly isGuess: boolean;
}

/**
 * The encoding of Latin letters of one byte each: windows-1252 unless its words are much likelier ones of Central Europe or Turkey. Each
 * different word counts once, so that a sign or a name that comes often decides nothing.
 */
export function detectLatinEncoding(bytes: Uint8Array): LegacyEncoding {
  const words = distinctWords(bytes);
  if (words.length < leastWords) return { encoding: 'windows-1252', isGuess: true };
  const [home, ...others] = families.map((family) => ({ ...family, ...likelihoodOf(words, family) }));
  const best = others.reduce((a, b) => (b.logarithm > a.logarithm ? b : a));
  const lead = best.logarithm - home.logarithm;
  return lead > Math.max(leastLead.inAll, leastLead.each * best.letters)
    ? { encoding: best.encoding, isGuess: false }
    : { encoding: home.encoding, isGuess: lead > -leastHomeLead };
}

/** Words with letters beyond ASCII, as one character for each byte. */
function distinctWords(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const words = text.match(/[a-z\u0080-\u00ff]*[\u0080-\u00ff][a-z\u0080-\u00ff]*/gi) ?? [];
  return [...new Set(words.filter((word) => /[a-z]/i.test(word)))].slice(0, mostWords);
}

/** Logarithm of how likely the letters beyond ASCII are in the likeliest of the languages, or in all of them mixed. */
function likelihoodOf(words: readonly string[], { encoding, languages }: (typeof families)[number]) {
  const letters = lettersOf(encoding);
  const shares = languages.map(sharesOf);
  const sums = new Float64Array(shares.length + 1);
  let count = 0;
  for (const word of words) {
    const isLower = /[a-z]/.test(word);
    for (const [place, byte] of [...word].entries()) {
      if (byte < '\u0080') continue;
      const letter = letters[byte.charCodeAt(0) - 0x80];
      const small = letter.toLowerCase();
      const fit = isLower && place > 0 && letter !== small ? outOfPlace : 1;
      const each = shares.map((share) => share.get(small) ?? strange);
      const mixed = each.reduce((sum, share) => sum + share, 0) / each.length;
      [...each, mixed].forEach((share, i) => (sums[i] += Math.log(fit * share)));
      count++;
    }
  }
  return { logarithm: Math.max(...sums), letters: count };
}

function sharesOf(language: string): ReadonlyMap<string, number> {
  return new Map(language.split(' ').map((entry) => [entry[0], Number(entry.slice(1)) / 1000]));
}

/** What the upper half of the bytes stands for. Streamed, as Node otherwise takes windows-1252 for ISO 8859-1. */
function lettersOf(encoding: Encoding): string[] {
  const upper = Uint8Array.from({ length: 0x80 }, (_, i) => 0x80 + i);
  return [...new TextDecoder(encoding).decode(upper, { stream: true })];
}
