import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalCdf,
  normalDensity,
  normalQuantile,
} from '../../../src/engine/models/gaussian-copula/normal-distribution';

describe('the standard normal distribution', () => {
  // scipy.stats.norm.cdf (SciPy 1.x).
  it.each([
    [-37, 5.7255712225239266e-300],
    [-10, 7.61985302416047e-24],
    [-8, 6.22096057427174e-16],
    [-3, 0.0013498980316300933],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [1.96, 0.9750021048517795],
    [5, 0.9999997133484281],
  ])('holds, up to %d, the share that SciPy gives', (z, share) => {
    expect(Math.abs(normalCdf(z) - share)).toBeLessThan(1e-15);
    expect(Math.abs(normalCdf(z) / share - 1)).toBeLessThan(1e-7);
  });

  // scipy.stats.norm.ppf.
  it.each([
    [1e-300, -37.0470962993612],
    [1e-10, -6.361340902404056],
    [0.025, -1.9599639845400545],
    [0.1, -1.2815515655446004],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.999, 3.090232306167813],
  ])('has at the share %d the quantile that SciPy gives', (share, z) => {
    expect(Math.abs(normalQuantile(share) - z)).toBeLessThan(1e-12);
  });

  it('has quantiles that undo its shares, and a density that is their slope', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-6);
        const slope = (normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5;
        expect(Math.abs(slope - normalDensity(z))).toBeLessThan(1e-6);
      }),
    );
  });

  it('reaches infinity at the ends alone', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });
});
