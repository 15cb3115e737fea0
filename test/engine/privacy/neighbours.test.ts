import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { embeddedMeans } from '../../../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../../../src/engine/backend/prepare-backend';
import type * as NoisyCounts from '../../../src/engine/encode/private/noisy-counts';
import type * as Choosing from '../../../src/engine/privacy/exponential-mechanism';
import type { LedgerRecord, PrivacyUnit } from '../../../src/engine/privacy/ledger';
import type * as Noise from '../../../src/engine/privacy/noise-source';
import type { PrivacySettings } from '../../../src/engine/privacy/settings';
import { RandomStream } from '../../../src/engine/random';
import { holdOutPrivately } from '../../../src/engine/train/hold-out-privately';
import { learnPrivately } from '../../../src/engine/train/learn-privately';
import { categories, numbers, tableOf } from '../../evaluation/make-tables';
import { seededNoise } from './seeded-noise';
import { Transcript } from './transcript';

const stage = vi.hoisted<{ transcript: Transcript | null }>(() => ({ transcript: null }));

function current(): Transcript {
  if (!stage.transcript) throw new Error('Nothing is written down yet.');
  return stage.transcript;
}

vi.mock('../../../src/engine/privacy/noise-source', async (original) => ({
  ...(await original<typeof Noise>()),
  secureNoise: () => current().noise,
}));

vi.mock('../../../src/engine/encode/private/noisy-counts', async (original) => {
  const actual = await original<typeof NoisyCounts>();
  const addNoise: typeof NoisyCounts.addNoise = (counts, how) =>
    current().counts(counts, how, () => actual.addNoise(counts, how));
  const thresholdCounts: typeof NoisyCounts.thresholdCounts = (counts, how) =>
    current().keys(counts, how, () => actual.thresholdCounts(counts, how));
  return { ...actual, addNoise, thresholdCounts };
});

vi.mock('../../../src/engine/privacy/exponential-mechanism', async (original) => {
  const actual = await original<typeof Choosing>();
  const exponentialMechanism: typeof Choosing.exponentialMechanism = (scores, epsilon, noise, most = 1) =>
    current().choice(scores, epsilon, most, () => actual.exponentialMechanism(scores, epsilon, noise, most));
  return { exponentialMechanism };
});

/** A row: who it is of, and cells in and out of what is known of the columns. */
interface Row {
  readonly who: string;
  readonly age: number | null;
  readonly pay: number | null;
  readonly height: number | null;
  readonly ward: string | null;
  readonly town: string | null;
  readonly note: string | null;
}

const rowArbitrary = (who: fc.Arbitrary<string>): fc.Arbitrary<Row> =>
  fc.record({
    who,
    age: fc.option(fc.integer({ min: -5, max: 40 })),
    pay: fc.option(fc.oneof(fc.constantFrom(0, 500), fc.integer({ min: -100, max: 3000 }))),
    height: fc.option(fc.integer({ min: -1000, max: 1000 })),
    ward: fc.option(fc.constantFrom('A', 'B', 'C', 'unheard of')),
    town: fc.option(fc.constantFrom('Ulm', 'Bonn', 'Trier')),
    note: fc.option(fc.constantFrom('here', 'there')),
  });

const tableFrom = (rows: readonly Row[]) =>
  tableOf(
    categories(
      'who',
      rows.map(({ who }) => who),
      'identifier',
    ),
    numbers(
      'age',
      rows.map(({ age }) => age),
    ),
    numbers(
      'pay',
      rows.map(({ pay }) => pay),
    ),
    numbers(
      'height',
      rows.map(({ height }) => height),
    ),
    categories(
      'ward',
      rows.map(({ ward }) => ward),
    ),
    categories(
      'town',
      rows.map(({ town }) => town),
    ),
    categories(
      'note',
      rows.map(({ note }) => note),
      'text',
    ),
  );

const settings = {
  delta: 1e-4,
  declaredRows: 50,
  facts: {
    age: { bounds: { minimum: 0, maximum: 30 } },
    pay: { bounds: { minimum: 0, maximum: 2000 } },
    ward: { categories: ['A', 'B', 'C'] },
  },
  findsFacts: true,
  acceptsNoise: true,
};
const context = { breathe: () => Promise.resolve(), onEvent: () => undefined };

interface Compared {
  readonly ledger: LedgerRecord;
  readonly transcript: Transcript;
}

/** Learns a table and then its neighbour by the first one's answers, and compares what they differ by with what the ledger says. */
async function compare(
  rows: readonly Row[],
  more: readonly Row[],
  mechanism: PrivacySettings['mechanism'],
  unit: PrivacyUnit,
  epsilon: number,
): Promise<Compared> {
  const transcript = new Transcript(1);
  stage.transcript = transcript;
  const asked = { ...settings, mechanism, unit, epsilon };
  const learn = async (all: readonly Row[]): Promise<LedgerRecord> => {
    const { model, ledger } = await learnPrivately(tableFrom(all), asked, 1, context);
    model.dispose();
    return ledger;
  };
  const ledger = await learn(rows);
  transcript.beginNeighbour();
  expect(await learn([...rows, ...more])).toEqual(ledger);
  expect(transcript.isComplete).toBe(true);
  expectPaid(ledger, transcript);
  return { ledger, transcript };
}

