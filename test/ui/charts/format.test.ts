import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  formatFigure,
  formatMeasure,
  formatPoints,
  formatShare,
  formatTick,
  formatValue,
  shorten,
} from '../../../src/ui/charts/format';
import { speak } from '../../../src/words';

afterEach(() => speak('en'));

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.0083, '0.8 %'],
    [0.04, '4.0 %'],
    [0.0006, '0.06 %'],
    [0.00001, '< 0.01 %'],
    [0.99999, '> 99.9 %'],
    [-0.25, '-25.0 %'],
    [-0.00001, '> -0.01 %'],
    [-0.99999, '< -99.9 %'],
    [Number.NaN, '–'],
  ])('writes %d as %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text);
  });

  it('says 0 % only for nothing and 100 % only for everything', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
        expect(plain(formatShare(share))).not.toMatch(/^(0(\.0+)?|100(\.0+)?) %$/);
      }),
    );
  });
});

describe('formatPoints', () => {
  it('carries its sign, and none for no difference', () => {
    expect(plain(formatPoints(0.012))).toBe('+1.2 points');
    expect(plain(formatPoints(-0.0005))).toBe('-0.05 points');
    expect(plain(formatPoints(0))).toBe('0 points');
  });
});

describe('formatValue', () => {
  it('writes days since 1970 as a date, and milliseconds as a date with its time', () => {
    expect(formatValue(0, 'date')).toBe('1970-01-01');
    expect(formatValue(18_690, 'date')).toBe('2021-03-04');
    expect(formatValue(1_614_870_245_000, 'datetime')).toBe('2021-03-04 15:04');
  });

  it('separates thousands, but keeps whole numbers that read as years together', () => {
    expect(formatValue(32_561, 'integer')).toBe('32,561');
    expect(formatValue(1998, 'integer')).toBe('1998');
    expect(formatValue(1998.5, 'decimal')).toBe('1,998.5');
  });

  it('knows no negative zero', () => {
    expect(formatValue(-0, 'integer')).toBe('0');
    expect(formatTick(-0, 'decimal')).toBe('0');
    expect(formatFigure(-0.001)).toBe('0.00');
  });

  it('uses a true minus sign and gives up plain digits only for extremes', () => {
    expect(formatValue(-4.25, 'decimal')).toBe('\u22124.25');
    expect(formatValue(1.5e-9, 'decimal')).toBe('1.50e\u22129');
  });
});

describe('formatTick', () => {
  it('shortens millions, not dates', () => {
    expect(formatTick(2_500_000, 'decimal')).toBe('2.5M');
    expect(formatTick(100_000, 'integer')).toBe('100,000');
    expect(formatTick(1_614_870_245_000, 'datetime')).toBe('2021-03-04 15:04');
  });
});

describe('in German', () => {
  it.each([
    ['0,8 %', () => formatShare(0.0083)],
    ['< 0,01 %', () => formatShare(0.00001)],
    ['> 99,9 %', () => formatShare(0.99999)],
    ['+1,2 %-Punkte', () => formatPoints(0.012)],
    ['0,40', () => formatFigure(0.4)],
    ['< 0,001', () => formatMeasure(0.0001)],
    ['> -0,001', () => formatMeasure(-0.0001)],
    ['12.346', () => formatMeasure(12_345.6)],
    ['32.561', () => formatValue(32_561, 'integer')],
    ['-1.998,5', () => formatValue(-1998.5, 'decimal')],
    ['1,50e-9', () => formatValue(1.5e-9, 'decimal')],
    ['2,5 Mio.', () => formatTick(2_500_000, 'decimal')],
    ['1 Mrd.', () => formatTick(1e9, 'integer')],
  ])('figures are written as %s', (text, write) => {
    speak('de');
    expect(plain(write())).toBe(text);
  });

  it('dates and years stay as the table has them', () => {
    speak('de');
    expect([formatValue(18_690, 'date'), formatValue(1998, 'integer')]).toEqual(['2021-03-04', '1998']);
  });
});

it('formatFigure shows two decimals and a dash for nothing', () => {
  expect(formatFigure(0.4)).toBe('0.40');
  expect(formatFigure(Number.NaN)).toBe('–');
});

it('shorten never exceeds its length in characters and leaves short texts alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, most) => {
      const short = shorten(text, most);
      expect([...short].length).toBeLessThanOrEqual(most);
      if ([...text].length <= most) expect(short).toBe(text);
    }),
  );
});
