import { commonShape } from '../analyze/text-shapes';
import type { Matter } from '../sensitive/matters';
import { findSensitiveShape, type SensitiveShape } from './sensitive-shape';
import { learnTexts, type TextModel } from './text';
import { countOne, weighCounts, type WeightedList } from './weighted-list';

/** How the identifiers of a column are made up. Plain data. */
export type IdentifierShape = SequenceShape | RangeShape | EmailShape | PatternShape | SensitiveShape;

/** `prefix`, a running number (padded with zeros to `width`), `suffix`. */
export interface SequenceShape {
  readonly type: 'sequence';
  readonly prefix: string;
  readonly suffix: string;
  readonly width: number;
  readonly start: number;
  /** Numbers from 0 or 1 upwards without prefix: they only count rows and may equal real ones. */
  readonly isRowNumber: boolean;
}

/** Whole numbers anywhere from `low` to `high`. */
export interface RangeShape {
  readonly type: 'range';
  readonly low: number;
  readonly high: number;
}

/** E-mail addresses: invented before the @, and after it a domain that is reserved for examples (RFC 2606). */
export interface EmailShape {
  readonly type: 'email';
  readonly local: TextModel;
}

export interface PatternShape {
  readonly type: 'pattern';
  readonly templates: WeightedList<Template>;
}

/** For each position the characters that may stand there; a single one stands there always. */
export type Template = readonly string[];

/** Fewer identifiers than this do not show what they have in common: only their character classes are kept. */
const leastToShare = 5;
/** From so many on, a position where few characters were seen keeps to them. */
const leastToRestrict = 200;
const mostTemplates = 200;

/**
 * The shape that the identifiers (distinct, not missing) have in common.
 * @param matter what they were found to be; null: nothing in particular
 */
export function findShape(texts: readonly string[], matter: Matter | null = null): IdentifierShape {
  const sensitive = matter && findSensitiveShape(texts, matter);
  return sensitive ?? asSequence(texts) ?? asRange(texts) ?? asEmail(texts) ?? asPattern(texts);
}

/** Numbers, with the same text before and after, of which nearly none is left out. */
function asSequence(texts: readonly string[]): SequenceShape | null {
  if (texts.length < leastToShare) return null;
  const [prefix, suffix] = surroundings(texts);
  const cores = texts.map((text) => text.slice(prefix.length, text.length - suffix.length));
  if (!cores.every((core) => /^\d{1,15}$/.test(core))) return null;
  const isPadded = cores.some((core) => core.length > 1 && core.startsWith('0'));
  const width = isPadded
    ? cores.reduce((least, core) => Math.min(least, core.length), Number.POSITIVE_INFINITY)
    : 0;
  if (cores.some((core) => core.length > Math.max(width, 1) && core.startsWith('0'))) return null;
  const numbers = cores.map(Number);
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const span = high - low + 1;
  if (texts.length < 0.99 * span) return null;
  const isRowNumber = prefix === '' && suffix === '' && width === 0 && low <= 1;
  return { type: 'sequence', prefix, suffix, width, start: isRowNumber ? low : high + 1, isRowNumber };
}

/** What all texts begin and end with, digits next to the middle left to the middle. */
function surroundings(texts: readonly string[]): [string, string] {
  let before = texts[0].length;
  let after = texts[0].length;
  for (const text of texts) {
    let same = 0;
    while (same < before && text[same] === texts[0][same]) same++;
    before = same;
    same = 0;
    while (same < after && text[text.length - 1 - same] === texts[0][texts[0].length - 1 - same]) same++;
    after = same;
  }
  const prefix = texts[0].slice(0, before).replace(/\d+$/, '');
  const suffix = texts[0].slice(Math.max(prefix.length, texts[0].length - after)).replace(/^.*\d/s, '');
  return [prefix, suffix];
}

