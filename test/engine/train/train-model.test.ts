import { beforeAll, describe, expect, it } from 'vitest';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import type { Ensemble } from '../../../src/engine/models/autoregressive/ensemble';
import { isAutoregressive } from '../../../src/engine/models/autoregressive/model';
import { RandomStream } from '../../../src/engine/random';
import { type TrainedModel, trainModel } from '../../../src/engine/train/train-model';
import {
  type Checkpoint,
  defaultTrainingSettings,
  type TrainingContext,
  type TrainingEvent,
} from '../../../src/engine/train/types';
import type { TypedTable } from '../../../src/engine/typed-table';
import { prepareTestBackend } from '../models/backends';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';

const rows = 3000;
const settings = { ...defaultTrainingSettings, backend: 'wasm', preset: 'fast' } as const;

/** City decides postcode; income follows age; the end follows the start; a note is there for half the rows. */
function makeTable(): TypedTable {
  const random = new RandomStream(11, 'table');
  const cities = ['Aa', 'Bee', 'Cey', 'Dee'];
  const city = Array.from({ length: rows }, () => cities[Math.min(3, Math.floor(5 * random.float()))]);
  const age = Array.from({ length: rows }, () => 18 + random.int(60));
  const start = Array.from({ length: rows }, () => 86_400_000 * random.int(365) + 60_000 * random.int(1440));
  return tableOf(
    texts(
      'id',
      Array.from({ length: rows }, (_, i) => `C${10_000 + 7 * i}`),
      'identifier',
    ),
    texts('city', city),
    texts(
      'postcode',
      city.map((name) => `${10 + cities.indexOf(name)}00`),
    ),
    numbers('age', age),
    numbers(
      'income',
      age.map((years) => Math.round(100 * (years * 900 + 4000 * random.normal())) / 100),
      2,
    ),
    numbers('start', start, 0, 'datetime'),
    numbers(
      'end',
      start.map((time) => time + 60_000 * (5 + random.int(300))),
      0,
      'datetime',
    ),
    texts(
      'note',
      Array.from({ length: rows }, (_, i) => (i % 2 ? `Seen on day ${i}, all well.` : null)),
      'text',
    ),
  );
}

function contextFor(
  onEvent: (event: TrainingEvent) => void = () => undefined,
  isWatched = false,
): TrainingContext {
  let clock = 0;
  return {
    backend: 'wasm',
    now: () => (clock += 100),
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent,
    isWatched,
  };
}

async function draw(trained: TrainedModel, count: number, seed: number): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(trained.model, { rows: count, seed, extremes: 'near' }))
    chunks.push(chunk);
  return concatenateTables(chunks);
}

