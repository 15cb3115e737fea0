import type { RandomStream } from '../random';

/** One sort of number by which people, cards or accounts are told apart. Compact: without blanks, dots, dashes and slashes. */
export interface OfficialNumber {
  /** What their compact form looks like. */
  readonly form: RegExp;
  /** A written form that is theirs alone, or nearly: such texts are taken for them whatever the check digits say. */
  readonly telling?: RegExp;
  /** Words in a column's name that promise them, in lower case, joined. */
  readonly names: RegExp;
  /** Share of random texts of that form that are valid; 1: there is nothing to check. */
  readonly chance: number;
  /** Of a compact text of that form. */
  isValid(compact: string): boolean;
  /** A valid compact one: from a range that is never given out where there is one (`isReserved`). */
  make(random: RandomStream): string;
  readonly isReserved: boolean;
}

/** What may stand between the parts of a written number. */
const marks = /[\s./\u2010-\u2015-]/g;

/** The text without marks, in capitals. */
export function compactText(text: string): string {
  return text.replaceAll(marks, '').toUpperCase();
}

/** So many digits drawn anew. */
export function drawDigits(random: RandomStream, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += String(random.int(10));
  return text;
}

/** Drawn anew until there is one: for forms in which some beginnings have no check digit. */
export function drawUntil(draw: () => string | null): string {
  for (;;) {
    const drawn = draw();
    if (drawn !== null) return drawn;
  }
}

/** A birthday in six digits, year first or day first. */
export function drawBirthday(random: RandomStream, order: 'yymmdd' | 'ddmmyy'): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = two(random.int(100));
  const month = two(1 + random.int(12));
  const day = two(1 + random.int(28));
  return order === 'yymmdd' ? year + month + day : day + month + year;
}
