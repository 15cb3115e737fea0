import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { splitRows } from '../../../src/engine/train/split-rows';

describe('splitRows', () => {
  it('puts every row in exactly one part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 5000 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (rows, share) => {
          const { fit, validation, holdout } = splitRows(rows, share, new RandomStream(1, 'split'));
          const all = [...fit, ...validation, ...holdout].sort((a, b) => a - b);
          expect(all).toEqual(Array.from({ length: rows }, (_, i) => i));
          expect(holdout.length).toBe(Math.floor(rows * share));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds out at most 5,000 rows and validates on at most 2,000', () => {
    const { validation, holdout } = splitRows(400_000, 0.1, new RandomStream(1, 'split'));
    expect(holdout.length).toBe(5000);
    expect(validation.length).toBe(2000);
  });
});
