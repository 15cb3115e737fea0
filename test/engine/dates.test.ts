import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDateFormatter, createDateParser, detectDateFormat } from '../../src/engine/dates';

const day = 86_400_000;
const firstDay = -719_162;
const lastDay = 2_932_896;

/** Reference: the proleptic Gregorian calendar of the language's own UTC dates. */
function utcDays(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date) / day;
}

describe('date parsers and formatters', () => {
  it('agree with the proleptic Gregorian calendar from year 1 to 9999', () => {
    const parse = createDateParser('yyyy-MM-dd');
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (days) => {
        expect(parse(new Date(days * day).toISOString().slice(0, 10))).toBe(days);
      }),
      { numRuns: 2000 },
    );
    expect(parse('0001-01-01')).toBe(firstDay);
    expect(parse('9999-12-31')).toBe(lastDay);
  });

  it('know the leap days and refuse days that do not exist', () => {
    const parse = createDateParser('yyyy-MM-dd');
    for (const year of [4, 1600, 2000, 2024]) {
      expect(parse(`${String(year).padStart(4, '0')}-02-29`)).toBe(utcDays(year, 2, 29));
    }
    for (const text of [
      '1900-02-29',
      '2023-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-01-00',
      '0000-01-01',
    ]) {
      expect(parse(text)).toBeNaN();
    }
  });

  const dateFormats = [
    'yyyy-MM-dd',
    'dd/MM/yyyy',
    'M/d/yyyy',
    'dd.MM.yyyy',
    'yyyyMMdd',
    "yyyyMMdd'T000000'",
    'd MMM yyyy',
    'MMMM d, yyyy',
    'EEE, dd LLL yyyy',
    'EEEE d llll yyyy',
    "M/d/yyyy' 0:00:00'",
  ];
  it.each(dateFormats)('give every day back that was written as %s', (format) => {
    const write = createDateFormatter(format);
    const parse = createDateParser(format);
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (days) => {
        expect(parse(write(days))).toBe(days);
      }),
    );
  });

  const clockFormats: readonly (readonly [string, number])[] = [
    ['yyyy-MM-dd HH:mm:ss', 1000],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", 1000],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", 1],
    ['yyyy-MM-dd HH:mm:ss[.f]', 1],
    ['yyyy-MM-dd HH:mm[:ss[.f]]{+01:00}', 1],
    ["yyyyMMdd'T'HHmmss", 1000],
    ['M/d/yyyy h:mm A', 60_000],
    ['dd.MM.yyyy hh:mm:ss a', 1000],
    ['yyyy-MM-dd HH:mm:ss.SSSSSS', 1],
  ];
  it.each(clockFormats)('give every moment back that was written as %s', (format, resolution) => {
    const write = createDateFormatter(format);
    const parse = createDateParser(format);
    const least = (firstDay * day) / resolution;
    const most = ((lastDay + 1) * day) / resolution - 1;
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), (units) => {
        expect(parse(write(units * resolution))).toBe(units * resolution);
      }),
    );
  });

  it('write what the pattern cannot hold as a clock shows it, and out of range the nearest year', () => {
    expect(createDateFormatter('yyyy-MM-dd HH:mm')(59_999)).toBe('1970-01-01 00:00');
    expect(createDateFormatter('yyyy-MM-dd HH:mm:ss')(-1)).toBe('1969-12-31 23:59:59');
    expect(createDateFormatter('yyyy-MM-dd')(1e9)).toBe('9999-12-31');
    expect(createDateFormatter('yyyy-MM-dd')(-1e9)).toBe('0001-01-01');
  });

  it('tell noon from midnight on a twelve-hour clock', () => {
    const parse = createDateParser('yyyy-MM-dd h:mm A');
    expect(parse('1970-01-01 12:00 AM')).toBe(0);
    expect(parse('1970-01-01 12:00 PM')).toBe(day / 2);
    expect(parse('1970-01-01 13:00 PM')).toBeNaN();
    expect(parse('1970-01-01 0:30 AM')).toBeNaN();
  });

  it('leave the wall clock alone whatever the offset', () => {
    const parse = createDateParser('yyyy-MM-dd HH:mm:ss{+01:00}');
    expect(parse('2011-10-11 13:45:40+02:00')).toBe(parse('2011-10-11 13:45:40Z'));
  });

  it('do not accept anything that stands before or after', () => {
    const parse = createDateParser('yyyy-MM-dd');
    for (const text of ['', ' 2020-01-01', '2020-01-01 ', '2020-01-01x', '2020-1-01', '20200101']) {
      expect(parse(text)).toBeNaN();
    }
  });
});

