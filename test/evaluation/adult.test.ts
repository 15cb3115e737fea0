import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/random';
import type { TypedTable } from '../../src/engine/typed-table';
import { compareTables } from '../../src/evaluation/compare-tables';
import { diversitySection } from '../../src/evaluation/diversity/diversity';
import { fidelitySection } from '../../src/evaluation/fidelity/fidelity';
import { contextOf, measured } from './make-context';
import { categories, numbers, silent, tableOf } from './make-tables';

const folder = new URL('../../../shared/data/adult/', import.meta.url);
const numeric = new Set(['age', 'fnlwgt', 'education_num', 'capgain', 'caploss', 'hours']);

/** Of the public adult table's test rows against its train rows, by an independent evaluator in Python (percent). */
const reference = {
  shape: 0.6329125413,
  trend: 1.5666189058,
  copies: 0.1412689638,
  alphaPrecision: 99.4520229885,
  betaRecall: 53.66600000000001,
};

function readTable(name: string): TypedTable {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(new URL(name, folder), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return tableOf(
    ...Object.keys(data[0]).map((column) =>
      numeric.has(column)
        ? numbers(
            column,
            data.map((row) => Number(row[column])),
          )
        : categories(
            column,
            data.map((row) => row[column]),
          ),
    ),
  );
}

describe('compareTables on a table of 32,561 rows', () => {
  it.skipIf(!existsSync(folder))(
    'has the errors an independent evaluator finds, in under 5 seconds of one core (skipped where the shared adult table is not at hand)',
    async () => {
      const training = readTable('train.csv');
      const test = readTable('test.csv');
      const random = new RandomStream(1, 'test');
      const before = process.cpuUsage();
      const report = await compareTables({ training, holdout: test, synthetic: test, random, ...silent });
      const seconds = process.cpuUsage(before).user / 1e6;
      const [shape, trend] = report.overall;
      expect(shape.synthetic * 100).toBeCloseTo(reference.shape, 6);
      expect(shape.holdout).toBe(shape.synthetic);
      expect(trend.synthetic * 100).toBeCloseTo(reference.trend, 6);
      expect(report.copies.exact.synthetic * 100).toBeCloseTo(reference.copies, 6);
      expect(report.copies.exact.holdout).toBe(report.copies.exact.synthetic);
      expect(seconds).toBeLessThan(5);
    },
  );
});

describe('sections on a table of 32,561 rows', () => {
  it.skipIf(!existsSync(folder))(
    'find what an independent evaluator finds, and nothing wrong with held-out rows (skipped where the shared adult table is not at hand)',
    async () => {
      const training = readTable('train.csv');
      const test = readTable('test.csv');
      const context = contextOf({ training, holdout: test, synthetic: test });
      const before = process.cpuUsage();
      const { findings } = await measured(diversitySection, context);
      const seconds = process.cpuUsage(before).user / 1e6;
      const { findings: others } = await measured(fidelitySection, context);
      const percentOf = (id: string) =>
        100 * (findings.find((one) => one.id === id)?.synthetic.value ?? Number.NaN);
      expect(Math.abs(percentOf('diversity.alphaPrecision') - reference.alphaPrecision)).toBeLessThan(1);
      expect(Math.abs(percentOf('diversity.betaRecall') - reference.betaRecall)).toBeLessThan(1);
      expect([...findings, ...others].filter(({ verdict }) => verdict !== 'good')).toEqual([]);
      expect(seconds).toBeLessThan(3);
    },
  );
});
