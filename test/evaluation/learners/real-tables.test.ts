import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inferSchema } from '../../../src/engine/analyze/infer-schema';
import { interpretTable } from '../../../src/engine/interpret';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { alignTables } from '../../../src/evaluation/align-tables';
import { defaultBoostingOptions, fitBoosting } from '../../../src/evaluation/learners/gradient-boosting';
import { defaultLinearOptions, fitLogistic, fitRidge } from '../../../src/evaluation/learners/linear';
import { rocAuc } from '../../../src/evaluation/learners/roc-auc';
import { readTable } from '../../engine/analyze/columns';

const folder = new URL('../../../../shared/data/', import.meta.url);

/** ROC AUC, and R² of the value, by bench/reference/score_learners_on_real_tables.py. */
const reference = {
  adult: { xgboost: 0.925, logistic: 0.90548 },
  telco: { xgboost: 0.80013, logistic: 0.83543 },
  californiaAboveMedian: { xgboost: 0.96839, logistic: 0.91953 },
  californiaValue: { xgboost: 0.84242, ridge: 0.6259 },
};

interface Task {
  readonly columns: readonly TypedColumn[];
  readonly target: Float64Array;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

function readTask(
  paths: readonly string[],
  targetName: string,
  classOf: ((column: TypedColumn) => Float64Array) | null,
): Task {
  const tables = paths.map((path) => readTable(new URL(path, folder)));
  const schema = inferSchema(tables[0]);
  const [first, second] = tables.map((table) => interpretTable(table, schema));
  const whole = second ? alignTables(first, second, second).columns.map(({ real }) => real) : first.columns;
  const columns = whole.filter(({ schema: { name, kind } }) => name !== targetName && kind !== 'identifier');
  const column = whole.find(({ schema }) => schema.name === targetName);
  if (!column) throw new Error('There is no such column.');
  const amounts = column.type === 'numeric' ? column.values : new Float64Array(0);
  const target = classOf ? classOf(column) : amounts;
  const rows = Uint32Array.from(target.keys());
  const isTest = (row: number) => (second ? row >= first.rowCount : row % 5 === 0);
  return { columns, target, train: rows.filter((row) => !isTest(row)), test: rows.filter(isTest) };
}

function isText(text: string): (column: TypedColumn) => Float64Array {
  return (column) => {
    if (column.type === 'numeric') throw new TypeError('Not a column of texts.');
    const wanted = column.dictionary.findIndex((entry) => entry.trim() === text);
    return Float64Array.from(column.codes, (code) => (code === wanted ? 1 : 0));
  };
}

function isAboveMedian(column: TypedColumn): Float64Array {
  if (column.type === 'categorical') throw new TypeError('Not a column of numbers.');
  const sorted = column.values.toSorted();
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  return column.values.map((value) => (value > median ? 1 : 0));
}

function rSquared(truth: Float64Array, predicted: Float64Array): number {
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  const squares = (centre: (i: number) => number) =>
    truth.reduce((sum, value, i) => sum + (value - centre(i)) ** 2, 0);
  return 1 - squares((i) => predicted[i]) / squares(() => mean);
}

const noWait = () => Promise.resolve();
const isHere = existsSync(folder);
const title = isHere
  ? 'on real tables'
  : 'on real tables (skipped: the shared data is not beside the repository)';
const california = ['tables/california_housing.csv'];

describe.skipIf(!isHere)(title, () => {
  const tasks = {
    adult: () => readTask(['adult/train.csv', 'adult/test.csv'], 'income', isText('>50K')),
    telco: () => readTask(['tables/telco_churn.csv'], 'Churn', isText('Yes')),
    californiaAboveMedian: () => readTask(california, 'median_house_value', isAboveMedian),
  };
  for (const name of ['adult', 'telco', 'californiaAboveMedian'] as const) {
    it(`boosting and logistic regression have the AUC of XGBoost and scikit-learn within .01: ${name}`, async () => {
      const { columns, target, train, test } = tasks[name]();
      const truth = Float64Array.from(test, (row) => target[row]);
      const boosted = await fitBoosting(columns, train, target, defaultBoostingOptions, noWait);
      const auc = rocAuc(truth, boosted.predict(columns, test));
      expect(Math.abs(auc - reference[name].xgboost)).toBeLessThan(0.01);
      const linear = await fitLogistic(columns, train, target, { ...defaultLinearOptions, count: 2 }, noWait);
      const linearAuc = rocAuc(truth, linear.predict(columns, test));
      expect(Math.abs(linearAuc - reference[name].logistic)).toBeLessThan(0.01);
    });
  }

  it('boosting and ridge regression explain house values as XGBoost and scikit-learn do, within .01', async () => {
    const { columns, target, train, test } = readTask(california, 'median_house_value', null);
    const truth = Float64Array.from(test, (row) => target[row]);
    const options = { ...defaultBoostingOptions, task: { kind: 'amount' } as const };
    const boosted = await fitBoosting(columns, train, target, options, noWait);
    const explained = rSquared(truth, boosted.predict(columns, test));
    expect(Math.abs(explained - reference.californiaValue.xgboost)).toBeLessThan(0.01);
    const ridge = await fitRidge(columns, train, target, defaultLinearOptions, noWait);
    const linear = rSquared(truth, ridge.predict(columns, test));

    expect(Math.abs(linear - reference.californiaValue.ridge)).toBeLessThan(0.01);
  });
});
