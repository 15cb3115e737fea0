import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areEqual, boundFor, effectiveSampleSize } from '../../../../src/engine/generate/given/weights';

const someWeights = fc
  .array(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((weights) => Float64Array.from(weights));

const sumOf = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0);
const above = (weights: Float64Array, bound: number) =>
  sumOf(weights.map((weight) => Math.max(0, weight - bound)));

describe('effectiveSampleSize', () => {
  it.each([
    [[1, 1, 1, 1], 4],
    [[2, 0, 0, 0], 1],
    [[1, 2, 3], 36 / 14],
    [[0, 0], 0],
  ])('of weights %s is %f', (weights, expected) => {
    expect(effectiveSampleSize(Float64Array.from(weights))).toBeCloseTo(expected, 12);
  });

  it('lies between 1 and the number of draws, and does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(someWeights, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (weights, scale) => {
        const size = effectiveSampleSize(weights);
        expect(size).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(size).toBeLessThanOrEqual(weights.length + 1e-9);
        expect(effectiveSampleSize(weights.map((weight) => scale * weight)) / size).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('boundFor', () => {
  it('is the largest weight when nothing may be cut off', () => {
    expect(boundFor(Float64Array.of(3, 1, 2), 0)).toBe(3);
  });

  it('cuts off exactly the share that it may', () => {
    fc.assert(
      fc.property(someWeights, fc.double({ min: 1e-4, max: 0.9, noNaN: true }), (weights, share) => {
        expect(above(weights, boundFor(weights, share)) / sumOf(weights)).toBeCloseTo(share, 9);
      }),
    );
  });
});

describe('areEqual', () => {
  it('holds for rounding errors, not for differences nor for rows that weigh nothing', () => {
    expect(areEqual(0.3, 0.3 + 1e-7)).toBe(true);
    expect(areEqual(0.3, 0.31)).toBe(false);
    expect(areEqual(0, 0)).toBe(false);
  });
});
