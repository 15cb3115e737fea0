import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binColumn, learnCuts } from '../../../src/evaluation/learners/bin-columns';
import { categories, numbers } from '../make-tables';

const rowsOf = (cells: readonly unknown[]) => Uint32Array.from(cells.keys());

describe('learnCuts', () => {
  it('gives every distinct number a bin of its own where there are few', () => {
    const cells = [5, 1, 3, null, 3, 1];
    const column = numbers('x', cells);
    const cuts = learnCuts(column, rowsOf(cells), 256);
    expect(cuts.bins).toBe(3);
    expect([...binColumn(cuts, column, rowsOf(cells)).codes]).toEqual([2, 0, 1, 3, 1, 0]);
  });

  it('puts numbers that it has not seen between those that it has', () => {
    const column = numbers('x', [10, 20, 30, -1, 25, 99]);
    const cuts = learnCuts(column, Uint32Array.of(0, 1, 2), 256);
    expect([...binColumn(cuts, column, Uint32Array.of(3, 4, 5)).codes]).toEqual([0, 1, 2]);
  });

  it('cuts many numbers into bins of nearly as many rows each, in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 20, maxLength: 200 }),
        fc.integer({ min: 2, max: 10 }),
        (cells, bins) => {
          const column = numbers('x', cells);
          const cuts = learnCuts(column, rowsOf(cells), bins);
          const { codes } = binColumn(cuts, column, rowsOf(cells));
          const sorted = [...rowsOf(cells)].sort((a, b) => cells[a] - cells[b]).map((row) => codes[row]);
          expect(sorted).toEqual([...codes].sort((a, b) => a - b));
          const counts = Array.from(
            { length: bins },
            (_, bin) => sorted.filter((code) => code === bin).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('counts categories that the rows do not have as missing', () => {
    const column = categories('c', ['a', 'b', null, 'new']);
    const cuts = learnCuts(column, Uint32Array.of(0, 1, 2), 256);
    expect(cuts.bins).toBe(2);
    expect([...binColumn(cuts, column, Uint32Array.of(0, 1, 2, 3)).codes]).toEqual([0, 1, 2, 2]);
  });

  it('makes one bin of a column of numbers without a value, and none of categories', () => {
    const rows = Uint32Array.of(0, 1);
    expect(learnCuts(numbers('x', [null, null]), rows, 256).bins).toBe(1);
    expect(learnCuts(categories('c', [null, null]), rows, 256).bins).toBe(0);
  });

  it('refuses a column of another type', () => {
    const cuts = learnCuts(numbers('x', [1]), Uint32Array.of(0), 256);
    expect(() => binColumn(cuts, categories('x', ['a']), Uint32Array.of(0))).toThrow(TypeError);
  });
});
