import { RandomStream } from '../engine/random';
import { csvText } from './csv-text';
import { dayNumber, isoMinute } from './days';
import { chance, normalBetween, pick, pickWeighted } from './draw';
import { writeComment } from './survey-comments';

const ageBands = [
  ['18-24', 13],
  ['25-34', 24],
  ['35-44', 22],
  ['45-54', 18],
  ['55-64', 14],
  ['65+', 9],
] as const;

/** Syllables of names that nobody bears. */
const firstSyllables = [
  'Bel',
  'Cor',
  'Dra',
  'Fen',
  'Gal',
  'Hes',
  'Jor',
  'Lum',
  'Mir',
  'Nov',
  'Or',
  'Quin',
  'Sel',
  'Tav',
  'Vel',
  'Zor',
];
const lastSyllables = [
  'abi',
  'andel',
  'bert',
  'dane',
  'eko',
  'imar',
  'ila',
  'ondra',
  'ovan',
  'riel',
  'sa',
  'tessa',
  'umi',
  'wyn',
];
const familyEnds = [
  'berg',
  'croft',
  'dotter',
  'field',
  'holt',
  'kamp',
  'moor',
  'ridge',
  'strand',
  'thwaite',
  'vale',
  'wick',
];
/** Reserved for examples (RFC 2606, section 3): no mail can reach anyone there. */
const mailDomains = ['example.org', 'mail.example.org', 'post.example.org'];

const firstDay = dayNumber(2025, 3, 3);

/**
 * A small survey of an invented shop's customers: ratings that go together, a remark in the customer's own words, names
 * and e-mail addresses of nobody, and many empty answers. Some remarks hold commas, quotes and line breaks.
 */
export function surveyWithFreeText(rows = 400): string {
  const random = new RandomStream(20250303, 'sample: survey');
  return csvText(Array.from({ length: rows }, (_, row) => answer(random, row)));
}

function answer(random: RandomStream, row: number): Record<string, string> {
  const ageBand = pickWeighted(random, ageBands);
  const channel = pickWeighted(random, [
    ['Shop', ageBand > '45' ? 5 : 2],
    ['Website', 5],
    ['Phone', 1],
  ] as const);
  const mood = normalBetween(random, channel === 'Phone' ? 2.9 : 3.8, 1.05, [1, 5]);
  const satisfaction = Math.round(mood);
  const recommends = Math.round(normalBetween(random, 2.3 * mood - 1.4, 1.2, [0, 10]));
  const delivery =
    channel === 'Shop' ? '' : String(Math.round(normalBetween(random, mood + 0.2, 0.8, [1, 5])));
  const name = `${pick(random, firstSyllables)}${pick(random, lastSyllables)} ${pick(random, firstSyllables)}${pick(random, familyEnds)}`;
  const again = recommends >= 7 ? chance(random, 0.93) : chance(random, 0.18 + 0.07 * recommends);
  return {
    response_id: `R${String(row + 1).padStart(4, '0')}`,
    submitted_at: isoMinute(
      firstDay + Math.floor((row * 42) / 400),
      Math.round(normalBetween(random, 960, 210, [0, 1439])),
    ),
    name,
    email: chance(random, 0.28) ? '' : mailAddress(random, name),
    age_band: chance(random, 0.04) ? 'Prefer not to say' : ageBand,
    channel,
    satisfaction: String(satisfaction),
    delivery_rating: delivery,
    recommend_0_10: chance(random, 0.09) ? '' : String(recommends),
    would_buy_again: chance(random, 0.05) ? '' : String(again),
    comment: chance(random, 0.3) ? '' : writeComment(random, satisfaction, channel),
  };
}

function mailAddress(random: RandomStream, name: string): string {
  const [first, family] = name.toLowerCase().split(' ');
  const local = pick(random, [
    `${first}.${family}`,
    `${first[0]}${family}`,
    `${family}${10 + random.int(90)}`,
  ]);
  return `${local}@${pick(random, mailDomains)}`;
}
