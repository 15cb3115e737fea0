import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGrid } from '../../../src/engine/encode/grid';

const hour = 3_600_000;

describe('findGrid', () => {
  it('finds the step that every value keeps to, and where it begins', () => {
    const halfHours = Float64Array.from({ length: 50 }, (_, i) => 1_000 + (hour / 2) * i * (i + 1));
    expect(findGrid(halfHours, 1)).toEqual({ origin: 1_000, step: hour });
    const mondays = Float64Array.from({ length: 40 }, (_, i) => 4 + 7 * i);
    expect(findGrid(mondays, 1)).toEqual({ origin: 4, step: 7 });
  });

  it('finds quarters among decimals', () => {
    const quarters = Float64Array.from({ length: 60 }, (_, i) => 0.1 + 0.25 * i);
    expect(findGrid(quarters, 0.01)).toEqual({ origin: 0.1, step: 0.25 });
  });

  it('is the resolution where one value lies off the coarser grid', () => {
    const values = Float64Array.of(...Array.from({ length: 100 }, (_, i) => 100 * i), 9_901);
    expect(findGrid(values, 1).step).toBe(1);
  });

  it('is the resolution where few values could keep to a step by chance', () => {
    expect(findGrid(Float64Array.of(10, 20, 40, 80), 1).step).toBe(1);
  });

  it('is the resolution where numbers are too large to count in it', () => {
    const huge = Float64Array.from({ length: 30 }, (_, i) => 1e300 * (i + 1));
    expect(findGrid(huge, 1).step).toBe(1);
  });

  it('holds every value it was found from', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer(),
        (counts, factor, offset) => {
          const values = Float64Array.from(counts, (count) => offset + factor * count).sort();
          const { origin, step } = findGrid(values, 1);
          expect(step % factor).toBe(0);
          for (const value of values) expect(Math.abs((value - origin) % step)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
