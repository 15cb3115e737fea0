import { afterEach, describe, expect, it } from 'vitest';
import { describeFigure, stripDomain } from '../../../src/ui/charts/strip';
import { speak } from '../../../src/words';

afterEach(() => speak('en'));

const figure = (value: number, low = value, high = value) => ({ value, interval: { low, high } });

describe('the stretch that a strip shows', () => {
  it('is the smallest round part of the range, from the ideal on, that holds all marks', () => {
    const strip = { ideal: 0, range: [0, 1], synthetic: figure(0.03, 0.02, 0.04), holdout: null } as const;
    expect(stripDomain(strip)).toEqual([0, 0.05]);
    expect(stripDomain({ ...strip, holdout: figure(0.06) })).toEqual([0, 0.1]);
    expect(stripDomain({ ...strip, synthetic: figure(0.9) })).toEqual([0, 1]);
  });

  it('reaches down from an ideal at the top', () => {
    const strip = { ideal: 1, range: [0, 1], synthetic: figure(0.97), holdout: null } as const;
    expect(stripDomain(strip)).toEqual([0.95, 1]);
  });

  it('is as wide on both sides of an ideal inside the range', () => {
    const strip = { ideal: 0.5, range: [0, 1], synthetic: figure(0.53, 0.5, 0.56), holdout: null } as const;
    expect(stripDomain(strip)[0]).toBeCloseTo(0.4, 12);
    expect(stripDomain(strip)[1]).toBeCloseTo(0.6, 12);
  });

  it('is small where the range goes into the thousands and the marks are near the ideal', () => {
    const strip = { ideal: 1, range: [0, 2000], synthetic: figure(1.2), holdout: figure(0.9) } as const;
    expect(stripDomain(strip)[0]).toBeLessThan(0.5);
    expect(stripDomain(strip)[1]).toBeLessThan(3);
  });

  it('is the whole range where all that is told is the ideal', () => {
    const strip = { ideal: 0, range: [0, 6], synthetic: figure(0), holdout: figure(0) } as const;
    expect(stripDomain(strip)).toEqual([0, 6]);
  });

  it('goes a little beyond the marks where the range has no end', () => {
    const strip = {
      ideal: Infinity,
      range: [1, Infinity],
      synthetic: figure(4),
      holdout: figure(6),
    } as const;
    const [low, high] = stripDomain(strip);
    expect(low).toBeLessThan(4);
    expect(high).toBeGreaterThan(6);
  });

  it('is never empty', () => {
    const strip = { ideal: 0, range: [0, 0], synthetic: figure(NaN), holdout: null } as const;
    const [low, high] = stripDomain(strip);
    expect(high).toBeGreaterThan(low);
  });
});

it('a figure is told with its interval, and its absence too', () => {
  expect(describeFigure(figure(0.53, 0.51, 0.55))).toBe('0.53, between 0.51 and 0.55');
  expect(describeFigure({ value: 12.34, interval: null })).toBe('12.3');
  expect(describeFigure({ value: NaN, interval: null })).toBe('not measured');
  speak('de');
  expect(describeFigure(figure(0.53, 0.51, 0.55))).toBe('0,53, zwischen 0,51 und 0,55');
});
