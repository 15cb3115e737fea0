import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concatenateTables, generateTable } from '../../../../src/engine/generate/generate-table';
import { resolveConditions } from '../../../../src/engine/generate/given/allowed-values';
import { type Condition, parseCondition } from '../../../../src/engine/generate/given/condition';
import { ConditionalDraw } from '../../../../src/engine/generate/given/conditional-draw';
import { contains } from '../../../../src/engine/generate/given/intervals';
import type { GivenReport } from '../../../../src/engine/generate/given/report';
import type { ModelKind, TableModel } from '../../../../src/engine/models/table-model';
import { trainModel } from '../../../../src/engine/train/train-model';
import { defaultTrainingSettings, type Preset } from '../../../../src/engine/train/types';
import { isMissing, type TypedTable } from '../../../../src/engine/typed-table';
import { prepareTestBackend } from '../../models/backends';
import { cellsOf, valuesOf } from '../../typed-columns';
import { cities, makeClinic } from './made-clinic';

const real = makeClinic(6000, 3);
const parse = (texts: readonly string[]) => texts.map((text) => parseCondition(text, real.columns));

async function learn(kind: ModelKind, preset: Preset = 'balanced'): Promise<TableModel> {
  let clock = 0;
  const settings = { ...defaultTrainingSettings, model: kind, preset, backend: 'wasm' } as const;
  const context = {
    backend: 'wasm' as const,
    now: () => (clock += 1),
    breathe: () => Promise.resolve(),
    wantsStop: () => false,
    onEvent: () => undefined,
    isWatched: false,
  };
  return (await trainModel(real, settings, context, null)).model;
}

async function drawGiven(
  model: TableModel,
  texts: readonly string[],
  rows: number,
  seed = 1,
): Promise<{ table: TypedTable; report: GivenReport }> {
  const draw = new ConditionalDraw(model, parse(texts));
  try {
    const chunks: TypedTable[] = [];
    for await (const chunk of draw.rows(rows, seed)) chunks.push(chunk);
    return { table: concatenateTables(chunks), report: draw.report };
  } finally {
    draw.dispose();
  }
}

async function drawFreely(model: TableModel, rows: number): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows, seed: 9, extremes: 'free' })) chunks.push(chunk);
  return concatenateTables(chunks);
}

/** The rows that meet all conditions, by looking at their cells. */
function meeting(table: TypedTable, conditions: readonly Condition[]): number[] {
  const asked = [...resolveConditions(conditions, real.columns)];
  return Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
    asked.every(([index, { allowed }]) => {
      const column = table.columns[index];
      if (isMissing(column, row)) return allowed.missing;
      if (column.type === 'numeric') return contains(allowed.intervals, column.values[row]);
      return allowed.labels?.has(column.dictionary[column.codes[row]]) ?? allowed.filled;
    }),
  );
}

const indexOf = (name: string) => real.columns.findIndex(({ schema }) => schema.name === name);
const numbersIn = (table: TypedTable, name: string) => [...valuesOf(table.columns[indexOf(name)])];
const textsIn = (table: TypedTable, name: string) => cellsOf(table.columns[indexOf(name)]);

/** Chi-square of two samples' counts in the same classes, as standard deviations above its mean. */
function chiSquareScore(a: readonly string[], b: readonly string[]): number {
  const classes = [...new Set([...a, ...b])];
  const count = (sample: readonly string[], name: string) => sample.filter((other) => other === name).length;
  let sum = 0;
  for (const name of classes) {
    const [x, y] = [count(a, name), count(b, name)];
    sum += (x * Math.sqrt(b.length / a.length) - y * Math.sqrt(a.length / b.length)) ** 2 / (x + y);
  }
  const freedom = Math.max(1, classes.length - 1);
  return (sum - freedom) / Math.sqrt(2 * freedom);
}

/** Total variation between the sample and the truth, and what so many rows drawn from the truth would show on average. */
function distanceFromTruth(
  sample: readonly (string | null)[],
  truth: Readonly<Record<string, number>>,
  rows: number,
): { readonly distance: number; readonly byChance: number } {
  let [distance, byChance] = [0, 0];
  for (const [name, share] of Object.entries(truth)) {
    distance += Math.abs(sample.filter((one) => one === name).length / sample.length - share) / 2;
    byChance += Math.sqrt((2 / Math.PI) * ((share * (1 - share)) / rows)) / 2;
  }
  return { distance, byChance };
}

const tenth = (value: number, low: number, high: number) =>
  Number.isNaN(value) ? 'missing' : String(Math.floor((10 * (value - low)) / (high - low)));

