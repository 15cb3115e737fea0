import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineEdges } from '../../../../src/engine/encode/private/fine-bins';
import { projectToTotal, thresholdCounts } from '../../../../src/engine/encode/private/noisy-counts';
import { keyThreshold } from '../../../../src/engine/encode/private/prepare-rows';
import { findBounds } from '../../../../src/engine/encode/private/private-bounds';
import { upperBound } from '../../../../src/engine/encode/sorted';
import { seededNoise } from '../../privacy/seeded-noise';

const noiseOf = (sigma: number, threshold = 0) => ({ noise: seededNoise(5), sigma, threshold });

describe('projection to a total', () => {
  it('leaves counts of 0 or more that add up, and changes none that do already', () => {
    const someCounts = fc.array(fc.double({ min: -100, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(someCounts, fc.double({ min: 1, max: 5000, noNaN: true }), (counts, total) => {
        const projected = projectToTotal(Float64Array.from(counts), total);
        expect(Math.min(...projected)).toBeGreaterThanOrEqual(0);
        expect(projected.reduce((sum, count) => sum + count, 0)).toBeCloseTo(total, 6);
        projectToTotal(projected, total).forEach((count, i) => expect(count).toBeCloseTo(projected[i], 6));
      }),
    );
  });

  it('takes the same from every count that stays', () => {
    expect([...projectToTotal(Float64Array.of(10, 6, 1, -4), 12)]).toEqual([8, 4, 0, 0]);
  });
});

describe('keys that are not known beforehand', () => {
  it('pass where many rows have them, in an order that is not theirs', () => {
    const counts = new Map([
      ['z', 500],
      ['a', 400],
      ['rare', 1],
    ]);
    const known = thresholdCounts(counts, noiseOf(2, keyThreshold(2, 1e-6, 1)));
    expect(known.map(({ key }) => key)).toEqual(['a', 'z']);
    known.forEach(({ key, count }) => expect(Math.abs(count - (counts.get(key) as number))).toBeLessThan(12));
  });

  it('of single rows pass no more than δ', () => {
    const noise = seededNoise(8);
    const delta = 0.02;
    const sigma = 20;
    const threshold = keyThreshold(sigma, delta, 1);
    let passed = 0;
    const trials = 20_000;
    for (let i = 0; i < trials; i++) passed += Number(1 + noise.discreteGaussian(sigma) > threshold);
    expect(passed / trials).toBeLessThan(delta);
    expect(passed / trials).toBeGreaterThan(delta / 2);
  });
});

describe('fine bins', () => {
  const someRange = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 2e9 }))
    .map(([low, width]) => ({ low, high: low + width }));

  it('cover every whole number of the range once, and are no more than some 260', () => {
    fc.assert(
      fc.property(someRange, ({ low, high }) => {
        const edges = fineEdges(low, high);
        expect(edges[0]).toBe(low - 0.5);
        expect(edges[edges.length - 1]).toBe(high + 0.5);
        expect(edges.length).toBeLessThan(262);
        for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeGreaterThan(edges[i - 1]);
        expect(upperBound(edges, low)).toBe(1);
        expect(upperBound(edges, high)).toBe(edges.length - 1);
      }),
    );
  });

  it('are finest around 0 in wide ranges', () => {
    const edges = [...fineEdges(0, 100_000)];
    expect(edges.filter((edge) => edge < 782).length).toBeGreaterThan(25);
    expect(fineEdges(3, 7)).toEqual(Float64Array.of(2.5, 3.5, 4.5, 5.5, 6.5, 7.5));
  });
});

describe('bounds found privately', () => {
  const bounds = (units: number[]) => findBounds(Float64Array.from(units), noiseOf(2));
  const many = (low: number, high: number) =>
    Array.from({ length: 4000 }, (_, i) => low + Math.floor(((high - low) * i) / 4000));

  it('are powers of two around what many rows hold', () => {
    expect(bounds(many(17, 90))).toEqual({ low: 16, high: 127 });
    expect(bounds(many(-900, 20))).toEqual({ low: -1023, high: 31 });
    expect(bounds(many(-900, -600))).toEqual({ low: -1023, high: -512 });
    expect(bounds(many(0, 1))).toEqual({ low: 0, high: 0 });
  });

  it('do not follow a single row', () => {
    expect(bounds([...many(17, 90), 5_000_000, -70])).toEqual({ low: 16, high: 127 });
  });

  it('are none where no row holds a number', () => {
    expect(bounds(many(0, 1).map(() => Number.NaN))).toBeNull();
  });
});