/** Of all networks, one after another. */
async function outputWeights({ model }: TrainedModel): Promise<ArrayLike<number>> {
  const members = isAutoregressive(model) ? [model] : (model as Ensemble).members;
  const weights = await Promise.all(members.map(({ network }) => network.parameter('output').value.data()));
  return weights.flatMap((values) => [...values]);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i] - mb);
    aa += (value - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

describe('trainModel and generateTable', () => {
  const real = makeTable();
  const checkpoints: Checkpoint[] = [];
  const events: TrainingEvent[] = [];
  let trained: TrainedModel;
  let synthetic: TypedTable;
  const column = (name: string) => {
    const found = synthetic.columns.find(({ schema }) => schema.name === name);
    if (!found) throw new Error(`No column ${name}.`);
    return found;
  };

  beforeAll(async () => {
    await prepareTestBackend('wasm');
    const hear = (event: TrainingEvent) => {
      events.push(event);
      if (event.type === 'checkpoint') checkpoints.push(event.checkpoint);
    };
    trained = await trainModel(real, { ...settings, preset: 'balanced' }, contextFor(hear, true), null);
    synthetic = await draw(trained, 3000, 5);
  }, 120_000);

  it('keeps a column that another one decides', () => {
    const postcode = cellsOf(column('postcode'));
    const wrong = cellsOf(column('city')).filter(
      (name, i) => postcode[i] !== `${10 + ['Aa', 'Bee', 'Cey', 'Dee'].indexOf(name ?? '')}00`,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps shares, correlations and resolution', () => {
    const share = cellsOf(column('city')).filter((name) => name === 'Dee').length / 3000;
    expect(Math.abs(share - 0.4)).toBeLessThan(0.04);
    const income = valuesOf(column('income'));
    const realIncome = valuesOf(real.columns[4]);
    const expected = correlation(valuesOf(real.columns[3]), realIncome);
    expect(Math.abs(correlation(valuesOf(column('age')), income) - expected)).toBeLessThan(0.03);
    expect([...income].every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6)).toBe(true);
  });

  it('keeps every end after its start', () => {
    const start = valuesOf(column('start'));
    expect([...valuesOf(column('end'))].every((time, i) => time > start[i])).toBe(true);
  });

  it('makes identifiers anew, all different, none of them real', () => {
    const made = cellsOf(column('id'));
    expect(new Set(made).size).toBe(3000);
    const known = new Set(cellsOf(real.columns[0]));
    expect(made.filter((id) => known.has(id))).toEqual([]);
  });

  it('writes no real note again and leaves as many cells empty', () => {
    const notes = cellsOf(column('note'));
    const known = new Set(cellsOf(real.columns[7]).filter((note) => note !== null));
    expect(notes.filter((note) => note !== null && known.has(note))).toEqual([]);
    expect(Math.abs(notes.filter((note) => note === null).length / 3000 - 0.5)).toBeLessThan(0.05);
  });

  it('draws the same rows for the same seed, however many are asked for', async () => {
    const cells = ({ columns }: TypedTable, rows: number) =>
      columns.map((one) => (one.type === 'numeric' ? one.values : one.codes).subarray(0, rows));
    expect(cells(await draw(trained, 3000, 5), 3000)).toEqual(cells(synthetic, 3000));
    expect(cells(await draw(trained, 2500, 5), 2500)).toEqual(cells(synthetic, 2500));
    const other = await draw(trained, 3000, 6);
    expect(valuesOf(other.columns[4])).not.toEqual(valuesOf(synthetic.columns[4]));
  });

  it('tells its progress, its live samples and its checkpoints', () => {
    const steps = events.filter((event) => event.type === 'step');
    expect(steps.length).toBeGreaterThan(5);
    expect(steps[steps.length - 1].loss).toBeLessThan(steps[0].loss);
    const marginals = events.filter((event) => event.type === 'marginals');
    expect(marginals.length).toBeGreaterThan(0);
    const names = marginals[0].columns.map(({ name }) => name);
    expect(names).toEqual(['city', 'postcode', 'age', 'income', 'start', 'end']);
    expect(checkpoints.length).toBeGreaterThan(0);
  });

  it('learns several networks, each from another start, and draws from all', () => {
    const { members } = trained.model as Ensemble;
    expect(members).toHaveLength(3);
    const steps = events.filter((event) => event.type === 'step');
    expect(new Set(steps.map(({ network }) => network))).toEqual(new Set([1, 2, 3]));
    expect(steps.map(({ step }) => step)).toEqual(steps.map(({ step }) => step).sort((a, b) => a - b));
    expect(steps.every(({ step, totalSteps }) => step <= totalSteps)).toBe(true);
    expect(trained.model.sampler().turns).toBe(3);
  });

  it.each([1, 2, 3])(
    'goes on from a checkpoint in network %i to the weights of an unbroken run',
    async (place) => {
      const own = checkpoints.filter(({ finished }) => finished.length === place - 1);
      const resumed = await trainModel(
        real,
        { ...settings, preset: 'balanced' },
        contextFor(),
        own[Math.floor(own.length / 2)],
      );
      expect(resumed.summary.steps).toBe(trained.summary.steps);
      const expected = await outputWeights(trained);
      const actual = await outputWeights(resumed);
      let largest = 0;
      for (let i = 0; i < expected.length; i++)
        largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
      expect(largest).toBeLessThan(1e-4);
    },
    120_000,
  );

  it('is put together again from its last checkpoint without learning', async () => {
    const last = checkpoints[checkpoints.length - 1];
    expect(last.finished).toHaveLength(3);
    const told: TrainingEvent[] = [];
    const context = contextFor((event) => told.push(event));
    const again = await trainModel(real, { ...settings, preset: 'balanced', maxSeconds: 5 }, context, last);
    expect(told.filter(({ type }) => type === 'step')).toEqual([]);
    expect(again.summary).toMatchObject({ steps: trained.summary.steps, stopped: trained.summary.stopped });
    expect(await draw(again, 500, 5)).toEqual(await draw(trained, 500, 5));
  });

  it('never shows the holdout to the model', () => {
    const { fit, validation, holdout } = trained.split;
    expect(fit.length + validation.length + holdout.length).toBe(rows);
    expect(holdout.length).toBe(300);
    expect(trained.model.encoded.rowCount).toBe(fit.length + validation.length);
  });

  it('ends soon after it is asked to stop, and keeps a model that draws', async () => {
    const asked = { ...contextFor(), wantsStop: () => true };
    const stopped = await trainModel(real, settings, asked, null);
    expect(stopped.summary.stopped).toBe('by-user');
    expect(stopped.summary.steps).toBeLessThan(40);
    expect((await draw(stopped, 100, 1)).rowCount).toBe(100);
  }, 60_000);

  it('refuses a table with too few rows or no kept column in one sentence', async () => {
    const tiny = tableOf(numbers('a', [1, 2, 3]));
    await expect(trainModel(tiny, settings, contextFor(), null)).rejects.toThrow(/at least 10/);
    const wide = {
      rowCount: 50,
      columns: Array.from({ length: 2001 }, (_, i) => numbers(`c${i}`, new Float64Array(50))),
    };
    await expect(trainModel(wide, settings, contextFor(), null)).rejects.toThrow(/2,001 columns/);
    await expect(trainModel({ rowCount: 50, columns: [] }, settings, contextFor(), null)).rejects.toThrow(
      /keep at least one/,
    );
  });

  it('learns odd tables: one column, constants, all missing, fewer rows than a batch', async () => {
    const odd = tableOf(
      numbers(
        'constant',
        Array.from({ length: 12 }, () => 4),
      ),
      numbers(
        'missing',
        Array.from({ length: 12 }, () => Number.NaN),
      ),
      texts(
        'letter',
        Array.from({ length: 12 }, (_, i) => (i % 2 ? 'x' : 'y')),
      ),
    );
    for (const columns of [
      odd.columns,
      odd.columns.slice(0, 1),
      odd.columns.slice(1, 2),
      odd.columns.slice(2),
    ]) {
      const learnt = await trainModel({ rowCount: 12, columns }, settings, contextFor(), null);
      const made = await draw(learnt, 30, 1);
      expect(made.rowCount).toBe(30);
      expect(made.columns.length).toBe(columns.length);
    }
  }, 60_000);
});
