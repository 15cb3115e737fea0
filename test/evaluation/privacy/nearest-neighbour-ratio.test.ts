import { describe, expect, it } from 'vitest';
import { distanceRatios, summariseRatios } from '../../../src/evaluation/privacy/nearest-neighbour-ratio';

describe('distanceRatios', () => {
  it('divides the nearest distance by the second', () => {
    expect([...distanceRatios(Float64Array.of(0, 1, 2), Float64Array.of(3, 4, 2))]).toEqual([0, 0.25, 1]);
  });

  it('is 1 where the training row repeats, and where there is no second', () => {
    expect([...distanceRatios(Float64Array.of(0, 1), Float64Array.of(0, Infinity))]).toEqual([1, 1]);
  });
});

describe('summariseRatios', () => {
  it('gives median and 5th percentile with the ranks between which they lie', () => {
    const ratios = Float64Array.from({ length: 1001 }, (_, i) => (1000 - i) / 1000);
    const { median, fifthPercentile } = summariseRatios(ratios)!;
    expect(median.value).toBe(0.5);
    expect(median.interval?.low).toBeCloseTo(0.5 - (1.96 * Math.sqrt(1001)) / 2 / 1000, 2);
    expect(fifthPercentile.value).toBe(0.05);
    expect(fifthPercentile.interval?.high).toBeCloseTo(0.05 + (1.96 * Math.sqrt(1001 * 0.0475)) / 1000, 2);
  });

  it('has nothing to say of no rows', () => {
    expect(summariseRatios(new Float64Array(0))).toBeNull();
  });
});
