import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRecipe } from '../../../src/engine/models/autoregressive/recipe';

describe('the recipe of a small table', () => {
  it('takes some 530 steps, be it of ten rows or of a thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1199 }), fc.nat(40), (rows, longLines) => {
        const { steps, rehearses } = chooseRecipe(rows, longLines, 'balanced');
        expect(rehearses).toBe(true);
        expect(steps).toBeGreaterThanOrEqual(260);
        expect(steps).toBeLessThanOrEqual(560);
      }),
      {
        examples: [
          [8, 0],
          [63, 0],
          [64, 0],
          [127, 0],
        ],
      },
    );
    expect(chooseRecipe(10, 0, 'balanced').steps).toBe(530);
  });
});
