import { describe, expect, it } from 'vitest';
import { count, fixed, percent } from '../../src/evaluation/sentences';
import { inLanguage } from '../../src/words';

describe('percent', () => {
  it.each([
    [0, '0 %'],
    [0.0004, 'less than 0.1 %'],
    [0.0081, '0.8 %'],
    [0.5, '50.0 %'],
    [0.9997, 'more than 99.9 %'],
    [1, '100 %'],
  ])('reads %d as "%s"', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('count', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [32561, '32,561'],
    [1000000, '1,000,000'],
  ])('writes %d as "%s"', (value, text) => {
    expect(count(value)).toBe(text);
  });
});

describe('what is written in sentences', () => {
  it('follows the language', () => {
    expect(inLanguage('de', () => [percent(0.0004), percent(0.0081), count(32561), fixed(0.5, 3)])).toEqual([
      'weniger als 0,1 %',
      '0,8 %',
      '32.561',
      '0,500',
    ]);
    expect(fixed(12345.678, 1)).toBe('12345.7');
  });
});
