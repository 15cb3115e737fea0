import { describe, expect, it } from 'vitest';
import { countInBins, makeBins } from '../../../src/engine/analyze/bins';
import { RandomStream } from '../../../src/engine/random';
import { findLostModes } from '../../../src/evaluation/single-column/lost-modes';
import { findLostSpikes } from '../../../src/evaluation/single-column/lost-spikes';
import { findLostTails, isTailLost } from '../../../src/evaluation/single-column/lost-tails';
import { compareVariance } from '../../../src/evaluation/single-column/variance-ratio';
import { numbers } from '../make-tables';

const random = new RandomStream(1, 'lost shape');
const rows = 5000;
const draw = (value: () => number, count = rows) => Float64Array.from({ length: count }, value).sort();
const heavy = () => Math.round(100 * Math.exp(1.2 * random.normal())) / 100;
const twoPeaks = () => Math.round(100 * (random.normal() + (random.float() < 0.5 ? 0 : 6))) / 100;
/** Which ends have lost their tail. */
const lostTails = (real: Float64Array, other: Float64Array) => {
  const { low, high } = findLostTails(real, other);
  return { low: isTailLost(low), high: isTailLost(high) };
};
const hours = () => (random.float() < 0.4 ? 40 : Math.round(40 + 12 * random.normal()));

describe('findLostTails', () => {
  it('names the tail that is cut off, and only that', () => {
    const real = draw(heavy);
    const limit = real[Math.floor(0.985 * rows)];
    const clipped = draw(() => Math.min(heavy(), limit));
    expect(lostTails(real, clipped)).toEqual({ low: false, high: true });
    const mirrored = (values: Float64Array) => values.map((value) => -value).reverse();
    expect(lostTails(mirrored(real), mirrored(clipped))).toEqual({ low: true, high: false });
  });

  it('sees that only the outermost thousandth is gone', () => {
    const real = draw(heavy, 40_000);
    const limit = real[Math.floor(0.998 * 40_000)];
    const clipped = draw(() => Math.min(heavy(), limit), 40_000);
    const { high } = findLostTails(real, clipped);
    expect(high.map(({ lost }) => lost)).toEqual([false, true]);
    expect(high[0].other).toBeCloseTo(0.01, 2);
    expect(high[1]).toMatchObject({ beyond: 0.001, real: 0.001, other: 0 });
  });
});

describe('findLostSpikes', () => {
  it('tells a spike that was smeared over near values from one that went missing', () => {
    const real = draw(hours);
    const smeared = draw(() => {
      const value = hours();
      return value === 40 ? 39 + random.int(3) : value;
    });
    const gone = draw(() => Math.round(40 + 12 * random.normal()) + (random.float() < 0.4 ? 20 : 0)).filter(
      (value) => value !== 40,
    );
    expect(findLostSpikes(real, smeared, 1)).toMatchObject({ blurred: 1, missing: 0 });
    expect(findLostSpikes(real, gone, 1).missing).toBeGreaterThanOrEqual(1);
  });

  it('takes values for the same that are less than half a step apart', () => {
    const real = draw(hours);
    expect(
      findLostSpikes(
        real,
        draw(() => hours() + 1e-9),
        1,
      ),
    ).toMatchObject({ blurred: 0, missing: 0 });
  });
});

describe('findLostModes', () => {
  const real = numbers('n', [...draw(twoPeaks)], 2);
  const bins = makeBins(real);
  const counts = (values: Float64Array) => countInBins(numbers('n', [...values], 2), bins ?? expect.fail());

  it('sees that two peaks have run together', () => {
    const broad = draw(() => 3 + 3.2 * random.normal());
    expect(findLostModes(counts(draw(twoPeaks)), counts(broad))).toEqual({ valleys: 1, filled: 1 });
  });

  it('finds no valley in one peak, nor between bumps that chance explains', () => {
    const flat = Float64Array.of(100, 108, 96, 103, 99, 105);
    expect(findLostModes(flat, flat)).toEqual({ valleys: 0, filled: 0 });
    expect(findLostModes(new Float64Array(3), flat)).toEqual({ valleys: 0, filled: 0 });
  });
});

describe('compareVariance', () => {
  it('says that values are drawn together, unless there are too few to tell', () => {
    const real = draw(() => random.normal());
    const narrow = draw(() => 0.7 * random.normal());
    expect(compareVariance(real, narrow)).toMatchObject({ narrow: true });
    // Of a normal variable and 0.7 times it, both winsorised at ±1.645: 0.474 / 0.831.
    expect(compareVariance(real, narrow).ratio).toBeCloseTo(0.57, 1);
    expect(
      compareVariance(
        real.filter((_, row) => row % 500 === 0),
        narrow,
      ).narrow,
    ).toBe(false);
  });

  it('is not defined for a constant column', () => {
    expect(compareVariance(Float64Array.of(2, 2), Float64Array.of(2, 2))).toEqual({
      ratio: Number.NaN,
      narrow: false,
    });
  });
});

describe('rows of the same distribution', () => {
  it('have lost nothing, in a hundred tries each', () => {
    for (const value of [heavy, twoPeaks, hours, () => random.normal()]) {
      const real = draw(value);
      const column = numbers('n', [...real], 2);
      const bins = makeBins(column) ?? expect.fail();
      const counts = countInBins(column, bins);
      for (let attempt = 0; attempt < 100; attempt++) {
        const fresh = draw(value, 1000);
        const { blurred, missing } = findLostSpikes(real, fresh, 0.01);
        expect(lostTails(real, fresh)).toEqual({ low: false, high: false });
        expect(blurred + missing).toBe(0);
        expect(findLostModes(counts, countInBins(numbers('n', [...fresh], 2), bins)).filled).toBe(0);
        expect(compareVariance(real, fresh).narrow).toBe(false);
      }
    }
  });
});
