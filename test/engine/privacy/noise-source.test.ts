import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/engine/models/gaussian-copula/normal-distribution';
import { secureNoise } from '../../../src/engine/privacy/noise-source';
import { bernoulli } from '../../../src/engine/privacy/noise/bernoulli';
import { gridDeviation } from '../../../src/engine/privacy/noise/grid-gaussian';
import { RandomBits } from '../../../src/engine/privacy/noise/random-bits';
import { seededNoise } from './seeded-noise';

/** Σ (seen − expected)² / expected over what is expected ten times or more, the rest together, in its standard deviations. */
function chiSquareExcess(draws: readonly number[], probability: (value: number) => number): number {
  const seen = new Map<number, number>();
  for (const value of draws) seen.set(value, (seen.get(value) ?? 0) + 1);
  let sum = 0;
  let cells = 0;
  let restSeen = draws.length;
  let restExpected = draws.length;
  for (let value = -200; value <= 200; value++) {
    const expected = draws.length * probability(value);
    if (expected < 10) continue;
    const count = seen.get(value) ?? 0;
    sum += (count - expected) ** 2 / expected;
    cells++;
    restSeen -= count;
    restExpected -= expected;
  }
  if (restExpected >= 10) {
    sum += (restSeen - restExpected) ** 2 / restExpected;
    cells++;
  }
  return (sum - (cells - 1)) / Math.sqrt(2 * (cells - 1));
}

function gaussianMass(sigma: number): (value: number) => number {
  let total = 0;
  for (let z = -400; z <= 400; z++) total += Math.exp((-z * z) / (2 * sigma * sigma));
  return (value) => Math.exp((-value * value) / (2 * sigma * sigma)) / total;
}

describe('discrete Gaussian noise', () => {
  test('has the probabilities .398942, .241971 and .053991 of 0, 1 and 2 at σ = 1', () => {
    const mass = gaussianMass(1);
    expect([mass(0), mass(1), mass(2)].map((p) => p.toFixed(6))).toEqual([
      '0.398942',
      '0.241971',
      '0.053991',
    ]);
  });

  test.each([0.3, 1, 2.5, 7.00637, 30])('is distributed as it should be at σ = %d', (sigma) => {
    const noise = seededNoise(1, `gaussian ${sigma}`);
    const draws = Array.from({ length: 60_000 }, () => noise.discreteGaussian(sigma));
    expect(chiSquareExcess(draws, gaussianMass(sigma))).toBeLessThan(4);
  });

  test('is refused for sizes that are no noise', () => {
    const noise = seededNoise(1);
    for (const sigma of [0, -1, Number.NaN, Infinity]) {
      expect(() => noise.discreteGaussian(sigma)).toThrow(RangeError);
    }
  });
});

describe('discrete Laplace noise', () => {
  test.each([0.4, 1, 6.25])('is distributed as it should be at scale %d', (scale) => {
    const noise = seededNoise(2, `laplace ${scale}`);
    const draws = Array.from({ length: 60_000 }, () => noise.discreteLaplace(scale));
    const q = Math.exp(-1 / scale);
    expect(chiSquareExcess(draws, (value) => ((1 - q) / (1 + q)) * q ** Math.abs(value))).toBeLessThan(4);
  });
});

describe('an exact coin', () => {
  test('goes on beyond floating point where the first bits do not decide', () => {
    // The first 53 bits are those of 1/3; the words after them lie above what is left, or below.
    const third = Math.floor(2 ** 53 / 3);
    const first = [Math.floor(third / 2 ** 26) * 32, (third % 2 ** 26) * 64];
    const isHeads = (next: number) => {
      const words = [...first, next];
      const bits = new RandomBits((out) => out.set(words.splice(0, words.length)));
      const probability = {
        approximate: 1 / 3,
        margin: 0,
        exact: () => ({ numerator: 1n, denominator: 3n }),
      };
      return bernoulli(bits, probability);
    };
    expect(isHeads(0)).toBe(true);
    expect(isHeads(2 ** 32 - 1)).toBe(false);
  });

  test.each([0, 0.2, 1, 3.7])('falls with probability exp(−%d)', (x) => {
    const noise = seededNoise(3, `coin ${x}`);
    let heads = 0;
    for (let i = 0; i < 40_000; i++) heads += Number(noise.bernoulliExp(x));
    const p = Math.exp(-x);
    expect(Math.abs(heads / 40_000 - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / 40_000));
  });
});

describe('Gaussian noise on a grid', () => {
  test('is standard normal in units of σ, to the distance of Kolmogorov and Smirnov', () => {
    const values = new Float64Array(200_000);
    seededNoise(4).addGaussian(values, 3.5);
    values.sort();
    let distance = 0;
    values.forEach((value, i) => {
      distance = Math.max(distance, Math.abs(normalCdf(value / 3.5) - (i + 0.5) / values.length));
    });
    expect(distance * Math.sqrt(values.length)).toBeLessThan(1.63);
  });

  test('has the moments of the Gaussian and independent neighbours', () => {
    const n = 400_000;
    const values = new Float64Array(n);
    seededNoise(5).addGaussian(values, 1);
    let [mean, square, fourth, neighbours] = [0, 0, 0, 0];
    values.forEach((value, i) => {
      mean += value / n;
      square += value ** 2 / n;
      fourth += value ** 4 / n;
      neighbours += (value * values[(i + 1) % n]) / n;
    });
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
    expect(Math.abs(neighbours)).toBeLessThan(4 / Math.sqrt(n));
  });

  test('leaves whole steps of the grid, whatever the values were', () => {
    const grid = 1 / gridDeviation;
    const values = Float64Array.from({ length: 1000 }, (_, i) => i * 0.37 * Math.PI);
    seededNoise(6).addGaussian(values, 1);
    for (const value of values) expect(Math.abs(value / grid - Math.round(value / grid))).toBeLessThan(1e-6);
  });
});

describe('a Poisson sample', () => {
  test('takes rows one by one at the rate, so that its size varies', () => {
    const noise = seededNoise(7);
    const sizes = Array.from({ length: 400 }, () => noise.poissonRows(1000, 0.03).length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length;
    expect(Math.abs(mean - 30)).toBeLessThan(4 * Math.sqrt(29.1 / 400));
    expect(variance / 29.1).toBeGreaterThan(0.75);
    expect(variance / 29.1).toBeLessThan(1.3);
  });

  test('takes every row at rate 1 and none at rate 0', () => {
    expect(seededNoise(8).poissonRows(5, 1)).toEqual(Uint32Array.of(0, 1, 2, 3, 4));
    expect(seededNoise(8).poissonRows(5, 0)).toHaveLength(0);
  });
});

test('the secure source draws other noise every time', () => {
  const draw = () => Array.from({ length: 8 }, () => secureNoise().discreteGaussian(1e6));
  expect(draw()).not.toEqual(draw());
});
