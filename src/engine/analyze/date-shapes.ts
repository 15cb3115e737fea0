import { monthNames, quoteLiteral, weekdayNames } from './date-pattern';

/** A date pattern in pieces that can be changed one by one; joined they are a pattern of dates.ts. */
export interface PatternPieces {
  readonly date: string;
  /** Between the date and the time of day. */
  readonly gap: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string;
  readonly half: string;
  readonly offset: string;
}

export function joinPieces(pieces: PatternPieces): string {
  const { date, gap, hour, minute, second, fraction, half, offset } = pieces;
  return date + gap + hour + minute + second + fraction + half + offset;
}

const dateOnly = { gap: '', hour: '', minute: '', second: '', fraction: '', half: '', offset: '' };

/** Every way a text can be read as a date, a date-time or a time of day; the likelier first. One-letter fields throughout. */
export function patternsOfText(text: string): PatternPieces[] {
  const found: PatternPieces[] = [];
  for (const { patterns, length } of datesAtStart(text)) {
    const rest = text.slice(length);
    const clock = rest === '' ? dateOnly : clockOf(rest);
    if (clock) for (const date of patterns) found.push({ date, ...clock });
  }
  const clock = /^\d{1,2}:/.test(text) ? clockOf(` ${text}`) : null;
  if (clock) found.push({ date: '', ...clock, gap: '' });
  return found;
}

interface DateAtStart {
  readonly patterns: readonly string[];
  /** Characters of the text that are the date. */
  readonly length: number;
}

type ShapeReader = (match: RegExpExecArray) => readonly string[];

const separator = '([-/. ])';
const month = `(${[...monthNames, ...monthNames.map((name) => name.slice(0, 3))].join('|')})`;
const weekday = `(?:(${[...weekdayNames, ...weekdayNames.map((name) => name.slice(0, 3))].join('|')})(,? ))?`;
const notDigit = '(?!\\d)';
const gapOrNothing = '([-/. ]|)';

/** Shapes that a date can have, with the patterns they may stand for. */
const shapes: readonly (readonly [RegExp, ShapeReader])[] = [
  [shape(`(\\d{4})${separator}(\\d{1,2})\\2\\d{1,2}${notDigit}`), ([, , s]) => [`yyyy${s}M${s}d`]],
  [shape(`\\d{1,2}${separator}\\d{1,2}\\1\\d{4}${notDigit}`), ([, s]) => dayMonthOrders(s, 'yyyy')],
  [
    shape(`\\d{1,2}${separator}\\d{1,2}\\1\\d{2}${notDigit}`),
    ([, s]) => [...dayMonthOrders(s, 'yy'), `yy${s}M${s}d`],
  ],
  [shape(`\\d{8}${notDigit}`), () => ['yyyyMMdd']],
  [shape(`\\d{4}([-/.])\\d{1,2}$`), ([, s]) => [`yyyy${s}M`]],
  [shape(`\\d{1,2}([-/.])\\d{4}$`), ([, s]) => [`M${s}yyyy`]],
  [
    shape(`${weekday}\\d{1,2}([-/. ]|\\. |)${month}(,? |[-/.]|)(\\d{4}|\\d{2})${notDigit}`),
    ([, day, comma, s, name, t, year]) => [
      `${weekdayField(day, comma)}d${s}${monthField(name)}${t}${yearField(year)}`,
    ],
  ],
  [
    shape(`${weekday}${month}([-/. ])\\d{1,2}(,? )(\\d{4})${notDigit}`),
    ([, day, comma, name, s, t, year]) => [
      `${weekdayField(day, comma)}${monthField(name)}${s}d${t}${yearField(year)}`,
    ],
  ],
  [
    shape(`${month}(,? |[-/.])(\\d{4}|\\d{2})$`),
    ([, name, s, year]) => [`${monthField(name)}${s}${yearField(year)}`],
  ],
  [
    shape(`\\d{4}${gapOrNothing}${month}\\1\\d{1,2}${notDigit}`),
    ([, s, name]) => [`yyyy${s}${monthField(name)}${s}d`],
  ],
];

function shape(source: string): RegExp {
  return new RegExp(`^${source}`, 'i');
}

function datesAtStart(text: string): DateAtStart[] {
  const found: DateAtStart[] = [];
  for (const [pattern, patternsOf] of shapes) {
    const match = pattern.exec(text);
    if (match) found.push({ patterns: patternsOf(match), length: match[0].length });
  }
  return found;
}

/** Where nothing decides, a slash is read month first, as where it is most used; a dot or hyphen day first. */
function dayMonthOrders(s: string, year: string): string[] {
  const dayFirst = `d${s}M${s}${year}`;
  const monthFirst = `M${s}d${s}${year}`;
  return s === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
}

function yearField(text: string): string {
  return text.length === 4 ? 'yyyy' : 'yy';
}

function monthField(name: string): string {
  const letter = name === name.toUpperCase() ? 'L' : name === name.toLowerCase() ? 'l' : 'M';
  return letter.repeat(name.length === 3 ? 3 : 4);
}

function weekdayField(name: string | undefined, comma: string): string {
  return name === undefined ? '' : `${name.length === 3 ? 'EEE' : 'EEEE'}${comma}`;
}

const clockShape =
  /^([T _-]|, | at )(\d{1,2})(:?)(\d{2})(?:\3(\d{2})([.,]\d{1,9})?)?( ?)([AP]M)?( ?)(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** A gap and a time of day that fill the text, or null. */
function clockOf(text: string): Omit<PatternPieces, 'date'> | null {
  const match = clockShape.exec(text);
  if (!match) return null;
  const [, gap, hour, colon, , seconds, fraction, halfGap, half, offsetGap, offset] = match;
  if (colon === '' && hour.length !== 2) return null;
  const hourLetter = half ? 'h' : 'H';
  return {
    gap: quoteLiteral(gap),
    hour: colon === '' ? hourLetter + hourLetter : hourLetter,
    minute: `${colon}mm`,
    second: seconds ? `${colon}ss` : '',
    fraction: fraction ? fraction[0] + 'S'.repeat(fraction.length - 1) : '',
    half: half ? halfGap + (half === half.toUpperCase() ? 'A' : 'a') : '',
    offset: offset ? (half ? offsetGap : halfGap + offsetGap) + quoteLiteral(offset) : '',
  };
}
