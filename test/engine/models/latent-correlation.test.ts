import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hermiteCoefficients,
  latentCorrelation,
  scoreCorrelation,
} from '../../../src/engine/models/gaussian-copula/latent-correlation';
import { normalQuantile } from '../../../src/engine/models/gaussian-copula/normal-distribution';

/** Steps of so many rows each, scored in the middle. */
function stepsOf(...counts: number[]) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = Float64Array.from(counts, (count) => count / total);
  let sum = 0;
  const upTo = Float64Array.from(counts, (count) => (sum += count) / total);
  return {
    shares,
    bounds: upTo.map(normalQuantile),
    scores: upTo.map((share, code) => (shares[code] > 0 ? normalQuantile(share - shares[code] / 2) : 0)),
  };
}

const manySteps = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 });
const coefficientsOf = (counts: number[]) => hermiteCoefficients(stepsOf(...counts));

describe('the correlation behind steps', () => {
  it('of halves follows the arcsine law (Sheppard 1899)', () => {
    const halves = coefficientsOf([1, 1]);
    for (const latent of [-0.8, -0.3, 0.1, 0.5, 0.7]) {
      const expected = (2 / Math.PI) * Math.asin(latent);
      expect(Math.abs(scoreCorrelation(halves, halves, latent) - expected)).toBeLessThan(1e-3);
      expect(Math.abs(latentCorrelation(halves, halves, expected) - latent)).toBeLessThan(2e-3);
    }
  });

  it('is that of the cells of a bivariate normal, computed by SciPy', () => {
    const a = coefficientsOf([2, 5, 3]);
    const b = coefficientsOf([7, 13]);
    expect(Math.abs(scoreCorrelation(a, b, 0.6) - 0.433518546019832)).toBeLessThan(1e-6);
    expect(Math.abs(latentCorrelation(a, b, 0.433518546019832) - 0.6)).toBeLessThan(1e-5);
  });

  it('is close to the scores’ own where steps are fine', () => {
    const fine = coefficientsOf(Array.from({ length: 200 }, () => 1));
    expect(Math.abs(latentCorrelation(fine, fine, 0.6) - 0.6)).toBeLessThan(0.002);
  });

  it('brings equal columns as close as may be', () => {
    const halves = coefficientsOf([3, 2]);
    expect(latentCorrelation(halves, halves, 1)).toBeGreaterThan(0.999);
  });

  it('is never weaker than the scores’, keeps their sign, and leads back to them', () => {
    fc.assert(
      fc.property(manySteps, manySteps, fc.double({ min: -0.95, max: 0.95, noNaN: true }), (a, b, latent) => {
        fc.pre([a, b].every((counts) => counts.filter((count) => count > 0).length > 1));
        const [first, second] = [coefficientsOf(a), coefficientsOf(b)];
        const blurred = scoreCorrelation(first, second, latent);
        expect(Math.abs(blurred)).toBeLessThanOrEqual(Math.abs(latent) + 1e-9);
        const found = latentCorrelation(first, second, blurred);
        expect(Math.abs(scoreCorrelation(first, second, found) - blurred)).toBeLessThan(1e-3);
      }),
    );
  });
});