function rhoPaid({ entries }: LedgerRecord): number {
  return entries.reduce((sum, { payment }) => sum + (payment.kind === 'concentrated' ? payment.rho : 0), 0);
}

function expectPaid(ledger: LedgerRecord, transcript: Transcript): void {
  const payments = ledger.entries.map(({ payment }) => payment);
  const delta = payments.reduce((sum, one) => sum + (one.kind === 'threshold' ? one.delta : 0), 0);
  expect(transcript.rho).toBeLessThanOrEqual(rhoPaid(ledger) * (1 + 1e-9));
  expect(transcript.delta).toBeLessThanOrEqual(delta);
  const steps = payments.find(({ kind }) => kind === 'sampled-gaussian');
  if (steps?.kind !== 'sampled-gaussian') {
    expect(transcript.steps).toBe(0);
    return;
  }
  expect(transcript.steps).toBe(steps.steps);
  expect(transcript.rate).toBeLessThanOrEqual(steps.rate);
  expect(transcript.step).toBeLessThanOrEqual(1 / steps.sigma);
  expect(transcript.step).toBeGreaterThan(0);
}

describe('of tables that differ in one unit', () => {
  beforeAll(() => prepareBackend('wasm', embeddedMeans));
  beforeEach(() => (stage.transcript = null));

  const others = fc.array(rowArbitrary(fc.constantFrom('a', 'b', 'c', 'd', 'e')), { maxLength: 40 });
  /** At the larger one even tables this small have several cells a column, and pairs to choose from. */
  const epsilons = fc.constantFrom(2, 40);
  const own = (most: number) => fc.array(rowArbitrary(fc.constant('new')), { minLength: 1, maxLength: most });

  it.each(['aim', 'mst', 'independent'] as const)(
    'all that is given out by %s differs by no more than the ledger says, for a row more',
    async (mechanism) => {
      await fc.assert(
        fc.asyncProperty(others, own(1), epsilons, async (rows, more, epsilon) => {
          await compare(rows, more, mechanism, { kind: 'row' }, epsilon);
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it.each(['aim', 'independent'] as const)(
    'so it does by %s for a subject more, however many rows that one has',
    async (mechanism) => {
      const unit = { kind: 'subject', column: 'who', mostRows: 3 } as const;
      await fc.assert(
        fc.asyncProperty(others, own(6), epsilons, async (rows, more, epsilon) => {
          await compare(rows, more, mechanism, unit, epsilon);
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it.each([
    ['independent', 1],
    ['mst', 0.66],
    ['aim', 0.9],
  ] as const)(
    'a subject whose rows are all alike shows in every count by %s: nothing is paid that is not needed',
    async (mechanism, least) => {
      const one = { age: 3, pay: 500, height: 900, ward: 'A', town: 'Ulm', note: 'here' };
      const other = { age: 20, pay: 0, height: -900, ward: 'B', town: 'Bonn', note: null };
      const rows = Array.from({ length: 60 }, (_, i) => ({ ...(i % 2 === 0 ? one : other), who: `${i}` }));
      const more = Array.from({ length: 5 }, () => ({ ...one, who: 'new' }));
      const unit = { kind: 'subject', column: 'who', mostRows: 3 } as const;
      const { ledger, transcript } = await compare(rows, more, mechanism, unit, 40);
      expect(transcript.rho / rhoPaid(ledger)).toBeGreaterThan(least - 1e-9);
    },
  );

  it.each([
    ['hybrid', { kind: 'row' }],
    ['dp-sgd', { kind: 'row' }],
    ['hybrid', { kind: 'subject', column: 'who', mostRows: 3 }],
    ['dp-sgd', { kind: 'subject', column: 'who', mostRows: 3 }],
  ] as const)(
    'so it does by %s, each gradient step included (%o)',
    async (mechanism, unit) => {
      const rows = fc.sample(rowArbitrary(fc.constantFrom(...'abcdefghijklmnopqrst')), {
        numRuns: 60,
        seed: 1,
      });
      const numRuns = unit.kind === 'row' ? 1 : 6;
      const more = fc.sample(rowArbitrary(fc.constant('new')), { numRuns, seed: 2 });
      const { ledger } = await compare(rows, more, mechanism, unit, 40);
      expect(ledger.entries.at(-1)?.payment.kind).toBe('sampled-gaussian');
    },
    120_000,
  );
});

describe('rows held out under differential privacy', () => {
  it('are each drawn by themselves, about as many as asked, and of large tables about 5,000', () => {
    const held = (rows: number, declaredRows: number) =>
      holdOutPrivately(rows, 0.1, { declaredRows }, seededNoise(3));
    const { fit, validation, holdout } = held(10_000, 10_000);
    expect(Math.abs(holdout.length - 1000)).toBeLessThan(120);
    expect(validation).toHaveLength(0);
    expect([...fit, ...holdout].sort((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect(Math.abs(held(200_000, 200_000).holdout.length - 5000)).toBeLessThan(300);
  });

  it('stay the same rows when the table has one more', () => {
    const random = new RandomStream(1, 'sizes');
    for (let trial = 0; trial < 20; trial++) {
      const rows = random.int(300);
      const of = (count: number) => holdOutPrivately(count, 0.3, { declaredRows: 300 }, seededNoise(trial));
      const [fewer, more] = [of(rows), of(rows + 1)];
      expect(more.holdout.filter((row) => row < rows)).toEqual(fewer.holdout);
    }
  });
});
