import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ksComplement } from '../../../src/evaluation/single-column/ks-complement';
import { expectAsReference, golden, goldenTable } from '../golden';
import { numbers } from '../make-tables';

const training = goldenTable(golden.training);
const sample = fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { freq: 6 }), { minLength: 1 });

function values(cells: readonly (number | null)[]): Float64Array {
  return Float64Array.from(cells, (cell) => cell ?? Number.NaN);
}

describe('ksComplement', () => {
  it.each(['synthetic', 'holdout'] as const)('answers as SDMetrics does for the %s rows', (part) => {
    const other = goldenTable(golden[part]);
    for (const [index, column] of training.columns.entries()) {
      const made = other.columns[index];
      const expected = golden.single[part][column.schema.name].ksComplement;
      if (expected === undefined || column.type !== 'numeric' || made.type !== 'numeric') continue;
      expectAsReference(ksComplement(column.values, made.values), expected);
    }
  });

  it('is 1 for the same values in any order', () => {
    fc.assert(
      fc.property(sample, (cells) => {
        expect(ksComplement(values(cells), values([...cells].reverse()))).toBe(1);
      }),
    );
  });

  it('is symmetric and within 0 and 1', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const complement = ksComplement(values(a), values(b));
        expect(complement).toBe(ksComplement(values(b), values(a)));
        expect(complement).toBeGreaterThanOrEqual(0);
        expect(complement).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 0 where the samples do not overlap or one of them is all missing', () => {
    expect(ksComplement(values([1, 2]), values([3]))).toBe(0);
    expect(ksComplement(values([1, 2]), values([null]))).toBe(0);
    expect(ksComplement(values([null]), values([null, null]))).toBe(1);
  });

  it('treats 0 and −0 as one value', () => {
    const column = numbers('x', [-0, -0]);
    expect(column.type === 'numeric' && ksComplement(column.values, values([0, 0]))).toBe(1);
  });
});
