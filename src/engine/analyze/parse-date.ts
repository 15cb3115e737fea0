import { daysFromCivil, daysInMonth, millisecondsPerDay } from './calendar';
import { hasTimeFields, monthNames, readDatePattern, weekdayNames, type DatePart } from './date-pattern';

/** Where a text has been read to, and what was found; one per parser, used again for every text. */
interface Reading {
  text: string;
  at: number;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Fraction of a second, in milliseconds. */
  milliseconds: number;
  /** 0 before noon, 12 after, −1 when not said. */
  halfDay: number;
}

/**
 * A function from text to days since 1970-01-01 (patterns without a time) or milliseconds since then (with one; a
 * pattern without a date gives milliseconds since midnight). NaN where the text does not fit wholly, or names a day that
 * does not exist. Years 1 … 9999.
 */
export function createDateParser(format: string): (text: string) => number {
  const parts = readDatePattern(format);
  const isDateTime = hasTimeFields(parts);
  const reading: Reading = {
    text: '',
    at: 0,
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    milliseconds: 0,
    halfDay: -1,
  };
  return (text) => {
    startReading(reading, text);
    if (!readParts(parts, reading) || reading.at !== text.length) return Number.NaN;
    return valueOf(reading, isDateTime);
  };
}

function startReading(reading: Reading, text: string): void {
  reading.text = text;
  reading.at = 0;
  reading.year = 1970;
  reading.month = 1;
  reading.day = 1;
  reading.hour = 0;
  reading.minute = 0;
  reading.second = 0;
  reading.milliseconds = 0;
  reading.halfDay = -1;
}

function valueOf(reading: Reading, isDateTime: boolean): number {
  const { year, month, day, minute, second, halfDay } = reading;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  const days = daysFromCivil(year, month, day);
  if (!isDateTime) return days;
  let hour = reading.hour;
  if (halfDay >= 0) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + halfDay;
  }
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return days * millisecondsPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + reading.milliseconds;
}

function readParts(parts: readonly DatePart[], reading: Reading): boolean {
  for (const part of parts) {
    if (!readPart(part, reading)) return false;
  }
  return true;
}

function readPart(part: DatePart, reading: Reading): boolean {
  switch (part.type) {
    case 'literal':
      if (!reading.text.startsWith(part.text, reading.at)) return false;
      reading.at += part.text.length;
      return true;
    case 'offset':
      return readOffset(reading);
    case 'optional': {
      const start = reading.at;
      if (!readParts(part.parts, reading)) reading.at = start;
      return true;
    }
    case 'field':
      return readField(part, reading);
  }
}

function readField(part: DatePart & { type: 'field' }, reading: Reading): boolean {
  const { field, width } = part;
  if (field === 'month' && width > 2) return readMonthName(reading, width === 4);
  if (field === 'weekday') return readName(reading, weekdayNames, width === 4) >= 0;
  if (field === 'halfDay') return readHalfDay(reading);
  if (field === 'fraction') return readFraction(reading, width, width);
  if (field === 'freeFraction') return readFraction(reading, 1, 9);
  const value = readDigits(reading, width, width === 1 ? 2 : width);
  if (value < 0) return false;
  if (field === 'year') reading.year = width === 2 ? value + (value < 69 ? 2000 : 1900) : value;
  else if (field === 'hour12') {
    reading.hour = value;
    if (reading.halfDay < 0) reading.halfDay = 0;
  } else reading[field] = value;
  return true;
}

/** The number written in `least` to `most` digits, or −1. */
function readDigits(reading: Reading, least: number, most: number): number {
  const { text, at } = reading;
  let value = 0;
  let count = 0;
  while (count < most) {
    const digit = text.charCodeAt(at + count) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
    count++;
  }
  if (count < least) return -1;
  reading.at = at + count;
  return value;
}

function readFraction(reading: Reading, least: number, most: number): boolean {
  const start = reading.at;
  const value = readDigits(reading, least, most);
  if (value < 0) return false;
  reading.milliseconds = (value * 1000) / 10 ** (reading.at - start);
  return true;
}

function readMonthName(reading: Reading, isFull: boolean): boolean {
  reading.month = readName(reading, monthNames, isFull) + 1;
  return reading.month > 0;
}

/** Index of the name (in full, or its first three letters) that stands here in any case, or −1. */
function readName(reading: Reading, names: readonly string[], isFull: boolean): number {
  const start = reading.text.slice(reading.at, reading.at + 3).toLowerCase();
  const index = names.findIndex((name) => name.slice(0, 3).toLowerCase() === start);
  if (index < 0) return -1;
  const length = isFull ? names[index].length : 3;
  const text = reading.text.slice(reading.at, reading.at + length);
  if (text.toLowerCase() !== names[index].slice(0, length).toLowerCase()) return -1;
  reading.at += length;
  return index;
}

function readHalfDay(reading: Reading): boolean {
  const text = reading.text.slice(reading.at, reading.at + 2).toLowerCase();
  if (text !== 'am' && text !== 'pm') return false;
  reading.halfDay = text === 'am' ? 0 : 12;
  reading.at += 2;
  return true;
}

const offsetPattern = /Z|[+-]\d\d(?::?\d\d)?/y;

function readOffset(reading: Reading): boolean {
  offsetPattern.lastIndex = reading.at;
  const match = offsetPattern.exec(reading.text);
  if (match) reading.at += match[0].length;
  return match !== null;
}
