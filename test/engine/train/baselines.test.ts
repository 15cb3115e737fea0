import { describe, expect, it } from 'vitest';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import type { ModelKind } from '../../../src/engine/models/table-model';
import { RandomStream } from '../../../src/engine/random';
import { prepareBackendFor } from '../../../src/engine/train/prepare-backend-for';
import { type TrainedModel, trainModel } from '../../../src/engine/train/train-model';
import {
  defaultTrainingSettings,
  type TrainingContext,
  type TrainingEvent,
} from '../../../src/engine/train/types';
import type { TypedTable } from '../../../src/engine/typed-table';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';

const rows = 3000;
const baselines: readonly ModelKind[] = ['gaussian-copula', 'independent'];

function makeTable(): TypedTable {
  const random = new RandomStream(21, 'table');
  const age = Array.from({ length: rows }, () => 18 + random.int(60));
  return tableOf(
    texts(
      'id',
      age.map((_, i) => `C${10_000 + 7 * i}`),
      'identifier',
    ),
    numbers('age', age),
    numbers(
      'income',
      age.map((years) => Math.round(100 * (years * 900 + 4000 * random.normal())) / 100),
      2,
    ),
    texts(
      'note',
      age.map((years, i) => (years > 40 ? `Seen on day ${i}, all well.` : null)),
      'text',
    ),
  );
}

function contextWith(events: TrainingEvent[] = [], wantsStop = false): TrainingContext {
  let clock = 0;
  return {
    backend: 'cpu',
    now: () => (clock += 100),
    breathe: () => Promise.resolve(),
    wantsStop: () => wantsStop,
    onEvent: (event) => events.push(event),
    isWatched: true,
  };
}

const learn = (model: ModelKind, context = contextWith(), table = makeTable(), more = {}) =>
  trainModel(table, { ...defaultTrainingSettings, model, ...more }, context, null);

async function draw({ model }: TrainedModel, count: number): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows: count, seed: 5, extremes: 'near' }))
    chunks.push(chunk);
  return concatenateTables(chunks);
}

describe.each(baselines)('trainModel with the model %s', (kind) => {
  it('says what it learnt and from how many rows, without steps or a backend', async () => {
    const { summary, model, split } = await learn(kind);
    expect(summary).toMatchObject({
      model: kind,
      backend: 'cpu',
      steps: 0,
      epochs: 0,
      stopped: 'finished',
      rows: { training: split.fit.length, validation: split.validation.length, holdout: 300 },
      parameters: model.parameterCount,
    });
    expect(summary.parameters).toBeGreaterThan(100);
    expect(Number.isFinite(summary.seconds)).toBe(true);
    expect(model.encoded.rowCount).toBe(rows - 300);
    await expect(
      prepareBackendFor(
        { model: kind, backend: 'webgpu', privacy: null },
        { wasmBinary: () => Promise.reject(new Error('Not needed.')) },
        () => 0,
      ),
    ).resolves.toEqual({ type: 'backend', backend: 'cpu', measured: [] });
  });

  it('tells its phases and what it makes, and no steps', async () => {
    const events: TrainingEvent[] = [];
    await learn(kind, contextWith(events));
    expect(events.filter(({ type }) => type === 'step' || type === 'checkpoint')).toEqual([]);
    const phases = events.flatMap((event) => (event.type === 'phase' ? [event] : []));
    expect(phases[0].phase).toBe('encode');
    expect(phases.at(-1)).toEqual({ type: 'phase', phase: 'done', progress: 1 });
    expect(phases.every(({ progress }) => progress >= 0 && progress <= 1)).toBe(true);
    const looks = events.flatMap((event) => (event.type === 'marginals' ? [event] : []));
    expect(looks).toHaveLength(1);
    expect(looks[0].columns.map(({ name }) => name)).toEqual(['age', 'income']);
  });

  it('makes identifiers and texts anew, and reaches nearly as far as the real numbers', async () => {
    const real = makeTable();
    const made = await draw(await learn(kind), rows);
    const ids = cellsOf(made.columns[0]);
    expect(new Set(ids).size).toBe(rows);
    const known = new Set(cellsOf(real.columns[0]));
    expect(ids.some((id) => known.has(id))).toBe(false);
    const share = (table: TypedTable) =>
      cellsOf(table.columns[3]).filter((note) => note === null).length / rows;
    expect(Math.abs(share(made) - share(real))).toBeLessThan(0.05);
    const highest = (table: TypedTable) => Math.max(...valuesOf(table.columns[2]));
    expect(Math.abs(highest(made) / highest(real) - 1)).toBeLessThan(0.01);
  });

  it('makes the same rows from the same seed', async () => {
    expect(await draw(await learn(kind), 500)).toEqual(await draw(await learn(kind), 500));
  });

  it('learns odd tables: constants, all missing, nothing but identifiers, ten rows', async () => {
    const ten = Array.from({ length: 10 }, (_, i) => i);
    const odd = [
      numbers('constant', ten.fill(4)),
      numbers('missing', ten.fill(Number.NaN)),
      texts(
        'letter',
        ten.map((_, i) => (i % 2 ? 'x' : 'y')),
      ),
      texts(
        'id',
        ten.map((_, i) => `K${100 + i}`),
        'identifier',
      ),
    ];
    for (const columns of [odd, odd.slice(0, 1), odd.slice(1, 2), odd.slice(2, 3), odd.slice(3)]) {
      const made = await draw(await learn(kind, contextWith(), { rowCount: 10, columns }), 40);
      expect(made.rowCount).toBe(40);
      expect(made.columns.map(({ schema }) => schema.name)).toEqual(columns.map(({ schema }) => schema.name));
    }
  });
});

describe('the baselines’ validation loss', () => {
  it('is that of the fitted shares where columns are independent, and not given for the copula', async () => {
    const random = new RandomStream(3, 'coins');
    const coins = Array.from({ length: rows }, () => (random.float() < 0.25 ? 'head' : 'tail'));
    const { summary, split } = await learn('independent', contextWith(), tableOf(texts('coin', coins)));
    const shareOf = (side: string) =>
      (split.fit.filter((row) => coins[row] === side).length + 0.5) / (split.fit.length + 1);
    const losses = Array.from(split.validation, (row) => -Math.log(shareOf(coins[row])));
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    expect(summary.validationLoss).toBeCloseTo(mean, 10);
    expect((await learn('gaussian-copula')).summary.validationLoss).toBeNull();
  });
});

describe('a copula that is to end early', () => {
  it('makes do with the rows looked at so far, and says why', async () => {
    const asked = await learn('gaussian-copula', contextWith([], true));
    expect(asked.summary.stopped).toBe('by-user');
    const late = await learn('gaussian-copula', contextWith(), makeTable(), { maxSeconds: 0.1 });
    expect(late.summary.stopped).toBe('time-limit');
    const made = await draw(late, 2000);
    const [, age, income] = made.columns;
    const older = valuesOf(income).filter((_, row) => valuesOf(age)[row] > 60);
    const younger = valuesOf(income).filter((_, row) => valuesOf(age)[row] < 30);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(older)).toBeGreaterThan(1.5 * mean(younger));
  });
});
