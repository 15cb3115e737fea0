/** The pattern language of dates.ts, read into a list of parts. */

export type DatePart =
  | { readonly type: 'literal'; readonly text: string }
  | {
      readonly type: 'field';
      readonly field: DateField;
      readonly width: number;
      readonly letterCase: LetterCase;
    }
  /** An offset from UTC is read here and left aside; `written` is what is written. */
  | { readonly type: 'offset'; readonly written: string }
  /** Read when it is there, written when any of its fields is not zero. */
  | { readonly type: 'optional'; readonly parts: readonly DatePart[] };

type DateField =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'freeFraction'
  | 'halfDay';

export type LetterCase = 'title' | 'upper' | 'lower';

const fieldLetters: Readonly<Record<string, { field: DateField; letterCase: LetterCase }>> = {
  y: { field: 'year', letterCase: 'title' },
  M: { field: 'month', letterCase: 'title' },
  L: { field: 'month', letterCase: 'upper' },
  l: { field: 'month', letterCase: 'lower' },
  d: { field: 'day', letterCase: 'title' },
  E: { field: 'weekday', letterCase: 'title' },
  H: { field: 'hour', letterCase: 'title' },
  h: { field: 'hour12', letterCase: 'title' },
  m: { field: 'minute', letterCase: 'title' },
  s: { field: 'second', letterCase: 'title' },
  S: { field: 'fraction', letterCase: 'title' },
  f: { field: 'freeFraction', letterCase: 'title' },
  A: { field: 'halfDay', letterCase: 'upper' },
  a: { field: 'halfDay', letterCase: 'lower' },
};

const timeFields: ReadonlySet<DateField> = new Set([
  'hour',
  'hour12',
  'minute',
  'second',
  'fraction',
  'freeFraction',
]);

/** Reads a pattern; letters that name no field stand for themselves. */
export function readDatePattern(format: string): DatePart[] {
  const parts: DatePart[] = [];
  let at = 0;
  while (at < format.length) {
    const [part, next] = readPart(format, at);
    parts.push(part);
    at = next;
  }
  return parts;
}

function readPart(format: string, at: number): [DatePart, number] {
  const letter = format[at];
  if (letter === "'") return readQuoted(format, at);
  const close = letter === '[' ? closingBracket(format, at) : letter === '{' ? format.indexOf('}', at) : -1;
  if (close > 0) {
    const inner = format.slice(at + 1, close);
    const part: DatePart =
      letter === '['
        ? { type: 'optional', parts: readDatePattern(inner) }
        : { type: 'offset', written: inner };
    return [part, close + 1];
  }
  if (!(letter in fieldLetters)) return [{ type: 'literal', text: letter }, at + 1];
  let end = at + 1;
  while (format[end] === letter) end++;
  return [{ type: 'field', ...fieldLetters[letter], width: end - at }, end];
}

function readQuoted(format: string, at: number): [DatePart, number] {
  let text = '';
  let i = at + 1;
  for (; i < format.length; i++) {
    if (format[i] !== "'") text += format[i];
    else if (format[i + 1] === "'") text += format[i++];
    else break;
  }
  return [{ type: 'literal', text }, i + 1];
}

function closingBracket(format: string, open: number): number {
  let depth = 0;
  for (let i = open; i < format.length; i++) {
    if (format[i] === '[') depth++;
    if (format[i] === ']' && --depth === 0) return i;
  }
  return -1;
}

/** A text as a literal of the pattern language. */
export function quoteLiteral(text: string): string {
  return /^[-/.:, _]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** True when the pattern holds an hour, minute, second or fraction: its values are date-times. */
export function hasTimeFields(parts: readonly DatePart[]): boolean {
  return parts.some((part) => {
    if (part.type === 'optional') return hasTimeFields(part.parts);
    return part.type === 'field' && timeFields.has(part.field);
  });
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Patterns for columns that show none (ISO 8601 with a blank for the T). */
export const defaultDateFormats = { date: 'yyyy-MM-dd', datetime: 'yyyy-MM-dd HH:mm:ss' } as const;
