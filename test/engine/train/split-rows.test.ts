import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { foldOf, splitRows } from '../../../src/engine/train/split-rows';

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

  it('validates on two rows in a hundred, and on one in twenty of small tables', () => {
    const validated = (rows: number) => splitRows(rows, 0, new RandomStream(1, 'split')).validation.length;
    expect([400, 6_000, 10_000, 50_000].map(validated)).toEqual([20, 300, 300, 1000]);
  });

  it('leaves other rows to check another network on, and gives it all the rest', () => {
    const split = splitRows(2000, 0.1, new RandomStream(1, 'split'));
    const folds = [0, 1, 2].map((fold) => foldOf(split, fold, new RandomStream(1, 'folds')));
    expect(folds[0]).toEqual({ fit: split.fit, validation: split.validation });
    const checked = folds.flatMap(({ validation }) => [...validation]);
    expect(new Set(checked).size).toBe(3 * split.validation.length);
    for (const { fit, validation } of folds) {
      expect([...fit, ...validation].sort((a, b) => a - b)).toEqual(
        [...split.fit, ...split.validation].sort((a, b) => a - b),
      );
    }
  });
});
