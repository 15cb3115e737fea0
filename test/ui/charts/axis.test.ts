import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { NumericBins } from '../../../src/engine/analyze/bins';
import { placeEdges, shareAxis, valueAxis } from '../../../src/ui/charts/axis';
import { speak } from '../../../src/words';

afterEach(() => speak('en'));

const bins = (edges: number[], kind: NumericBins['kind'] = 'decimal', scale: 'linear' | 'log' = 'linear') =>
  ({ type: 'numeric', kind, edges: Float64Array.from(edges), scale }) satisfies NumericBins;
const texts = (axis: ReturnType<typeof valueAxis>) => axis.ticks.map(({ text }) => text);

describe('valueAxis', () => {
  it('spreads the edges over the whole width', () => {
    const { place } = valueAxis(bins([10, 20, 30]), 200);
    expect([place(10), place(20), place(30)]).toEqual([0, 100, 200]);
  });

  it('marks whole numbers only for whole numbers', () => {
    expect(texts(valueAxis(bins([0, 1, 2], 'integer'), 600))).toEqual(['0', '1', '2']);
  });

  it('marks powers of ten on a logarithmic scale', () => {
    expect(texts(valueAxis(bins([1, 100, 1e6], 'decimal', 'log'), 700))).toEqual([
      '1',
      '10',
      '100',
      '1,000',
      '10,000',
      '100,000',
      '1M',
    ]);
  });

  it('marks years for dates over years, and days for dates over days', () => {
    expect(texts(valueAxis(bins([17_000, 19_600], 'date'), 300))).toContain('2020');
    expect(texts(valueAxis(bins([18_690, 18_700], 'date'), 400))).toEqual([
      '4 Mar 2021',
      '8 Mar 2021',
      '12 Mar 2021',
    ]);
  });

  it('writes days and times of day as the language does', () => {
    const afternoon = bins([1_614_866_400_000, 1_614_880_800_000], 'datetime');
    expect(texts(valueAxis(afternoon, 420))[0]).toBe('4 Mar, 15:00');
    speak('de');
    expect(texts(valueAxis(afternoon, 420))[0]).toBe('4. März, 14:30');
    expect(texts(valueAxis(bins([18_690, 18_700], 'date'), 600))[0]).toMatch(/^\d\. März 2021$/);
  });

  it('puts a column of one value in the middle', () => {
    expect(placeEdges(bins([3, 3], 'integer'), 300)).toEqual([100, 200]);
    expect(valueAxis(bins([3, 3], 'integer'), 300).ticks).toEqual([{ at: 150, text: '3' }]);
  });

  it('never lets two texts touch, whatever the range and width', () => {
    const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 240, max: 1200 }), (a, b, width) => {
        if (Math.abs(a - b) < 1e-3) return;
        const { ticks } = valueAxis(bins([Math.min(a, b), Math.max(a, b)]), width);
        ticks.slice(1).forEach((tick, index) => {
          expect(tick.at - ticks[index].at).toBeGreaterThan(tick.text.length * 6.5);
        });
      }),
    );
  });
});

describe('shareAxis', () => {
  it('starts at 0 on the ground and holds the largest share', () => {
    const { place, ticks } = shareAxis(0.087, 200);
    expect(place(0)).toBe(200);
    expect(place(0.087)).toBeGreaterThanOrEqual(0);
    expect(ticks.map(({ text }) => text.replace('\u00a0', ' '))).toEqual(['0', '5 %', '10 %']);
  });

  it('gives small shares the decimals they need', () => {
    expect(shareAxis(0.0004, 200).ticks.map(({ text }) => text.replace('\u00a0', ' '))).toEqual([
      '0',
      '0.01 %',
      '0.02 %',
      '0.03 %',
      '0.04 %',
    ]);
  });

  it('writes German shares with a comma', () => {
    speak('de');
    const texts = shareAxis(0.006, 200).ticks.map(({ text }) => text.replace('\u00a0', ' '));
    expect(texts).toEqual(['0', '0,2 %', '0,4 %', '0,6 %']);
  });
});
