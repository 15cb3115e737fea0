import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortPresent } from '../../../src/evaluation/single-column/sorted-values';
import { wassersteinDistance, wassersteinShare } from '../../../src/evaluation/single-column/wasserstein';
import { expectAsReference, golden, goldenTable } from '../golden';

const training = goldenTable(golden.training);
const sample = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1 })
  .map((cells) => Float64Array.from(cells).sort());

describe('wassersteinDistance', () => {
  it.each(['synthetic', 'holdout'] as const)('answers as SciPy does for the %s rows', (part) => {
    const other = goldenTable(golden[part]);
    for (const [index, column] of training.columns.entries()) {
      const made = other.columns[index];
      const expected = golden.single[part][column.schema.name].wasserstein;
      if (expected === undefined || column.type !== 'numeric' || made.type !== 'numeric') continue;
      expectAsReference(wassersteinDistance(sortPresent(column.values), sortPresent(made.values)), expected);
    }
  });

  it('is symmetric, 0 for the same sample, and the shift of a shifted one', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: -20, max: 20 }), (a, b, shift) => {
        expect(wassersteinDistance(a, b)).toBeCloseTo(wassersteinDistance(b, a), 9);
        expect(wassersteinDistance(a, a)).toBe(0);
        const shifted = a.map((value) => value + shift);
        expect(wassersteinDistance(a, shifted)).toBeCloseTo(Math.abs(shift), 9);
      }),
    );
  });

  it('is not defined where a sample is empty, nor its share where the first has no range', () => {
    expect(wassersteinDistance(Float64Array.of(1), new Float64Array(0))).toBeNaN();
    expect(wassersteinShare(Float64Array.of(2, 2), Float64Array.of(1, 3))).toBeNaN();
    expect(wassersteinShare(Float64Array.of(0, 10), Float64Array.of(5, 15))).toBeCloseTo(0.5, 12);
  });
});
