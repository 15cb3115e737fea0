import { civilFromDays, daysFromCivil, millisecondsPerDay, weekdayOf } from './calendar';
import {
  hasTimeFields,
  monthNames,
  readDatePattern,
  weekdayNames,
  type DatePart,
  type LetterCase,
} from './date-pattern';

/** What is written of one moment. */
interface Moment {
  readonly days: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microseconds: number;
}

const firstDay = daysFromCivil(1, 1, 1);
const lastDay = daysFromCivil(9999, 12, 31);

/**
 * A function from days (patterns without a time) or milliseconds (with one) since 1970-01-01 to text: the inverse of
 * createDateParser. What the pattern cannot hold is cut off, as a clock does; values beyond years 1 … 9999 are written as
 * the first or last day.
 */
export function createDateFormatter(format: string): (value: number) => string {
  const parts = readDatePattern(format);
  const isDateTime = hasTimeFields(parts);
  return (value) => writeParts(parts, momentOf(value, isDateTime));
}

function momentOf(value: number, isDateTime: boolean): Moment {
  if (!isDateTime) return momentInDay(Math.round(value), 0, 0);
  const whole = Math.floor(value);
  const micro = Math.round((value - whole) * 1000);
  const milliseconds = micro === 1000 ? whole + 1 : whole;
  const days = Math.floor(milliseconds / millisecondsPerDay);
  return momentInDay(days, milliseconds - days * millisecondsPerDay, micro % 1000);
}

function momentInDay(days: number, milliseconds: number, microseconds: number): Moment {
  const clamped = Math.min(lastDay, Math.max(firstDay, days));
  const seconds = Math.floor(milliseconds / 1000);
  return {
    days: clamped,
    ...civilFromDays(clamped),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    microseconds: (milliseconds % 1000) * 1000 + microseconds,
  };
}

function writeParts(parts: readonly DatePart[], moment: Moment): string {
  let text = '';
  for (const part of parts) {
    if (part.type === 'literal') text += part.text;
    else if (part.type === 'offset') text += part.written;
    else if (part.type === 'field') text += writeField(part, moment);
    else if (!isZero(part.parts, moment)) text += writeParts(part.parts, moment);
  }
  return text;
}

/** True when no field of the parts holds anything but zero. */
function isZero(parts: readonly DatePart[], moment: Moment): boolean {
  return parts.every((part) => {
    if (part.type === 'optional') return isZero(part.parts, moment);
    return part.type !== 'field' || Number(writeField(part, moment)) === 0;
  });
}

function writeField({ field, width, letterCase }: DatePart & { type: 'field' }, moment: Moment): string {
  switch (field) {
    case 'year':
      return padded(width === 2 ? moment.year % 100 : moment.year, width);
    case 'month':
      return width > 2
        ? writeName(monthNames[moment.month - 1], width, letterCase)
        : padded(moment.month, width);
    case 'weekday':
      return writeName(weekdayNames[weekdayOf(moment.days)], width, letterCase);
    case 'hour12':
      return padded(moment.hour % 12 === 0 ? 12 : moment.hour % 12, width);
    case 'halfDay':
      return inCase(moment.hour < 12 ? 'am' : 'pm', letterCase);
    case 'fraction':
      return padded(moment.microseconds, 6).padEnd(width, '0').slice(0, width);
    case 'freeFraction':
      return padded(moment.microseconds, 6).replace(/0{1,5}$/, '');
    default:
      return padded(moment[field], width);
  }
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function writeName(name: string, width: number, letterCase: LetterCase): string {
  return inCase(width === 4 ? name : name.slice(0, 3), letterCase);
}

function inCase(text: string, letterCase: LetterCase): string {
  if (letterCase === 'title') return text;
  return letterCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
}