describe('detectDateFormat', () => {
  const cases: readonly (readonly [string, readonly string[], 'date' | 'datetime', boolean?])[] = [
    ['yyyy-MM-dd', ['2020-01-31', '1999-12-01'], 'date'],
    ['dd/MM/yyyy', ['31/01/2020', '01/02/2020'], 'date'],
    ['MM/dd/yyyy', ['01/31/2020', '02/01/2020'], 'date'],
    ['M/d/yyyy', ['1/31/2020', '12/1/2020'], 'date'],
    ['dd.MM.yyyy', ['01.02.2020', '03.04.2021'], 'date', true],
    ['MM/dd/yyyy', ['01/02/2020', '03/04/2021'], 'date', true],
    ['yyyyMMdd', ['20200131', '19991201'], 'date'],
    ["yyyyMMdd'T000000'", ['20141013T000000', '20150225T000000'], 'date'],
    ["yyyyMMdd'T'HHmmss", ['20141013T101500', '20150225T000000'], 'datetime'],
    ["M/d/yyyy' 0:00:00'", ['9/30/1990 0:00:00', '11/29/1993 0:00:00'], 'date'],
    ['yyyy-MM-dd HH:mm:ss', ['2019-03-23 20:21:09', '2019-03-04 16:11:55'], 'datetime'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", ['2011-12-31T13:00:00Z', '2011-12-31T13:30:00Z'], 'datetime'],
    ['yyyy-MM-dd HH:mm:ss.SSS', ['2019-03-23 20:21:09.123', '2019-03-04 16:11:55.500'], 'datetime'],
    ['yyyy-MM-dd HH:mm:ss[.SSSSSS]', ['2019-03-23 20:21:09', '2019-03-04 16:11:55.500000'], 'datetime'],
    ['yyyy-MM-dd HH:mm:ss{+02:00}', ['2019-07-23 20:21:09+02:00', '2019-03-04 16:11:55+01:00'], 'datetime'],
    ['yyyy-MM-dd HH:mm', ['2019-03-23 20:21', '2019-03-04 06:11'], 'datetime'],
    ['M/d/yyyy h:mm A', ['3/23/2019 9:21 PM', '11/4/2019 10:11 AM'], 'datetime'],
    ['d MMM yyyy', ['3 Jan 2020', '14 Feb 2021'], 'date'],
    ['MMMM d, yyyy', ['January 3, 2020', 'February 14, 2021'], 'date'],
    ['dd-LLL-yy', ['03-JAN-20', '14-FEB-21'], 'date'],
    ['EEE, dd MMM yyyy HH:mm:ss', ['Mon, 02 Jan 2006 15:04:05', 'Tue, 03 Jan 2006 01:02:03'], 'datetime'],
    ['yyyy-MM', ['2020-01', '2021-12'], 'date'],
    ['MMM-yy', ['Jan-20', 'Dec-21'], 'date'],
    ['dd/MM/yy', ['31/01/20', '01/02/99'], 'date'],
    ['H:mm', ['9:05', '17:30'], 'datetime'],
  ];
  const expected = cases.map(([format, texts, kind, ambiguous = false]) => ({
    format,
    texts,
    kind,
    ambiguous,
  }));
  it.each(expected)('finds $format', ({ texts, ...found }) => {
    expect(detectDateFormat(texts)).toEqual(found);
  });

  it('lets one cell in twenty be something else', () => {
    const texts = Array.from({ length: 40 }, (_, i) => `2020-01-${String((i % 28) + 1).padStart(2, '0')}`);
    expect(detectDateFormat([...texts, 'soon', 'later'])?.format).toBe('yyyy-MM-dd');
    expect(detectDateFormat([...texts, 'soon', 'later', 'never', 'ever'])).toBeNull();
  });

  it.each([
    ['months', ['may', 'jun', 'aug']],
    ['ranges', ['2-10', '11-100', '1']],
    ['numbers', ['1.5', '2.25']],
    ['telephone numbers', ['555-12-3456', '555-98-1234']],
    ['versions', ['1.2.3.4', '10.0.0.1']],
    ['nothing', []],
  ])('takes %s for no dates', (_, texts) => {
    expect(detectDateFormat(texts)).toBeNull();
  });

  it('decides the order of day and month by one day above twelve, wherever it stands', () => {
    const texts = Array.from(
      { length: 5000 },
      (_, i) => `0${(i % 9) + 1}/0${(i % 8) + 1}/${1900 + (i % 100)}`,
    );
    expect(detectDateFormat(texts)?.ambiguous).toBe(true);
    expect(detectDateFormat([...texts, '13/01/2000'])).toMatchObject({
      format: 'dd/MM/yyyy',
      ambiguous: false,
    });
    expect(detectDateFormat([...texts, '01/13/2000'])).toMatchObject({
      format: 'MM/dd/yyyy',
      ambiguous: false,
    });
  });

  it('finds again any pattern by what it writes', () => {
    const formats = [
      'yyyy-MM-dd',
      'yyyyMMdd',
      'yyyy-MM-dd HH:mm:ss',
      "yyyy-MM-dd'T'HH:mm:ss.SSS",
      'd MMM yyyy',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.array(fc.integer({ min: -20_000, max: 30_000 }), { minLength: 60, maxLength: 80 }),
        (format, days) => {
          const unit = format.includes('HH') ? day + 3_661_007 : 1;
          const texts = days.map((value) => createDateFormatter(format)(value * unit));
          const found = detectDateFormat(texts);
          const read = createDateParser(found?.format ?? '');
          const write = createDateFormatter(found?.format ?? '');
          for (const text of texts) expect(write(read(text))).toBe(text);
        },
      ),
    );
  });
});
