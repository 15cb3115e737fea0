import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { bootstrap, combine, figureOf, percentiles } from '../../../src/evaluation/utility/bootstrap';

const rows = 400;
const random = new RandomStream(3, 'values');
const values = Float64Array.from({ length: rows }, () => random.normal());
const mean = (weights: Uint8Array) =>
  weights.reduce((sum, weight, row) => sum + weight * values[row], 0) / rows;
const draw = (statistics: Parameters<typeof bootstrap>[1]) =>
  bootstrap(rows, statistics, new RandomStream(1, 'draws'), () => Promise.resolve());

describe('the bootstrap', () => {
  it('gives a mean the interval that the normal approximation gives it, as near as 200 draws come', async () => {
    const { value, interval } = figureOf((await draw([mean]))[0]);
    const deviation = Math.sqrt(values.reduce((sum, own) => sum + (own - value) ** 2, 0) / (rows - 1));
    const half = (1.96 * deviation) / Math.sqrt(rows);
    expect(value).toBeCloseTo(values.reduce((sum, own) => sum + own, 0) / rows, 12);
    expect(Math.abs((interval?.low ?? NaN) - (value - half))).toBeLessThan(half / 2.5);
    expect(Math.abs((interval?.high ?? NaN) - (value + half))).toBeLessThan(half / 2.5);
  });

  it('draws the same rows for all statistics, so what they share cancels out', async () => {
    const results = await draw([mean, (weights) => mean(weights) + 0.5]);
    const { value, interval } = figureOf(combine(results, (first, second) => second - first));
    expect(value).toBeCloseTo(0.5, 12);
    expect(interval?.low).toBeCloseTo(0.5, 12);
    expect(interval?.high).toBeCloseTo(0.5, 12);
  });

  it('has no interval where hardly a resample has a value', () => {
    expect(percentiles(new Float64Array(200).fill(Number.NaN), 0.025)).toBeNull();
  });

  it('interpolates percentiles as numpy does', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(percentiles(values, 0.025)).toEqual({ low: 2.5, high: 97.5 });
  });
});
