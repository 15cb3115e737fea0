import { describe, expect, it } from 'vitest';
import { defaultLinearOptions, fitLogistic, fitRidge } from '../../../src/evaluation/learners/linear';
import { categories, numbers } from '../make-tables';
import { columns, golden, largestDifference, testRows, trainRows } from './golden';

/** To the bottom, as the reference was. */
const exact = { ...defaultLinearOptions, tolerance: 1e-9, mostSteps: 1000 };
const noWait = () => Promise.resolve();

describe('fitLogistic', () => {
  for (const [name, count] of [
    ['binary', 2],
    ['three', 3],
  ] as const) {
    it(`gives ${count} classes the probabilities of scikit-learn`, async () => {
      const target = Float64Array.from(golden.targets[name]);
      const model = await fitLogistic(columns, trainRows, target, { ...exact, count }, noWait);
      expect(largestDifference(model.predict(columns, testRows), golden.linear[name])).toBeLessThan(1e-6);
    });
  }

  it('predicts the share of a class where there is nothing to learn from', async () => {
    const target = Float64Array.of(0, 1, 1, 1);
    const rows = Uint32Array.from(target.keys());
    const useless = [categories('c', ['a', 'a', 'a', 'a']), numbers('n', [null, null, null, null])];
    for (const given of [[], useless]) {
      const model = await fitLogistic(given, rows, target, { ...defaultLinearOptions, count: 2 }, noWait);
      expect(model.predict(given, Uint32Array.of(0))[0]).toBeCloseTo(0.75, 5);
    }
  });

  it('learns classes that are apart without running away', async () => {
    const column = numbers('x', [1, 2, 3, 4]);
    const target = Float64Array.of(0, 0, 1, 1);
    const rows = Uint32Array.from(target.keys());
    const model = await fitLogistic([column], rows, target, { ...defaultLinearOptions, count: 2 }, noWait);
    const [least, , , most] = model.predict([column], rows);
    expect(least).toBeLessThan(0.3);
    expect(least).toBeCloseTo(1 - most, 5);
  });
});

describe('fitRidge', () => {
  it('predicts the amounts of scikit-learn', async () => {
    const target = Float64Array.from(golden.targets.amount);
    const model = await fitRidge(columns, trainRows, target, exact, noWait);
    expect(largestDifference(model.predict(columns, testRows), golden.linear.amount)).toBeLessThan(1e-6);
  });

  it('predicts the mean of constant amounts, of one and of none', async () => {
    const column = numbers('x', [1, 2]);
    for (const rows of [Uint32Array.of(0, 1), Uint32Array.of(0), new Uint32Array(0)]) {
      const model = await fitRidge([column], rows, Float64Array.of(5, 5), defaultLinearOptions, noWait);
      expect(model.predict([column], Uint32Array.of(1))[0]).toBeCloseTo(rows.length === 0 ? 0 : 5);
    }
  });
});