describe('ConditionalDraw from the network', { timeout: 120_000 }, () => {
  let model: TableModel;
  let free: TypedTable;

  beforeAll(async () => {
    await prepareTestBackend('wasm');
    model = await learn('autoregressive');
    free = await drawFreely(model, 40_000);
  }, 120_000);
  afterAll(() => model.dispose());

  const firstIs = (value: string) => {
    const first = real.columns[model.encoded.order.find((index) => index !== 0) as number].schema.name;
    return `${first}=${value}`;
  };

  it('is exact and throws no row away where the conditioned column comes first', async () => {
    const single = await learn('autoregressive', 'fast');
    const { table, report } = await drawGiven(single, [firstIs('yes')], 3000);
    single.dispose();
    expect(report).toMatchObject({ method: 'exact', cutOff: 0 });
    expect(report.effectiveShare).toBeCloseTo(1, 6);
    expect(report.acceptance).toBeCloseTo(1, 6);
    expect(table.rowCount).toBe(3000);
    expect(report.probability).toBeCloseTo(0.1, 1);
  });

  it('throws next to no row away there where several networks draw, which differ in how likely it is', async () => {
    const { table, report } = await drawGiven(model, [firstIs('yes')], 3000);
    expect(report.effectiveShare).toBeGreaterThan(0.99);
    expect(report.acceptance).toBeGreaterThan(0.9);
    expect(table.rowCount).toBe(3000);
    expect(report.probability).toBeCloseTo(0.1, 1);
  });

  it.each([
    [['city=Dee', 'score>=20']],
    [['age>=60', 'age<=75']],
    [['bill>=100', 'paid<=40']],
    [['begin>=1970-10-01 00:00:00', 'end<1970-11-01 00:00:00']],
  ])('draws %s as the same model does when rows are thrown away', async (conditions) => {
    const fitting = meeting(free, parse(conditions));
    const isFitting = new Set(fitting);
    const { table, report } = await drawGiven(model, conditions, 4000);
    expect(report.cutOff).toBeLessThan(0.012);
    expect(Math.abs(report.probability / (fitting.length / free.rowCount) - 1)).toBeLessThan(0.15);
    const classes: Record<string, (from: TypedTable) => string[]> = {
      city: (from) => textsIn(from, 'city').map(String),
      score: (from) => numbersIn(from, 'score').map((value) => tenth(value, 0, 80)),
      age: (from) => numbersIn(from, 'age').map((value) => tenth(value, 18, 88)),
      bill: (from) => numbersIn(from, 'bill').map((value) => tenth(Math.log(value), 1, 8)),
      begin: (from) => numbersIn(from, 'begin').map((value) => tenth(value, 0, 365 * 86_400_000)),
      equal: (from) => {
        const paid = numbersIn(from, 'paid');
        return numbersIn(from, 'bill').map((value, row) => String(value === paid[row]));
      },
    };
    for (const [name, classify] of Object.entries(classes)) {
      const kept = classify(free).filter((_, row) => isFitting.has(row));
      expect.soft(chiSquareScore(classify(table), kept), name).toBeLessThan(4);
    }
  });

  it.each([
    [['first=yes', 'second=yes', 'third=yes']],
    [['age=40', 'second=yes']],
    [['bill>=800', 'postcode!=1000']],
  ])(
    'draws the rows asked for of %s, one in a thousand, nearer to the truth than the real rows are',
    async (conditions) => {
      const held = meeting(real, parse(conditions)).length;
      expect(held).toBeLessThan(0.003 * real.rowCount);
      const { table, report } = await drawGiven(model, conditions, 2000);
      expect(table.rowCount).toBe(2000);
      expect(report.probability).toBeLessThan(0.005);
      const truth: Record<string, number> = conditions.includes('postcode!=1000')
        ? { Bee: 0.25, Cey: 0.25, Dee: 0.5 }
        : { Aa: 0.2, Bee: 0.2, Cey: 0.2, Dee: 0.4 };
      const cityOf = distanceFromTruth(textsIn(table, 'city'), truth, held);
      expect(cityOf.distance).toBeLessThan(cityOf.byChance);
      const bill = numbersIn(table, 'bill');
      const isPaid = numbersIn(table, 'paid').map((paid, row) => String(paid === bill[row]));
      const paidOf = distanceFromTruth(isPaid, { true: 0.5, false: 0.5 }, held);
      expect(paidOf.distance).toBeLessThan(paidOf.byChance);
    },
  );

  it('tells the same from the last column drawn as from the first', async () => {
    const { table, report } = await drawGiven(model, ['score>=60'], 1000);
    expect(report.effectiveShare).toBeGreaterThan(0.2);
    const all = ['first', 'second', 'third'].map((name) => textsIn(table, name));
    const three = table.rowCount - all[0].filter((_, row) => all.some((mark) => mark[row] !== 'yes')).length;
    const fitting = meeting(free, parse(['score>=60']));
    const marks = ['first', 'second', 'third'].map((name) => textsIn(free, name));
    const expected =
      fitting.filter((row) => marks.every((mark) => mark[row] === 'yes')).length / fitting.length;
    expect(Math.abs(three / table.rowCount - expected)).toBeLessThan(0.25);
  });

  it('keeps to what one column decides of another, whichever of the two is asked for', async () => {
    for (const condition of ['city=Bee', 'postcode=1100']) {
      const { table, report } = await drawGiven(model, [condition], 500);
      expect(report.effectiveShare).toBeGreaterThan(0.5);
      expect(new Set(textsIn(table, 'city'))).toEqual(new Set(['Bee']));
      expect(new Set(textsIn(table, 'postcode'))).toEqual(new Set(['1100']));
    }
  });

  it('makes no gap in identifiers, none twice, and empties or fills notes as asked', async () => {
    const { table } = await drawGiven(model, ['note is missing', 'age>=70'], 800);
    expect(new Set(textsIn(table, 'note'))).toEqual(new Set([null]));
    expect(new Set(textsIn(table, 'id')).size).toBe(800);
    const filled = await drawGiven(model, ['note is not missing'], 100);
    expect(textsIn(filled.table, 'note').includes(null)).toBe(false);
  });

  it('draws the same rows for the same seed, and others for another', async () => {
    const one = await drawGiven(model, ['age>=80'], 50, 4);
    const again = await drawGiven(model, ['age>=80'], 50, 4);
    const other = await drawGiven(model, ['age>=80'], 50, 5);
    expect(numbersIn(again.table, 'bill')).toEqual(numbersIn(one.table, 'bill'));
    expect(numbersIn(other.table, 'bill')).not.toEqual(numbersIn(one.table, 'bill'));
  });

  it('draws no row that fails a condition, whatever the conditions', async () => {
    const condition = fc.oneof(
      fc.subarray(cities, { minLength: 1 }).map((some) => `city=${some.join('|')}`),
      fc.constantFrom('first=yes', 'second!=yes', 'note is missing', 'age is missing', 'age is not missing'),
      fc.integer({ min: 18, max: 80 }).map((age) => `age>=${age}`),
      fc.integer({ min: 2, max: 60 }).map((score) => `score<${score}`),
      fc.integer({ min: 5, max: 300 }).map((bill) => `bill>${bill}.55`),
      fc.integer({ min: 5, max: 90 }).map((paid) => `paid<=${paid}.01`),
      fc.integer({ min: 10, max: 28 }).map((day) => `begin>=1970-06-${day} 11:30:00`),
      fc.integer({ min: 10, max: 28 }).map((day) => `end<=1970-08-${day} 09:15:00`),
    );
    const several = fc.uniqueArray(condition, {
      minLength: 1,
      maxLength: 3,
      selector: (text) => text.split(/[ =<>!]/)[0],
    });
    await fc.assert(
      fc.asyncProperty(several, fc.nat(50), async (texts, seed) => {
        const { table } = await drawGiven(model, texts, 60, seed);
        expect(table.rowCount).toBe(60);
        expect(meeting(table, parse(texts))).toHaveLength(60);
      }),
      { numRuns: 25 },
    );
  });

  it('says which condition the model meets next to never', () => {
    const ask = (...texts: string[]) => drawGiven(model, texts, 10);
    return Promise.all([
      expect(ask('age>=1000')).rejects.toThrow(/^"age>=1000": the model draws next to no such row/),
      expect(ask('first=yes', 'score>=5000')).rejects.toThrow(/^"score>=5000" together with the other/),
      expect(ask('city is missing')).rejects.toThrow(/^"city is missing": the model draws/),
    ]);
  });
});

describe.each(['independent', 'gaussian-copula'] as const)('ConditionalDraw from the %s model', (kind) => {
  it('meets every condition, and leaves other columns as the model ties them', async () => {
    const model = await learn(kind);
    const { table, report } = await drawGiven(model, ['score>=20', 'city=Aa|Bee', 'age>=40'], 1500);
    expect(meeting(table, parse(['score>=20', 'city=Aa|Bee', 'age>=40']))).toHaveLength(1500);
    const marked = textsIn(table, 'first').filter((mark) => mark === 'yes').length / 1500;
    if (kind === 'independent') {
      expect(report.method).toBe('exact');
      expect(Math.abs(marked - 0.1)).toBeLessThan(0.03);
    } else {
      expect(marked).toBeGreaterThan(0.2);
      expect(report.effectiveShare).toBeGreaterThan(0.15);
    }
    model.dispose();
  }, 60_000);
});
