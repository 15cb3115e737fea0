import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binCount,
  countInBins,
  makeBins,
  type Bins,
  type NumericBins,
} from '../../../src/engine/analyze/bins';
import type { ColumnKind } from '../../../src/engine/schema';
import { categorical, numeric } from './columns';

function edgesOf(bins: Bins | null): number[] {
  expect(bins?.type).toBe('numeric');
  return [...(bins as NumericBins).edges];
}

function range(low: number, high: number, step = 1): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
}

describe('makeBins for numbers', () => {
  it('gives few whole numbers a bin each, around the value', () => {
    expect(edgesOf(makeBins(numeric([1, 2, 2, 5], 'integer')))).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5]);
  });

  it('gives few decimals on a grid a bin each', () => {
    expect(edgesOf(makeBins(numeric([1, 1.5, 2, 3])))).toEqual([0.75, 1.25, 1.75, 2.25, 2.75, 3.25]);
  });

  it('cuts many numbers at round edges', () => {
    expect(edgesOf(makeBins(numeric(range(17, 90), 'integer')))).toEqual(range(15, 95, 5));
    expect(edgesOf(makeBins(numeric(range(0, 1, 0.001))))).toEqual(range(0, 20).map((i) => i / 20));
  });

  it('spaces positive numbers that crowd at the low end by their logarithm', () => {
    const bins = makeBins(numeric(range(0, 500).map((i) => 10 ** (i / 100)))) as NumericBins;
    expect(bins.scale).toBe('log');
    const ratios = [...bins.edges].slice(1).map((edge, i) => edge / bins.edges[i]);
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0], 6);
  });

  it('does not let a few far values hide the rest', () => {
    const values = [...range(0, 1000, 0.5), 1e9];
    const edges = edgesOf(makeBins(numeric(values)));
    expect(edges.at(-1)).toBeLessThanOrEqual(1000);
    expect(edges.length).toBeGreaterThan(15);
    expect(countInBins(numeric(values), makeBins(numeric(values)) as Bins).reduce((a, b) => a + b)).toBe(
      values.length,
    );
  });

  it('puts one bin around a constant', () => {
    expect(edgesOf(makeBins(numeric([3, 3], 'integer')))).toEqual([2.5, 3.5]);
    expect(edgesOf(makeBins(numeric([1e18])))).toHaveLength(2);
  });

  it('has nothing to show of a column without a value', () => {
    expect(makeBins(numeric([Number.NaN]))).toBeNull();
    expect(makeBins(numeric([]))).toBeNull();
  });

  const kinds: ColumnKind[] = ['integer', 'decimal', 'date', 'datetime'];
  it('has at most 32 bins with rising edges that hold every value once, whatever the values', () => {
    const number = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: 0, max: 5 }),
      fc.constant(2e6),
    );
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 300 }),
        fc.constantFrom(...kinds),
        (values, kind) => {
          const column = numeric([...values, Number.NaN], kind);
          const bins = makeBins(column) as NumericBins;
          expect(binCount(bins)).toBeLessThanOrEqual(32);
          expect(bins.edges.every((edge, i) => i === 0 || edge > bins.edges[i - 1])).toBe(true);
          expect(countInBins(column, bins).reduce((a, b) => a + b)).toBe(values.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds for decimals of any size', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 60 }), (values) => {
        const bins = makeBins(numeric(values)) as NumericBins;
        expect(binCount(bins)).toBeLessThanOrEqual(32);
        expect(bins.edges.every((edge, i) => i === 0 || edge > bins.edges[i - 1])).toBe(true);
      }),
    );
  });
});

describe('makeBins for dates', () => {
  const dayOf = (text: string) => Date.parse(text) / 86_400_000;

  it('cuts a year at the first of each month or on Mondays', () => {
    const days = range(dayOf('2019-01-01'), dayOf('2021-12-31'));
    const edges = edgesOf(makeBins(numeric(days, 'date')));
    expect(edges.map((day) => new Date(day * 86_400_000).getUTCDate())).toEqual(edges.map(() => 1));
    const weeks = edgesOf(makeBins(numeric(range(dayOf('2019-01-01'), dayOf('2019-05-01')), 'date')));
    expect(new Set(weeks.map((day) => new Date(day * 86_400_000).getUTCDay()))).toEqual(new Set([1]));
  });

  it('cuts a day of date-times at whole hours', () => {
    const start = Date.parse('2020-03-01T00:00:00Z');
    const edges = edgesOf(makeBins(numeric(range(start, start + 86_399_000, 1000), 'datetime')));
    expect(edges).toEqual(range(start, start + 86_400_000, 3_600_000));
  });
});

describe('makeBins and countInBins for categories', () => {
  const letters = categorical(['b', 'a', 'a', 'c', null, 'c', 'c']);

  it('takes the most frequent first and the rest together', () => {
    expect(makeBins(letters)).toEqual({ type: 'category', labels: ['c', 'a', 'b'], hasOther: false });
    const bins = makeBins(letters, 2) as Bins;
    expect(bins).toEqual({ type: 'category', labels: ['c', 'a'], hasOther: true });
    expect([...countInBins(letters, bins)]).toEqual([3, 2, 1]);
    expect(binCount(bins)).toBe(3);
  });

  it('counts another table with another dictionary in the same bins', () => {
    const bins = makeBins(letters) as Bins;
    expect([...countInBins(categorical(['a', 'z', 'b', null]), bins)]).toEqual([0, 1, 1]);
  });

  it('has no bins for identifiers and free text', () => {
    expect(makeBins(categorical(['a'], 'identifier'))).toBeNull();
    expect(makeBins(categorical(['a'], 'text'))).toBeNull();
  });

  it('refuses bins of another type', () => {
    expect(() => countInBins(numeric([1]), makeBins(letters) as Bins)).toThrow('another type');
  });
});

describe('countInBins for numbers', () => {
  it('puts an edge into the bin above it, the last edge into the last bin, and the outside into the ends', () => {
    const bins: Bins = { type: 'numeric', kind: 'decimal', edges: Float64Array.of(0, 1, 2), scale: 'linear' };
    expect([...countInBins(numeric([-5, 0, 0.5, 1, 2, 9, Number.NaN]), bins)]).toEqual([3, 3]);
  });
});
