import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { stratifiedFolds } from '../../../src/evaluation/learners/stratified-folds';

describe('stratifiedFolds', () => {
  it('tests every row once, learns from all others, and spreads every label evenly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { maxLength: 60 }),
        fc.integer({ min: 2, max: 5 }),
        fc.nat(),
        (labels, count, seed) => {
          const folds = stratifiedFolds(labels, count, new RandomStream(seed, 'folds'));
          const tested = folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b);
          expect(tested).toEqual([...labels.keys()]);
          for (const { train, test } of folds) expect(train.length + test.length).toBe(labels.length);
          for (const label of new Set(labels)) {
            const shares = folds.map(({ test }) => test.filter((row) => labels[row] === label).length);
            expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
