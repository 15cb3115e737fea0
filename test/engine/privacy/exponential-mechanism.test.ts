import { expect, test } from 'vitest';
import { exponentialMechanism } from '../../../src/engine/privacy/exponential-mechanism';
import { seededNoise } from './seeded-noise';

test('chooses among scores 10, 5 and 0 with the probabilities .918423, .075389 and .006188 at ε = 1', () => {
  const noise = seededNoise(1);
  const draws = 60_000;
  const counts = [0, 0, 0];
  for (let i = 0; i < draws; i++) counts[exponentialMechanism([10, 5, 0], 1, noise)]++;
  [0.918423, 0.075389, 0.006188].forEach((p, i) => {
    expect(Math.abs(counts[i] / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  });
});

test('a sensitivity of 2 halves what the scores count for', () => {
  const choices = (scores: number[], sensitivity: number) => {
    const noise = seededNoise(2);
    return Array.from({ length: 50 }, () => exponentialMechanism(scores, 1, noise, sensitivity));
  };
  expect(choices([20, 10, 0], 2)).toEqual(choices([10, 5, 0], 1));
});

test('scores that are no numbers, and none at all, are refused', () => {
  const noise = seededNoise(3);
  expect(() => exponentialMechanism([], 1, noise)).toThrow(RangeError);
  expect(() => exponentialMechanism([1, Number.NaN], 1, noise)).toThrow(RangeError);
});
