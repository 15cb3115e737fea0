import { describe, expect, it } from 'vitest';
import type { PairComparison } from '../../../src/evaluation/report';
import {
  largestMagnitude,
  layEmpty,
  layHeat,
  laySigns,
  levelOf,
  heatLevels,
} from '../../../src/ui/charts/heat-cells';
import {
  cutGrid,
  pairErrors,
  rankPairs,
  subtractGrids,
  worstColumns,
} from '../../../src/ui/charts/pair-grid';

const matrix = (...values: number[]) => Float64Array.from(values);
const pairs: PairComparison = {
  names: ['a', 'b', 'c'],
  training: matrix(1, 0.5, 0.1, 0.5, 1, 0.2, 0.1, 0.2, 1),
  synthetic: matrix(1, 0.4, 0.1, 0.4, 1, 0.3, 0.1, 0.3, 1),
  holdout: null,
  error: matrix(0, 0.05, 0.01, 0.05, 0, Number.NaN, 0.01, Number.NaN, 0),
  holdoutError: matrix(0, 0.02, Number.NaN, 0.02, 0, 0, 0, 0, 0),
};

describe('rankPairs', () => {
  it('puts the furthest off first, once each, and leaves out what is not defined', () => {
    expect(rankPairs(pairs, 10)).toEqual([
      { first: 'a', second: 'b', error: 0.05, holdoutError: 0.02 },
      { first: 'a', second: 'c', error: 0.01, holdoutError: null },
    ]);
    expect(rankPairs(pairs, 1).map(({ second }) => second)).toEqual(['b']);
    expect([...pairErrors(pairs)]).toEqual([0.05, 0.01]);
  });
});

describe('rankPairs of many columns', () => {
  it('gives what sorting all of them gives', () => {
    const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const cells = names.length ** 2;
    // Some are equal, some are 0, one is 1.
    const error = Float64Array.from({ length: cells }, (_, cell) => ((cell * 7919) % 1000) / 1000);
    error[1] = 1;
    const many = { ...pairs, names, error, holdoutError: null };
    const sorted = [...pairErrors(many)].sort((a, b) => b - a);
    for (const most of [1, 7, 500, 10_000])
      expect(rankPairs(many, most).map((pair) => pair.error)).toEqual(sorted.slice(0, most));
  });
});

describe('worstColumns', () => {
  it('keeps the columns of the worst pairs in the table’s order', () => {
    expect(worstColumns(pairs, 2)).toEqual([0, 1]);
    expect(worstColumns(pairs, 3)).toEqual([0, 1, 2]);
  });
});

describe('cutGrid', () => {
  it('keeps the rows and columns named and empties the diagonal', () => {
    expect(cutGrid(pairs.training, 3, [0, 2]).values).toEqual(matrix(Number.NaN, 0.1, 0.1, Number.NaN));
  });

  it('the difference is synthetic minus real', () => {
    const difference = subtractGrids(cutGrid(pairs.training, 3, [0, 1]), cutGrid(pairs.synthetic, 3, [0, 1]));
    expect(difference.values[1]).toBeCloseTo(-0.1, 12);
  });
});

describe('heat cells', () => {
  const none = { across: 0, down: 0 };
  const arm = { across: 0.25, down: 0.125 };
  const grid = { rows: 1, columns: 3, values: matrix(0.5, -1, Number.NaN) };

  it('draws each shade as one path, signed', () => {
    expect(layHeat(grid, 1, none)).toEqual([
      { level: heatLevels / 2, sign: 'plus', path: 'M0,0h1v1h-1z' },
      { level: heatLevels, sign: 'minus', path: 'M1,0h1v1h-1z' },
    ]);
  });

  it('shows everything that is not nothing at least faintly', () => {
    expect(levelOf(1e-9, 1)).toBe(1);
    expect(levelOf(0, 1)).toBe(0);
    expect(levelOf(-5, 1)).toBe(-heatLevels);
    expect(levelOf(1, 0)).toBe(0);
  });

  it('marks empty cells, and signs only where the value is large', () => {
    expect(layEmpty(grid, none)).toBe('M2,0h1v1h-1z');
    expect(laySigns({ rows: 1, columns: 2, values: matrix(0.1, -1) }, 1, arm)).toBe('M1.25,0.5h0.5');
  });

  it('finds the largest magnitude and ignores empty cells', () => {
    expect(largestMagnitude(grid.values, matrix(0.7))).toBe(1);
    expect(largestMagnitude(matrix(Number.NaN))).toBe(0);
  });
});
