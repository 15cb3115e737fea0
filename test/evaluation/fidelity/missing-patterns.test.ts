import { describe, expect, it } from 'vitest';
import { countMissingPatterns } from '../../../src/evaluation/fidelity/missing-patterns';
import { tvDistance } from '../../../src/evaluation/single-column/tv-complement';
import { categories, numbers } from '../make-tables';

const rest = () => Promise.resolve();

describe('countMissingPatterns', () => {
  it('tells cells that are missing together from as many that are missing apart', async () => {
    const together = [numbers('a', [null, null, 1, 1]), categories('b', [null, null, 'x', 'x'])];
    const apart = [numbers('a', [null, null, 1, 1]), categories('b', ['x', 'x', null, null])];
    const counts = await countMissingPatterns([together, apart], [4, 4], rest);
    expect(counts?.map((own) => own.reduce((sum, rows) => sum + rows, 0))).toEqual([4, 4]);
    expect(counts && tvDistance(counts[0], counts[1])).toBe(1);
  });

  it('counts the largest hundred patterns each, and the others as one', async () => {
    const table = Array.from({ length: 8 }, (_, bit) =>
      numbers(
        `c${bit}`,
        Array.from({ length: 512 }, (_, row) => ((row >> bit) & 1 ? null : 1)),
      ),
    );
    const counts = await countMissingPatterns([table], [512], rest);
    expect(counts?.[0]).toHaveLength(101);
    expect(counts?.[0][100]).toBe(312);
  });

  it('does not take patterns that hardly a row has for a difference', async () => {
    const scattered = (shift: number) =>
      Array.from({ length: 8 }, (_, bit) =>
        numbers(
          `c${bit}`,
          Array.from({ length: 128 }, (_, row) => (((row + shift) >> bit) & 1 ? null : 1)),
        ),
      );
    const counts = await countMissingPatterns([scattered(0), scattered(128)], [128, 128], rest);
    expect(counts && tvDistance(counts[0], counts[1])).toBe(0);
  });

  it('is null where nothing is missing', async () => {
    expect(await countMissingPatterns([[numbers('a', [1])]], [1], rest)).toBeNull();
    expect(await countMissingPatterns([[]], [0], rest)).toBeNull();
  });

  it('knows a column that is missing altogether in one table', async () => {
    const counts = await countMissingPatterns(
      [[numbers('a', [1, 1])], [numbers('a', [null, null])]],
      [2, 2],
      rest,
    );
    expect(counts && tvDistance(counts[0], counts[1])).toBe(1);
  });
});
