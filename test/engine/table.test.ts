import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, formatNumber, type NumberColumn } from '../../src/engine/table';

const format = (min: number, max: number, decimalSeparator: '.' | ',' = '.') => ({
  minFractionDigits: min,
  maxFractionDigits: max,
  decimalSeparator,
});

describe('formatNumber', () => {
  it.each([
    [1.5, format(2, 2), '1.50'],
    [1.5, format(0, 2), '1.5'],
    [2, format(1, 3), '2.0'],
    [123.4, format(0, 15), '123.4'],
    [1e-7, format(0, 7), '0.0000001'],
    [-0.001, format(0, 2), '0'],
    [1234.5, format(0, 2, ','), '1234,5'],
    [-3, format(0, 0), '-3'],
    [1.5e-301, format(0, 100), '1.5e-301'],
    [0.25, format(0, 100), '0.25'],
  ])('writes %d in its column’s format', (value, how, text) => {
    expect(formatNumber(value, how)).toBe(text);
  });

  it('reads back as the same number where the digits suffice', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, digits) => {
        const value = Number((whole / 10 ** digits).toFixed(digits));
        expect(Number(formatNumber(value, format(0, digits)))).toBe(value);
        expect(Number(formatNumber(value, format(digits, digits)))).toBe(value);
      }),
    );
  });
});

describe('cellText', () => {
  it('gives the token of a cell that holds no number', () => {
    const column: NumberColumn = {
      storage: 'number',
      name: 'a',
      values: Float64Array.of(7, Number.NaN),
      tokenCodes: Uint8Array.of(0, 1),
      tokens: ['NA'],
      format: format(0, 0),
    };
    expect([cellText(column, 0), cellText(column, 1)]).toEqual(['7', 'NA']);
  });
});
