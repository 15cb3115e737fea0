import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRecipe } from '../../../src/engine/models/autoregressive/recipe';

const narrow = { columns: 15, longLines: 4 };
const shapes = fc.record({ columns: fc.integer({ min: 1, max: 2000 }), longLines: fc.nat(40) });

describe('the recipe of a table', () => {
  it('takes some 530 steps, be it of ten rows or of a thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1199 }), shapes, (rows, shape) => {
        const { steps, rehearses } = chooseRecipe(rows, shape, 'balanced');
        expect(rehearses).toBe(true);
        expect(steps).toBeGreaterThanOrEqual(260);
        expect(steps).toBeLessThanOrEqual(560);
      }),
      {
        examples: [
          [8, narrow],
          [63, narrow],
          [64, narrow],
          [127, narrow],
        ],
      },
    );
    expect(chooseRecipe(10, narrow, 'balanced').steps).toBe(530);
  });

  it('asks for more with each preset, and for no more than 4,000 steps when nothing is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), shapes, (rows, shape) => {
        const [fast, balanced, best] = (['fast', 'balanced', 'best'] as const).map((preset) => {
          const { steps, members, batchSize } = chooseRecipe(rows, shape, preset);
          return { steps: members * steps, rows: members * steps * batchSize };
        });
        expect(fast.rows).toBeLessThan(balanced.rows);
        expect(balanced.rows).toBeLessThan(best.rows);
        expect(balanced.steps).toBeLessThanOrEqual(4000);
      }),
    );
  });

  it('is wide for many columns, but not where rows are few', () => {
    const hidden = (rows: number, columns: number) =>
      chooseRecipe(rows, { columns, longLines: 1 }, 'balanced').network.hidden;
    expect(hidden(4_000, 118)).toBeGreaterThan(hidden(4_000, 15));
    expect(hidden(2_000, 118)).toBe(128);
    expect(hidden(100_000, 5_000)).toBe(640);
  });

  it('learns several networks where that is cheap, else one for longer', () => {
    const cheap = chooseRecipe(30_000, narrow, 'balanced');
    const dear = chooseRecipe(30_000, { columns: 24, longLines: 14 }, 'balanced');
    expect(cheap.members).toBeGreaterThan(1);
    expect(dear.members).toBe(1);
    expect(dear.steps).toBeGreaterThan(cheap.steps);
  });
});
