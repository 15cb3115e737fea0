import { describe, expect, it } from 'vitest';
import { joinColumns } from '../../../src/evaluation/align-tables';
import { expectedMeanSquare, propensityRatio } from '../../../src/evaluation/detection/propensity-score';
import { categories, numbers, silent } from '../make-tables';
import { golden, makeRows } from './samples';

function ratioOf(seeds: readonly [number, number], shift = 0) {
  const real = makeRows(1000, seeds[0]).columns;
  const synthetic = makeRows(1000, seeds[1], { shift }).columns;
  const columns = [0, 1, 3].map((at) => joinColumns(real[at], synthetic[at]));
  return propensityRatio(columns, new Uint8Array(2000).fill(1, 1000), silent.yieldControl);
}

describe('expectedMeanSquare', () => {
  it('is (k − 1)(1 − c)²c / N', () => {
    expect(expectedMeanSquare(10, 0.5, 2000)).toBeCloseTo(6.25e-4, 12);
  });
});

describe('propensityRatio', () => {
  it('is what scikit-learn’s logistic regression gives, with missing cells and categories', async () => {
    const { amount, plan, labels, ratio, terms } = golden.propensity;
    const columns = [numbers('amount', amount, 1), categories('plan', plan)];
    const found = await propensityRatio(columns, Uint8Array.from(labels), silent.yieldControl);
    expect(found?.terms).toBe(terms);
    expect(Math.abs((found?.ratio.value ?? 0) - ratio)).toBeLessThan(1e-3);
  });

  it('is about 2 for two samples of one source, and its interval holds that 19 times of 20', async () => {
    const found = await Promise.all(Array.from({ length: 60 }, (_, i) => ratioOf([2 * i + 1, 2 * i + 2])));
    const ratios = found.map((figures) => figures?.ratio ?? { value: 0, interval: null });
    const mean = ratios.reduce((sum, ratio) => sum + ratio.value, 0) / ratios.length;
    expect(Math.abs(mean - 2)).toBeLessThan(0.5);
    const held = ratios.filter(({ interval }) => interval && interval.low <= 2 && interval.high >= 2);
    expect(held.length).toBeGreaterThanOrEqual(54);
  });

  it('rises where a column is shifted', async () => {
    expect((await ratioOf([1, 2], 0.5))?.ratio.interval?.low).toBeGreaterThan(10);
  });

  it('is not there where no column varies, or there are fewer than ten rows to a term', async () => {
    const labels = Uint8Array.of(0, 0, 1, 1);
    const constant = [numbers('one', [1, 1, 1, 1]), categories('c', ['a', 'a', 'a', 'a'])];
    expect(await propensityRatio(constant, labels, silent.yieldControl)).toBeNull();
    expect(await propensityRatio([numbers('n', [1, 2, 3, 4])], labels, silent.yieldControl)).toBeNull();
  });
});
