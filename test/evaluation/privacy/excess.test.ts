import { describe, expect, it } from 'vitest';
import { excessOver, judgeExcess } from '../../../src/evaluation/privacy/excess';

describe('excessOver', () => {
  it('has the interval of Newcombe’s tenth method in his own table', () => {
    const { value, low, high } = excessOver({ hits: 56, of: 70 }, { hits: 48, of: 80 });
    expect([value, low, high].map((figure) => Number(figure.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339]);
  });

  it('is the other way round when its sides are', () => {
    const a = { hits: 9, of: 10 };
    const b = { hits: 3, of: 10 };
    expect(excessOver(b, a).low).toBeCloseTo(-excessOver(a, b).high, 12);
  });
});

describe('judgeExcess', () => {
  it('asks that the whole interval lies above a threshold', () => {
    expect([-0.01, 0, 0.01, 0.06].map((low) => judgeExcess(low, 0.05))).toEqual([
      'good',
      'good',
      'fair',
      'poor',
    ]);
    expect(judgeExcess(Number.NaN, 0.05)).toBe('unmeasured');
  });
});
