import { describe, expect, it } from 'vitest';
import { ConditionalDraw } from '../../../../src/engine/generate/given/conditional-draw';
import { parseCondition } from '../../../../src/engine/generate/given/condition';
import { concatenateTables } from '../../../../src/engine/generate/generate-table';
import { learnMarginals } from '../../../../src/engine/models/marginals/learn-marginals';
import { type MarginalMechanism, marginalMechanisms } from '../../../../src/engine/models/marginals/recipe';
import { Ledger } from '../../../../src/engine/privacy/ledger';
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

const ledgerOf = (epsilon: number, delta: number) => new Ledger({ kind: 'row' }, { epsilon, delta });
const table = makeTable();
const facts = new Map([
  ['age', { bounds: { minimum: 0, maximum: 110 } }],
  ['pay', { bounds: { minimum: 0, maximum: 200_000 } }],
  ['works', { categories: ['no', 'yes'] }],
]);
const learn = (mechanism: MarginalMechanism, epsilon = 8, seed = 1) =>
  learnMarginals(
    table,
    { mechanism, epsilon, delta: 1e-6, facts, rowsPerUnit: 1 },
    ledgerOf(epsilon, 1e-6),
    seededNoise(seed),
    host,
  );

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

  it('write down each look before it is taken, and never spend more than was asked for', async () => {
    for (const mechanism of marginalMechanisms) {
      const settings = {
        mechanism,
        epsilon: 1,
        delta: 1e-5,
        facts: new Map<string, never>(),
        rowsPerUnit: 1,
      };
      const ledger = ledgerOf(1, 1e-5);
      await learnMarginals(table, settings, ledger, seededNoise(1), host);
      expect(ledger.rho).toBeLessThan(0.030556595);
      expect(ledger.rho).toBeGreaterThan(0.03);
      expect(ledger.deltaLeft).toBeCloseTo(9e-6, 12);
      expect(ledger.spent.epsilon).toBeLessThanOrEqual(1);
      const small = ledgerOf(0.5, 1e-5);
      await expect(learnMarginals(table, settings, small, seededNoise(1), host)).rejects.toThrow('budget');
    }
  });

  it('make counts as much noisier as a unit may have rows', async () => {
    const errorOf = async (rowsPerUnit: number) => {
      const errors = await Promise.all(
        [1, 2, 3].map(async (seed) => {
          const settings = {
            mechanism: 'independent',
            epsilon: 0.5,
            delta: 1e-6,
            facts,
            rowsPerUnit,
          } as const;
          const model = await learnMarginals(table, settings, ledgerOf(0.5, 1e-6), seededNoise(seed), host);
          return Math.abs(model.encoded.rowCount - table.rowCount);
        }),
      );
      return errors.reduce((sum, error) => sum + error, 0);
    };
    expect(await errorOf(20)).toBeGreaterThan(4 * (await errorOf(1)));
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
      const settings = {
        mechanism,
        epsilon: 1,
        delta: 1e-5,
        facts: new Map<string, never>(),
        rowsPerUnit: 1,
      };
      const model = await learnMarginals(nothing, settings, ledgerOf(1, 1e-5), seededNoise(2), host);
      expect((await drawFrom(model, 5)).rowCount).toBe(5);
    }
  });
});
