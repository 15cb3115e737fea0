import { beforeAll, describe, expect, it } from 'vitest';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import { ConditionalDraw } from '../../../src/engine/generate/given/conditional-draw';
import { RandomStream } from '../../../src/engine/random';
import { type TrainedModel, trainModel } from '../../../src/engine/train/train-model';
import { defaultTrainingSettings, type TrainingSettings } from '../../../src/engine/train/types';
import type { TypedColumn, TypedTable } from '../../../src/engine/typed-table';
import { prepareTestBackend } from '../models/backends';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';
import { createCellWriter } from '../../../src/engine/render';

const rows = 2500;
const random = new RandomStream(3, 'table');
const towns = Array.from({ length: rows }, () => `Town ${random.int(400)}`);
const ages = Array.from({ length: rows }, () => 18 + random.int(60));

function kept(column: TypedColumn): TypedColumn {
  return { ...column, schema: { ...column.schema, role: 'real' } };
}

/** The group follows the age, which is kept; so are a town of very many, a key, and a date of which some are missing. */
const real: TypedTable = tableOf(
  texts(
    'group',
    ages.map((age) => (age < 38 ? 'young' : age < 58 ? 'middle' : 'old')),
  ),
  kept(texts('town', towns)),
  numbers(
    'income',
    ages.map((age) => 1000 * age + Math.round(2000 * random.normal())),
  ),
  kept(numbers('age', ages)),
  kept(
    texts(
      'key',
      ages.map((_, row) => `K${7 * row}`),
      'identifier',
    ),
  ),
  kept(
    numbers(
      'since',
      ages.map((_, row) => (row % 5 === 0 ? Number.NaN : 9000 + random.int(4000))),
      0,
      'date',
    ),
  ),
);

function written(column: TypedColumn): string[] {
  return Array.from({ length: rows }, (_, row) => createCellWriter(column)(row));
}

function train(table: TypedTable, changes: Partial<TrainingSettings> = {}): Promise<TrainedModel> {
  const settings: TrainingSettings = {
    ...defaultTrainingSettings,
    backend: 'wasm',
    preset: 'fast',
    ...changes,
  };
  const context = {
    backend: 'wasm' as const,
    isWatched: false,
    now: () => performance.now(),
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent: () => undefined,
  };
  return trainModel(table, settings, context, null);
}

async function draw({ model }: TrainedModel, seed: number, count = rows): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows: count, seed, extremes: 'near' })) chunks.push(chunk);
  return concatenateTables(chunks);
}

describe('partial synthesis', { timeout: 120_000 }, () => {
  let trained: TrainedModel;
  beforeAll(async () => {
    await prepareTestBackend('wasm');
    trained = await train(real);
  }, 120_000);

  it('predicts kept columns first, so that the others are drawn given all of them', () => {
    const names = trained.model.encoded.order.map((index) => real.columns[index].schema.name);
    expect(new Set(names.slice(0, 4))).toEqual(new Set(['town', 'age', 'key', 'since']));
  });

  it('keeps every real cell of the kept columns, row by row, held-out rows and missing cells too', async () => {
    const made = await draw(trained, 1);
    expect(made.rowCount).toBe(rows);
    for (const index of [1, 3, 4, 5])
      expect(written(made.columns[index])).toEqual(written(real.columns[index]));
  });

  it('draws the others anew with every seed, to go with the kept cells of their row', async () => {
    const [one, other] = [await draw(trained, 1), await draw(trained, 2)];
    expect(written(one.columns[2])).not.toEqual(written(other.columns[2]));
    const wanted = cellsOf(real.columns[0]);
    const agree = cellsOf(one.columns[0]).filter((cell, row) => cell === wanted[row]).length / rows;
    expect(agree).toBeGreaterThan(0.85);
    const incomes = valuesOf(one.columns[2]);
    const error = incomes.reduce((sum, income, row) => sum + Math.abs(income - 1000 * ages[row]), 0) / rows;
    expect(error).toBeLessThan(5000);
  });

  it('gives no more rows than there are real ones, and the same for the same seed', async () => {
    expect((await draw(trained, 1, 10 * rows)).rowCount).toBe(rows);
    const [one, again] = [await draw(trained, 7), await draw(trained, 7)];
    expect(written(one.columns[2])).toEqual(written(again.columns[2]));
  });

  it('is refused with conditions, with a baseline, with nothing to make, and under differential privacy', async () => {
    const condition = { column: 'group', test: 'is', values: ['old'] } as const;
    expect(() => new ConditionalDraw(trained.model, [condition])).toThrow(/real columns are kept/);
    await expect(train(real, { model: 'independent' })).rejects.toThrow(/Only the network/);
    const all = { ...real, columns: real.columns.map(kept) };
    await expect(train(all)).rejects.toThrow(/one at least that is made anew/);
    const privacy = {
      epsilon: 1,
      delta: 1e-6,
      declaredRows: rows,
      unit: { kind: 'row' },
      mechanism: 'proposed',
      facts: {},
      findsFacts: true,
      acceptsNoise: true,
    } as const;
    await expect(train(real, { privacy })).rejects.toThrow(
      /Real values cannot be kept under differential privacy/,
    );
  });
});
