import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CategoryBins, NumericBins } from '../../../src/engine/analyze/bins';
import {
  barHeights,
  barsPath,
  chooseDensity,
  describeBin,
  describeEnds,
  describeUnit,
  sharesOf,
  stepPath,
} from '../../../src/ui/charts/density';
import { describeShares, makeSeries } from '../../../src/ui/charts/series';
import { speak } from '../../../src/words';

afterEach(() => speak('en'));

const numeric = (
  edges: number[],
  kind: NumericBins['kind'] = 'decimal',
  scale: 'linear' | 'log' = 'linear',
) => ({ type: 'numeric', kind, edges: Float64Array.from(edges), scale }) satisfies NumericBins;
const category = (labels: string[], hasOther = false): CategoryBins => ({
  type: 'category',
  labels,
  hasOther,
});

describe('sharesOf', () => {
  it('adds up to one, or is zero where there is nothing to count', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1 }), (counts) => {
        const total = sharesOf(Float64Array.from(counts)).reduce((a, b) => a + b, 0);
        expect(total).toBeCloseTo(counts.some((count) => count > 0) ? 1 : 0, 9);
      }),
    );
  });
});

describe('density', () => {
  it('leaves shares as they are when bins are equally wide', () => {
    const density = chooseDensity(numeric([0, 2, 4, 6]));
    expect(density.unit).toBeNull();
    expect([...barHeights(Float64Array.from([0.5, 0.25, 0.25]), density)]).toEqual([0.5, 0.25, 0.25]);
  });

  it('counts equal decades as equally wide on a logarithmic scale', () => {
    expect(chooseDensity(numeric([1, 10, 100, 1000], 'decimal', 'log')).unit).toBeNull();
  });

  it('halves the height of a bar of twice the width', () => {
    const heights = barHeights(Float64Array.from([0.25, 0.25, 0.5]), chooseDensity(numeric([0, 1, 3, 5])));
    expect(heights[0]).toBeCloseTo(2 * heights[1], 12);
    expect(heights[2]).toBeCloseTo(2 * heights[1], 12);
  });

  it('keeps areas equal to shares for any widths', () => {
    const parts = fc.array(
      fc.record({ width: fc.double({ min: 0.01, max: 1e4, noNaN: true }), count: fc.nat(1000) }),
      {
        minLength: 2,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(parts, (bins) => {
        const edges = bins.reduce((all, { width }) => [...all, all[all.length - 1] + width], [0]);
        const shares = sharesOf(Float64Array.from(bins, ({ count }) => count));
        const density = chooseDensity(numeric(edges));
        if (density.unit === null) return;
        const unit = density.unit;
        barHeights(shares, density).forEach((height, bin) => {
          expect((height * density.widths[bin]) / unit).toBeCloseTo(shares[bin], 9);
        });
      }),
    );
  });

  it('names a round unit near the median width', () => {
    const bins = numeric([0, 1, 2, 4, 8, 12, 20, 40, 100]);
    expect(describeUnit(bins, chooseDensity(bins))).toBe('% of rows per 5');
    const days = numeric([0, 30, 60, 90], 'date');
    expect(describeUnit(days, chooseDensity(days))).toBe('% of rows, bins of 30 days');
  });
});

describe('describeBin', () => {
  it('names whole numbers from the first to the last that fall into the bin', () => {
    const bins = numeric([17, 19, 21], 'integer');
    expect(describeBin(bins, 0)).toBe('17 to 18');
    expect(describeBin(bins, 1)).toBe('19 to 21');
    expect(describeBin(numeric([16.5, 17.5, 18.5], 'integer'), 0)).toBe('17');
  });

  it('names decimals by their edges, dates by their days', () => {
    expect(describeBin(numeric([0.5, 1.5]), 0)).toBe('0.5 to 1.5');
    expect(describeBin(numeric([0, 31, 59], 'date'), 0)).toBe('1970-01-01 to 1970-01-31');
  });

  it('names categories, and the rest', () => {
    const bins = category(['a', 'b'], true);
    expect(describeBin(bins, 1)).toBe('b');
    expect(describeBin(bins, 2)).toBe('all other values');
  });
});

it('describeEnds tells a range, both of two categories, or the commonest category and how many there are', () => {
  expect(describeEnds(numeric([17, 50, 90.5], 'integer'))).toEqual(['17', '90']);
  const day = 86_400_000;
  expect(describeEnds(numeric([0, 2 * day], 'datetime'))).toEqual(['1970-01-01 00:00', '1970-01-03 00:00']);
  expect(describeEnds(numeric([0, 40 * day], 'datetime'))).toEqual(['1970-01-01', '1970-02-10']);
  expect(describeEnds(category(['yes', 'no']))).toEqual(['yes', 'no']);
  expect(describeEnds(category(['yes', 'no'], true))).toEqual(['yes', 'top 2 + rest']);
  expect(describeEnds(category(['a', 'b', 'c']))).toEqual(['a', '3 values']);
  expect(describeEnds(category(['only']))).toEqual(['only', '']);
});

it('pictures speak German of their axes, bins and shares', () => {
  speak('de');
  const days = numeric([0, 30, 60, 90], 'date');
  expect(describeUnit(days, chooseDensity(days))).toBe('% der Zeilen, Klassen zu 30 Tagen');
  expect(describeBin(numeric([1.5, 2000.5]), 0)).toBe('1,5 bis 2.000,5');
  expect(describeBin(category(['a'], true), 1)).toBe('alle übrigen Werte');
  expect(describeEnds(category(['a', 'b'], true))[1]).toBe('2 häufigste + Rest');
  const counts = { real: Float64Array.from([1, 3]), synthetic: null, holdout: Float64Array.from([1, 1]) };
  expect(describeShares(makeSeries(counts), 1)).toBe('echt 75,0\u00a0%, zurückgehalten 50,0\u00a0%');
});

describe('paths', () => {
  it('a step path rises from the ground, runs over every top and returns', () => {
    expect(stepPath([0, 10, 20], [5, 8], 30)).toBe('M0,30V5H10V8H20V30');
    expect(stepPath([0], [], 30)).toBe('');
  });

  it('bars stand apart by the gap', () => {
    expect(barsPath([0, 10, 20], [5, 8], 30, 2)).toBe('M1,30V5H9V30M11,30V8H19V30');
  });
});
