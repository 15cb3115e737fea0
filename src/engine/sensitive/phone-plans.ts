import type { RandomStream } from '../random';
import { drawDigits } from './official-number';

/**
 * How a telephone number is dialled: its country's plan where numbers for fiction are known of, with the digits that lead
 * in (`1`, `+44`) and those that say what sort of number it is; else the first two digits and nothing more.
 */
export interface PhonePlan {
  readonly country: 'us' | 'gb' | 'fr' | 'de' | 'au' | null;
  /** Digits before the national number: country code, or 0. */
  readonly lead: string;
  /** First digit of the national number where it matters. */
  readonly first: string;
}

/** The plan of a written number. */
export function planOf(text: string): PhonePlan {
  const digits = text.replaceAll(/\D/g, '');
  const isForeign = /^\s*(?:\+|00)/.test(text);
  const bare = isForeign ? digits.replace(/^00/, '') : digits;
  const lead00 = /^\s*00/.test(text) ? '00' : '';
  const known = isForeign ? byCountryCode(bare, lead00) : byNationalForm(digits);
  return known ?? { country: null, lead: digits.slice(0, 2), first: '' };
}

function byCountryCode(digits: string, lead00: string): PhonePlan | null {
  if (/^1\d{10}$/.test(digits)) return { country: 'us', lead: `${lead00}1`, first: '' };
  if (/^44\d{10}$/.test(digits)) return { country: 'gb', lead: `${lead00}44`, first: digits[2] };
  if (/^33\d{9}$/.test(digits)) return { country: 'fr', lead: `${lead00}33`, first: digits[2] };
  if (/^49\d{10}$/.test(digits)) return { country: 'de', lead: `${lead00}49`, first: '' };
  if (/^61[2378]\d{8}$/.test(digits)) return { country: 'au', lead: `${lead00}61`, first: digits[2] };
  return null;
}

function byNationalForm(digits: string): PhonePlan | null {
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return { country: 'us', lead: '', first: '' };
  if (/^1[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return { country: 'us', lead: '1', first: '' };
  if (/^0[127]\d{9}$/.test(digits)) return { country: 'gb', lead: '0', first: digits[1] };
  if (/^0[1-7]\d{8}$/.test(digits)) return { country: 'fr', lead: '0', first: digits[1] };
  return null;
}

/**
 * Digits of a number of that plan that is kept for fiction, so many in all: 555-01xx in North America (ATIS-0300048), Ofcom's
 * numbers for drama, Arcep's for audiovisual works (décision 2018-0881), the Bundesnetzagentur's for media, ACMA's for
 * creative works. Where they are used up (`isShort`), North American ones take an area whose second digit is 9, which is kept
 * for later; others, and those of plans without such numbers, are drawn anew and may be somebody's.
 */
export function drawPhone(plan: PhonePlan, count: number, isShort: boolean, random: RandomStream): string {
  const national = isShort ? drawUnassigned(plan, random) : drawFictional(plan, random);
  const drawn = plan.lead + (national ?? '');
  return drawn + drawDigits(random, Math.max(0, count - drawn.length));
}

function drawUnassigned({ country }: PhonePlan, random: RandomStream): string | null {
  if (country !== 'us') return null;
  return `${2 + random.int(8)}9${random.int(9)}${2 + random.int(8)}${drawDigits(random, 6)}`;
}

function drawFictional({ country, first }: PhonePlan, random: RandomStream): string | null {
  switch (country) {
    case 'us':
      return `${2 + random.int(8)}${random.int(9)}${2 + random.int(8)}55501${drawDigits(random, 2)}`;
    case 'gb':
      if (first === '7') return `7700900${drawDigits(random, 3)}`;
      return first === '2' ? `2079460${drawDigits(random, 3)}` : `1632960${drawDigits(random, 3)}`;
    case 'fr':
      return (frenchStarts[first] ?? '19900') + drawDigits(random, 4);
    case 'de':
      return `3023125${drawDigits(random, 3)}`;
    case 'au':
      return `${first}5550${drawDigits(random, 4)}`;
    case null:
      return null;
  }
}

const frenchStarts: Readonly<Record<string, string>> = {
  '2': '26191',
  '3': '35301',
  '4': '46571',
  '5': '53649',
  '6': '63998',
  '7': '63998',
};
