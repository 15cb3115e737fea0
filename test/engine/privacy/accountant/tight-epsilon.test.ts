import { describe, expect, test } from 'vitest';
import { neededTightSigma } from '../../../../src/engine/privacy/accountant/calibrate';
import { transform } from '../../../../src/engine/privacy/accountant/loss-distribution/fourier';
import {
  tightDelta,
  tightEpsilon,
} from '../../../../src/engine/privacy/accountant/loss-distribution/tight-epsilon';
import { normalCdf } from '../../../../src/engine/models/gaussian-copula/normal-distribution';
import { RandomStream } from '../../../../src/engine/random';

describe('the privacy-loss distribution of sampled Gaussian steps', () => {
  test.each([
    [0.01, 0.7, 120, 2.4612381],
    [1, 0.7, 2, 10.1225],
    [0.01, 0.67379295, 1, 1],
  ])('q = %d, σ = %d, %d steps at δ = 1e-5 is ε = %d', (rate, sigma, steps, expected) => {
    expect(Math.abs(tightEpsilon([{ rate, sigma, steps }], 1e-5) / expected - 1)).toBeLessThan(5e-6);
  });

  test.each([
    [0.04, 1.5, 2249, 6.7774],
    [0.01, 1, 1000, 1.83837],
  ])('q = %d, σ = %d, %d steps: less than the %d of PRV, which allows itself .01 and more', (...vector) => {
    const [rate, sigma, steps, prv] = vector;
    const epsilon = tightEpsilon([{ rate, sigma, steps }], 1e-5);
    expect(epsilon).toBeLessThan(prv);
    expect(epsilon).toBeGreaterThan(prv - 0.011);
  });

  test('q = .2, σ = .5, 3 steps at ε = 1 is δ = .15594', () => {
    expect(tightDelta([{ rate: 0.2, sigma: 0.5, steps: 3 }], 1)).toBeCloseTo(0.15594, 4);
  });

  test('Gaussian noise on all rows is never better than it is, and nearly that (Balle & Wang 2018)', () => {
    for (const [sigma, epsilon] of [
      [1, 1],
      [3, 0.5],
      [0.6, 4],
    ]) {
      const exact =
        normalCdf(0.5 / sigma - epsilon * sigma) -
        Math.exp(epsilon) * normalCdf(-0.5 / sigma - epsilon * sigma);
      const delta = tightDelta([{ rate: 1, sigma, steps: 1 }], epsilon);
      expect(delta).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
      expect(delta).toBeLessThan(exact * (1 + 1e-6));
    }
  });

  test('different mechanisms compose: Gaussian noise twice is once with σ / √2', () => {
    const twice = [
      { rate: 1, sigma: 2, steps: 1 },
      { rate: 1, sigma: 2, steps: 1 },
    ];
    const once = [{ rate: 1, sigma: Math.SQRT2, steps: 1 }];
    expect(tightEpsilon(twice, 1e-5) / tightEpsilon(once, 1e-5)).toBeCloseTo(1, 6);
  });

  test('2,000 steps at q = .04 need less than the σ = 1.2915 of PRV for ε = 8, as its ε may be .01 too large', () => {
    const sigma = neededTightSigma({ epsilon: 8, delta: 1e-5 }, { rate: 0.04, steps: 2000 });
    expect(sigma).toBeLessThan(1.2915);
    // dp-accounting's privacy-loss distribution makes it ε = 7.9998.
    expect(sigma).toBeCloseTo(1.28999, 4);
  }, 120_000);
});

test('the Fourier transform turns an impulse into a wave and back', () => {
  const random = new RandomStream(1, 'fourier');
  const n = 64;
  const real = Float64Array.from({ length: n }, () => random.float());
  const numbers = { real: real.slice(), imaginary: new Float64Array(n) };
  transform(numbers);
  const expected = real.reduce((sum, value, i) => sum + value * Math.cos((2 * Math.PI * 5 * i) / n), 0);
  expect(numbers.real[5]).toBeCloseTo(expected, 12);
  transform(numbers);
  real.forEach((value, i) => expect(numbers.real[(n - i) % n] / n).toBeCloseTo(value, 12));
});
