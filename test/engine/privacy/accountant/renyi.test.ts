import { describe, expect, test } from 'vitest';
import { affordableRho, neededSigma } from '../../../../src/engine/privacy/accountant/calibrate';
import { epsilonAtOrder, spentEpsilon } from '../../../../src/engine/privacy/accountant/renyi';
import { subsampledGaussianRdp } from '../../../../src/engine/privacy/accountant/subsampled-gaussian';

function sampledSteps(rate: number, sigma: number, steps: number) {
  return { rho: 0, sampled: [{ rate, sigma, steps }] };
}

describe('the Rényi divergence of sampled Gaussian steps', () => {
  test.each([
    [5, 2.18075656e-3],
    [50, 2.38460375e-2],
    [100, 167.416308],
  ])('of order %d is what TensorFlow Privacy computes, q = .01, σ = 2.5, 50 steps', (order, expected) => {
    expect((50 * subsampledGaussianRdp(0.01, 2.5, order)) / expected).toBeCloseTo(1, 8);
  });

  test('is α / 2σ² when every unit takes part in every step', () => {
    expect(subsampledGaussianRdp(1, 0.7, 3.3)).toBeCloseTo(3.3 / 0.98, 12);
  });

  test.each([
    [0.01, 0.7],
    [0.2, 0.5],
    [0.03, 4],
  ])('runs smoothly through the orders between whole ones, q = %d, σ = %d', (rate, sigma) => {
    for (const order of [2, 5, 20, 31, 40]) {
      const whole = subsampledGaussianRdp(rate, sigma, order);
      expect(subsampledGaussianRdp(rate, sigma, order + 1e-9) / whole).toBeCloseTo(1, 5);
      expect(subsampledGaussianRdp(rate, sigma, order + 0.5)).toBeGreaterThan(whole);
    }
  });
});

describe('ε of sampled Gaussian steps', () => {
  test.each([
    [0.04, 1.5, 2250, 1e-5, 3.9, 7.32911],
    [0.0025, 1.3, 6000, 1e-5, 19, 0.7242234],
    [0.001, 1, 30_000, 1e-7, 13, 1.4154989],
    [1, 0.7, 2, 1e-5, 3.3, 10.8602],
    [0.01, 1, 1000, 1e-5, 7.8, 2.10137],
  ])('q = %d, σ = %d, %d steps, δ = %d: order %d gives %d', (rate, sigma, steps, delta, order, expected) => {
    const spending = sampledSteps(rate, sigma, steps);
    const lastDigit = 10 ** -expected.toString().split('.')[1].length;
    expect(Math.abs(epsilonAtOrder(spending, order, delta) - expected)).toBeLessThan(lastDigit);
    // All real orders are looked at, so the best is somewhat better.
    expect(spentEpsilon(spending, delta)).toBeLessThanOrEqual(expected);
    expect(spentEpsilon(spending, delta)).toBeGreaterThan(0.998 * expected);
  });

  test('the series that dp-accounting cuts off gives 3.2392676, by 8e-5 too much, q = .01, σ = .7, 120 steps', () => {
    const ofOrder = epsilonAtOrder(sampledSteps(0.01, 0.7, 120), 4.4, 1e-5);
    // The integral by adaptive quadrature (SciPy) gives 3.23919219393.
    expect(ofOrder).toBeCloseTo(3.23919219393, 9);
    expect(ofOrder).toBeLessThan(3.2392676);
  });

  test('2,000 steps at q = .04 need σ = 1.3562 for ε = 8, and σ gives the ε back', () => {
    const sigma = neededSigma({ epsilon: 8, delta: 1e-5 }, { rate: 0.04, steps: 2000 });
    expect(Math.abs(sigma - 1.3562)).toBeLessThan(1e-4);
    const epsilon = spentEpsilon(sampledSteps(0.04, sigma, 2000), 1e-5);
    expect(epsilon).toBeLessThanOrEqual(8);
    expect(epsilon).toBeGreaterThan(7.999);
  });

  test('what is spent on the side raises the noise, and all of the budget leaves none for steps', () => {
    const guarantee = { epsilon: 3, delta: 1e-5 };
    const plan = { rate: 0.03, steps: 500 };
    const rho = affordableRho(guarantee);
    expect(neededSigma(guarantee, plan, rho / 2)).toBeGreaterThan(neededSigma(guarantee, plan));
    expect(() => neededSigma(guarantee, plan, 1.001 * rho)).toThrow(RangeError);
  });

  test('nothing spent is ε = 0', () => {
    expect(spentEpsilon({ rho: 0, sampled: [] }, 1e-5)).toBe(0);
    expect(spentEpsilon(sampledSteps(0.01, 1, 0), 1e-5)).toBe(0);
  });
});

describe('zero-concentrated privacy', () => {
  test.each([
    [0.1, 1e-6, 2.141938928],
    [0.5, 1e-5, 4.728386985],
  ])('ρ = %d at δ = %d is ε = %d', (rho, delta, epsilon) => {
    expect(spentEpsilon({ rho, sampled: [] }, delta)).toBeCloseTo(epsilon, 8);
  });

  test.each([
    [1, 1e-5, 0.030556595],
    [3, 1e-5, 0.224249168],
    [0.5, 1e-5, 0.0085055306],
    [10, 1e-5, 1.7826957],
    [1, 1e-9, 0.014973057674],
  ])('ε = %d at δ = %d affords ρ = %d', (epsilon, delta, rho) => {
    expect(affordableRho({ epsilon, delta }) / rho).toBeCloseTo(1, 7);
  });

  test.each([
    [1, 7.00637],
    [3, 2.5863078],
  ])('a third of it, for ε = %d, is noise of σ = %d on all one-way counts', (epsilon, sigma) => {
    const rho = affordableRho({ epsilon, delta: 1e-5 });
    expect(Math.sqrt(3 / (2 * rho)) / sigma).toBeCloseTo(1, 6);
  });
});
