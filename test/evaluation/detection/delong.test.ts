import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delongVariance, normalInterval } from '../../../src/evaluation/detection/delong';
import { expectAsReference } from '../golden';
import { golden } from './samples';

describe('delongVariance', () => {
  it('is what its definition over all pairs of rows gives, ties included', () => {
    const { labels, scores, variance } = golden.delong;
    expectAsReference(delongVariance(labels, Float64Array.from(scores)), variance);
  });

  it('is the same whichever of the classes is called the first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 40 }), (scores) => {
        const labels = scores.map((_, row) => row % 2);
        const swapped = labels.map((label) => 1 - label);
        const values = Float64Array.from(scores);
        expectAsReference(delongVariance(labels, values), delongVariance(swapped, values));
      }),
    );
  });

  it('is 0 where the classes are told apart without fault, and not a number with fewer than two rows of a class', () => {
    expect(delongVariance([0, 0, 1, 1], Float64Array.of(1, 2, 3, 4))).toBe(0);
    expect(delongVariance([0, 0, 1], Float64Array.of(1, 2, 3))).toBeNaN();
  });
});

describe('normalInterval', () => {
  it('reaches 1.96 standard deviations to both sides, within the range', () => {
    expect(normalInterval(0.5, 0.01).low).toBeCloseTo(0.304, 3);
    expect(normalInterval(0.5, 0.01).high).toBeCloseTo(0.696, 3);
    expect(normalInterval(0.95, 0.01).high).toBe(1);
  });
});
