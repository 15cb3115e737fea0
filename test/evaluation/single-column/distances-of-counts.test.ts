import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredTest } from '../../../src/evaluation/single-column/chi-squared';
import { jensenShannonDistance } from '../../../src/evaluation/single-column/jensen-shannon';
import { upperGamma } from '../../../src/evaluation/single-column/upper-gamma';
import { golden } from '../fidelity/golden';

const counts = fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }).map((list) => Float64Array.from(list));

describe('jensenShannonDistance', () => {
  it('gives what scipy gives', () => {
    for (const { first, second, jensenShannon } of golden.counts) {
      const distance = jensenShannonDistance(Float64Array.from(first), Float64Array.from(second));
      expect(distance).toBeCloseTo(jensenShannon, 10);
    }
  });

  it('is the same both ways, and from 0 for a table itself to 1 for tables without a common cell', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const distance = jensenShannonDistance(first, second);
        expect(distance).toBeCloseTo(jensenShannonDistance(second, first), 9);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(jensenShannonDistance(first, first)).toBeCloseTo(0, 7);
      }),
    );
    expect(jensenShannonDistance(Float64Array.of(3, 0), Float64Array.of(0, 5))).toBe(1);
  });
});

describe('chiSquaredTest', () => {
  it('gives what scipy gives', () => {
    for (const { first, second, ...expected } of golden.counts) {
      const test = chiSquaredTest(Float64Array.from(first), Float64Array.from(second));
      expect(test.statistic).toBeCloseTo(expected.statistic, 9);
      expect(test.degreesOfFreedom).toBe(expected.degreesOfFreedom);
      expect(test.pValue).toBeCloseTo(expected.pValue, 10);
    }
  });

  it('has nothing to say of empty tables and of a single cell', () => {
    expect(chiSquaredTest(Float64Array.of(4, 0), Float64Array.of(2, 0)).pValue).toBe(1);
    expect(chiSquaredTest(Float64Array.of(4, 2), Float64Array.of(0, 0)).pValue).toBe(1);
    expect(chiSquaredTest(new Float64Array(0), new Float64Array(0)).pValue).toBe(1);
  });
});

describe('upperGamma', () => {
  it('gives what scipy gives', () => {
    for (const [a, x, expected] of golden.upperGamma) expect(upperGamma(a, x)).toBeCloseTo(expected, 11);
    expect(upperGamma(3, 0)).toBe(1);
  });
});
