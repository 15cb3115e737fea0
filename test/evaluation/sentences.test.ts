import { describe, expect, it } from 'vitest';
import { besideHoldout, count, percent } from '../../src/evaluation/sentences';

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

describe('besideHoldout', () => {
  it('names the unseen rows’ own figure, or ends the sentence where there is none', () => {
    expect(besideHoldout({ synthetic: 0.1, holdout: 0.009 })).toBe(
      '; rows the model never saw are off by 0.9 %.',
    );
    expect(besideHoldout({ synthetic: 0.1, holdout: null })).toBe('.');
  });
});
