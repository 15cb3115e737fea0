import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../src/evaluation/align-tables';
import { tvComplement } from '../../../src/evaluation/single-column/tv-complement';
import { expectAsReference, golden, goldenTable } from '../golden';

const codes = fc
  .array(fc.integer({ min: -1, max: 4 }), { minLength: 1 })
  .map((cells) => Int32Array.from(cells));

describe('tvComplement', () => {
  it('answers as the reference does, missing cells and a category new in the synthetic rows included', () => {
    const tables = alignTables(
      goldenTable(golden.training),
      goldenTable(golden.holdout),
      goldenTable(golden.synthetic),
    );
    for (const { schema, training, synthetic, holdout } of tables.columns) {
      if (training.type !== 'categorical') continue;
      for (const [part, other] of [
        ['synthetic', synthetic],
        ['holdout', holdout],
      ] as const) {
        if (other?.type !== 'categorical') throw new Error('A categorical column was expected.');
        const complement = tvComplement(training.codes, other.codes, training.dictionary.length);
        expectAsReference(complement, golden.single[part][schema.name].tvComplement ?? Number.NaN);
      }
    }
  });

  it('is 1 for the same codes in any order, symmetric, and within 0 and 1', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        expect(tvComplement(a, a.slice().reverse(), 5)).toBe(1);
        expect(tvComplement(a, b, 5)).toBeCloseTo(tvComplement(b, a, 5), 12);
        expect(tvComplement(a, b, 5)).toBeGreaterThanOrEqual(0);
        expect(tvComplement(a, b, 5)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 0 where no category is in common', () => {
    expect(tvComplement(Int32Array.of(0, 0), Int32Array.of(1, -1), 2)).toBe(0);
  });
});
