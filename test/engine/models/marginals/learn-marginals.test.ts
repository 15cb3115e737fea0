import { describe, expect, it } from 'vitest';
import { ConditionalDraw } from '../../../../src/engine/generate/given/conditional-draw';
import { parseCondition } from '../../../../src/engine/generate/given/condition';
import { concatenateTables } from '../../../../src/engine/generate/generate-table';
import {
  type MarginalMechanism,
  marginalMechanisms,
} from '../../../../src/engine/models/marginals/fit-marginals';
import { learnMarginals } from '../../../../src/engine/models/marginals/learn-marginals';
import { RandomStream } from '../../../../src/engine/random';
import type { TypedTable } from '../../../../src/engine/typed-table';
import { cramersV, drawFrom } from '../baselines';
import { seededNoise } from '../../privacy/seeded-noise';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../../typed-columns';

const rows = 4000;
const host = { breathe: () => Promise.resolve(), onProgress: () => undefined };

function makeTable(): TypedTable {
  const random = new RandomStream(6, 'people');
  const people = Array.from({ length: rows }, () => {
    const age = 18 + random.int(60);
    const works = random.float() < (age < 65 ? 0.9 : 0.1);
    return { age, works, pay: works ? Math.round(20_000 + 600 * age + 9000 * random.normal()) : Number.NaN };
  });
  return tableOf(
    numbers(
      'age',
      people.map(({ age }) => age),
    ),
    texts(
      'works',
      people.map(({ works }) => (works ? 'yes' : 'no')),
    ),
    numbers(
      'pay',
      people.map(({ pay }) => pay),
    ),
    texts(
      'key',
      people.map((_, row) => `secret ${row}`),
      'identifier',
    ),
    texts(
      'all',
      people.map(() => 'same'),
    ),
  );
}

const table = makeTable();
const facts = new Map([
  ['age', { bounds: { minimum: 0, maximum: 110 } }],
  ['pay', { bounds: { minimum: 0, maximum: 200_000 } }],
  ['works', { categories: ['no', 'yes'] }],
]);
const learn = async (mechanism: MarginalMechanism, epsilon = 8, seed = 1) =>
  (await learnMarginals(table, { mechanism, epsilon, delta: 1e-6, facts }, seededNoise(seed), host)).model;

describe('private marginals as a model', () => {
  it('draw tables like the real one, with ties between columns where pairs are measured', async () => {
    for (const mechanism of marginalMechanisms) {
      const model = await learn(mechanism);
      const made = await drawFrom(model, 6000);
      const [age, works, pay, key, all] = made.columns;
      const isOld = Array.from(valuesOf(age), (value) => (value >= 65 ? 'old' : 'young'));
      const tie = cramersV(isOld, cellsOf(works));
      if (mechanism === 'independent') expect(tie).toBeLessThan(0.06);
      else expect(tie).toBeGreaterThan(0.55);
      expect(Math.min(...valuesOf(age))).toBeGreaterThanOrEqual(0);
      const empty = valuesOf(pay).filter((value) => Number.isNaN(value)).length / made.rowCount;
      expect(empty).toBeGreaterThan(0.2);
      expect(empty).toBeLessThan(0.4);
      expect(cellsOf(key).slice(0, 3)).toEqual(['1', '2', '3']);
      expect(new Set(cellsOf(all))).toEqual(new Set(['same']));
    }
  });

  it('draw codes whose counts are the fit’s own', async () => {
    const model = await learn('aim');
    const count = 50_000;
    const codes = await model.drawCodes(count, new RandomStream(3, 'codes'));
    model.oneWays.forEach((expected, index) => {
      const total = expected.reduce((sum, value) => sum + value, 0);
      const drawn = new Float64Array(expected.length);
      for (const code of codes[index]) drawn[code]++;
      drawn.forEach((value, code) =>
        expect(Math.abs(value / count - expected[code] / total)).toBeLessThan(0.002),
      );
    });
  });

  it('say what the whole of it cost, and never more than was asked for', async () => {
    for (const mechanism of marginalMechanisms) {
      const settings = { mechanism, epsilon: 1, delta: 1e-5, facts: new Map<string, never>() };
      const { costs } = await learnMarginals(table, settings, seededNoise(1), host);
      const rho = costs.reduce((sum, cost) => sum + cost.rho, 0);
      expect(rho).toBeLessThan(0.030556595);
      expect(rho).toBeGreaterThan(0.03);
      expect(costs.reduce((sum, cost) => sum + cost.delta, 0)).toBeCloseTo(1e-6, 12);
    }
  });

  it('draw the same rows for the same seed, and hold no cell of the table', async () => {
    const model = await learn('mst');
    expect(await drawFrom(model, 300, 5)).toEqual(await drawFrom(model, 300, 5));
    for (const { base, column } of model.encoded.columns) {
      expect(base).toHaveLength(0);
      expect(column.type === 'numeric' ? column.values : column.codes).toHaveLength(0);
    }
  });

  it('draw rows that meet conditions', async () => {
    const model = await learn('aim');
    const { columns } = model.encoded;
    const conditions = ['age>=65', 'works=yes'].map((text) =>
      parseCondition(
        text,
        columns.map(({ column }) => column),
      ),
    );
    const draw = new ConditionalDraw(model, conditions);
    const chunks: TypedTable[] = [];
    for await (const chunk of draw.rows(500, 1)) chunks.push(chunk);
    const made = concatenateTables(chunks);
    expect(made.rowCount).toBe(500);
    expect(Math.min(...valuesOf(made.columns[0]))).toBeGreaterThanOrEqual(65);
    expect(new Set(cellsOf(made.columns[1]))).toEqual(new Set(['yes']));
  });

  it('come of tables with nothing to tell', async () => {
    const nothing = tableOf(
      texts('only', [null]),
      numbers('none', [Number.NaN]),
      texts('id', ['x'], 'identifier'),
    );
    for (const mechanism of marginalMechanisms) {
      const settings = { mechanism, epsilon: 1, delta: 1e-5, facts: new Map<string, never>() };
      const { model } = await learnMarginals(nothing, settings, seededNoise(2), host);
      expect((await drawFrom(model, 5)).rowCount).toBe(5);
    }
  });
});