function asRange(texts: readonly string[]): RangeShape | null {
  if (texts.length === 0 || !texts.every((text) => /^(?:0|[1-9]\d{0,14})$/.test(text))) return null;
  const numbers = texts.map(Number);
  return {
    type: 'range',
    low: numbers.reduce((a, b) => Math.min(a, b)),
    high: numbers.reduce((a, b) => Math.max(a, b)),
  };
}

function asEmail(texts: readonly string[]): EmailShape | null {
  if (commonShape(texts) !== 'email') return null;
  return { type: 'email', local: learnTexts(new Map(texts.map((text) => [text.replace(/@.*$/s, ''), 1]))) };
}

function asPattern(texts: readonly string[]): PatternShape {
  const groups = new Map<string, string[]>();
  for (const text of texts) {
    const outline = text.replaceAll(/[A-Za-z0-9]/g, 'x');
    const group = groups.get(outline);
    if (group) group.push(text);
    else groups.set(outline, [text]);
  }
  const large = [...groups.values()].filter((group) => group.length >= leastToShare);
  const counts = new Map<Template, number>();
  for (const group of large.sort((a, b) => b.length - a.length).slice(0, mostTemplates)) {
    countOne(counts, templateOf(group), group.length);
  }
  if (counts.size === 0) for (const text of texts.slice(0, mostTemplates)) countOne(counts, classesOf(text));
  return { type: 'pattern', templates: weighCounts(counts) };
}

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const hexadecimals = ['0123456789abcdef', '0123456789ABCDEF'];
const classes = [digits, upper, lower, digits + upper, digits + lower];
const anyCharacter = digits + upper + lower;

/** The template of identifiers of one outline: what is the same in all of them, and the class of the rest. */
function templateOf(group: readonly string[]): Template {
  const seen = Array.from({ length: group[0].length }, (_, at) => charactersAt(group, at));
  return seen.map((characters, at) => {
    if (characters.length === 1 || isUuidMark(group[0], at)) return characters;
    const closure = closureOf(runAround(seen, at), characters);
    const isRestricted = group.length >= leastToRestrict && characters.length <= 0.6 * closure.length;
    if (isRestricted) return characters;
    return at === 0 && closure === digits && !characters.includes('0') ? digits.slice(1) : closure;
  });
}

function charactersAt(group: readonly string[], at: number): string {
  return [...new Set(group.map((text) => text[at]))].sort().join('');
}

/** The version and variant digits of a UUID (RFC 9562, section 4). */
function isUuidMark(text: string, at: number): boolean {
  return (at === 14 || at === 19) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** What was seen at each position of the unbroken run of letters and digits that the position belongs to. */
function runAround(seen: readonly string[], at: number): readonly string[] {
  let start = at;
  let end = at;
  while (start > 0 && /^[A-Za-z0-9]/.test(seen[start - 1])) start--;
  while (end + 1 < seen.length && /^[A-Za-z0-9]/.test(seen[end + 1])) end++;
  return seen.slice(start, end + 1);
}

/** The smallest class the position's characters belong to; hexadecimal where the whole run is, digits and letters mixed. */
function closureOf(run: readonly string[], characters: string): string {
  const fits = (alphabet: string, text: string) =>
    [...text].every((character) => alphabet.includes(character));
  const isMixed = run.some((seen) => /\d/.test(seen) && /\D/.test(seen));
  const hexadecimal = isMixed ? hexadecimals.find((alphabet) => fits(alphabet, run.join(''))) : undefined;
  return hexadecimal ?? classes.find((alphabet) => fits(alphabet, characters)) ?? anyCharacter;
}

/** Nothing of the text but the class of each letter and digit. */
function classesOf(text: string): Template {
  return [...text].map((character, at) => {
    if (/\d/.test(character)) return at === 0 && character !== '0' ? digits.slice(1) : digits;
    if (/[A-Z]/.test(character)) return upper;
    return /\p{L}/u.test(character) ? lower : character;
  });
}
