import { describe, expect, it } from 'vitest';
import {
  type BoostedModel,
  defaultBoostingOptions,
  fitBoosting,
} from '../../../src/evaluation/learners/gradient-boosting';
import type { LearningTask } from '../../../src/evaluation/learners/objectives';
import { categories, numbers } from '../make-tables';
import { columns, golden, largestDifference, testRows, trainRows } from './golden';

const tasks = {
  binary: { kind: 'classes', count: 2 },
  three: { kind: 'classes', count: 3 },
  amount: { kind: 'amount' },
} satisfies Record<string, LearningTask>;
const noWait = () => Promise.resolve();

function fitAsReference(name: keyof typeof tasks, rounds: number): Promise<BoostedModel> {
  const minChildWeight = name === 'amount' ? 20.5 : 5.1;
  const options = { ...defaultBoostingOptions, task: tasks[name], depth: 3, rounds, minChildWeight };
  return fitBoosting(columns, trainRows, Float64Array.from(golden.targets[name]), options, noWait);
}

describe('fitBoosting', () => {
  for (const name of ['binary', 'three', 'amount'] as const) {
    it.each([1, 10])(`predicts ${name} as XGBoost does after %d rounds`, async (rounds) => {
      const model = await fitAsReference(name, rounds);
      const difference = largestDifference(
        model.predict(columns, testRows),
        golden.boosted[`${name}${rounds}`],
      );
      // XGBoost computes in single precision.
      expect(difference).toBeLessThan(name === 'amount' ? 1e-5 : 1e-6);
    });
  }

  it('gives away control while it learns', async () => {
    const rows = Uint32Array.from({ length: 100_000 }, (_, row) => row);
    const column = numbers(
      'x',
      Array.from(rows, (row) => row % 977),
    );
    const target = Float64Array.from(rows, (row) => row % 2);
    let turns = 0;
    const options = { ...defaultBoostingOptions, rounds: 40 };
    await fitBoosting([column], rows, target, options, () => Promise.resolve(void turns++));
    expect(turns).toBeGreaterThan(1);
  });

  it('finds the column that matters and none of the others', async () => {
    const useful = numbers('useful', [1, 2, 3, 4, 5, 6, 7, 8]);
    const constant = categories('constant', new Array<string>(8).fill('a'));
    const missing = numbers('missing', new Array<null>(8).fill(null));
    const target = Float64Array.of(0, 0, 0, 0, 10, 10, 10, 10);
    const rows = Uint32Array.from(target.keys());
    const options = { ...defaultBoostingOptions, task: { kind: 'amount' } as const };
    const model = await fitBoosting([constant, useful, missing], rows, target, options, noWait);
    expect(model.gains[1]).toBeGreaterThan(0);
    expect([model.gains[0], model.gains[2]]).toEqual([0, 0]);
    expect(largestDifference(model.predict([constant, useful, missing], rows), [...target])).toBeLessThan(
      0.01,
    );
  });

  it('predicts the share of a class where there is nothing to learn from', async () => {
    const target = Float64Array.of(0, 1, 1, 1);
    const rows = Uint32Array.from(target.keys());
    const model = await fitBoosting([], rows, target, defaultBoostingOptions, noWait);
    expect(model.predict([], Uint32Array.of(0))[0]).toBeCloseTo(0.75);
  });

  it('treats categories that it has not seen as missing', async () => {
    const column = categories('c', ['a', 'a', 'b', 'b', null, null, 'new']);
    const target = Float64Array.of(0, 0, 0, 0, 1, 1, 0);
    const options = { ...defaultBoostingOptions, minChildWeight: 0 };
    const model = await fitBoosting([column], Uint32Array.of(0, 1, 2, 3, 4, 5), target, options, noWait);
    const [a, missing, unseen] = model.predict([column], Uint32Array.of(0, 4, 6));
    expect(a).toBeLessThan(0.1);
    expect(missing).toBeGreaterThan(0.9);
    expect(unseen).toBe(missing);
  });

  it('learns from one row and from none', async () => {
    const column = numbers('x', [1]);
    const target = Float64Array.of(1);
    for (const rows of [Uint32Array.of(0), new Uint32Array(0)]) {
      const model = await fitBoosting([column], rows, target, defaultBoostingOptions, noWait);
      expect(model.predict([column], Uint32Array.of(0))[0]).toBeCloseTo(rows.length, 5);
    }
  });
});
