import { beforeAll, describe, expect, it } from 'vitest';
import { embeddedMeans } from '../../../src/engine/backend/embedded-wasm';
import { prepareBackend } from '../../../src/engine/backend/prepare-backend';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import { rakeRows } from '../../../src/engine/models/marginals/rake';
import { RakedSampler } from '../../../src/engine/models/marginals/raked-sampler';
import type { RowSampler } from '../../../src/engine/models/table-model';
import { Ledger } from '../../../src/engine/privacy/ledger';
import type { NetworkMechanism } from '../../../src/engine/privacy/settings';
import { RandomStream } from '../../../src/engine/random';
import { learnPrivateNetwork } from '../../../src/engine/train/learn-private-network';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, numbers, tableOf } from '../../evaluation/make-tables';
import { seededNoise } from '../privacy/seeded-noise';

const rows = 6_000;
const random = new RandomStream(1, 'test');
/** `c` is whether `a` and `b` agree: no pair of the three tells anything. */
const bits = Array.from({ length: rows }, () => [random.int(2), random.int(2)]);
const table = tableOf(
  categories(
    'a',
    bits.map(([a]) => `a${a}`),
  ),
  categories(
    'b',
    bits.map(([, b]) => `b${b}`),
  ),
  numbers(
    'c',
    bits.map(([a, b]) => (a === b ? 90 : 10) + random.int(10)),
  ),
);
const facts = new Map([
  ['a', { categories: ['a0', 'a1'] }],
  ['b', { categories: ['b0', 'b1'] }],
  ['c', { bounds: { minimum: 0, maximum: 120 } }],
]);
const host = { breathe: () => Promise.resolve(), onProgress: () => undefined };

interface Made {
  readonly made: TypedTable;
  readonly ledger: Ledger;
}

async function makeRows(mechanism: NetworkMechanism, rowsOfEach = 1): Promise<Made> {
  const unit =
    rowsOfEach === 1
      ? { kind: 'row' as const }
      : { kind: 'subject' as const, column: 'who', mostRows: rowsOfEach };
  const ledger = new Ledger(unit, { epsilon: 8, delta: 1e-6 });
  const asked = { mechanism, epsilon: 8, delta: 1e-6, facts, seed: 1 };
  const subjects = Array.from({ length: rows / rowsOfEach }, (_, subject) =>
    Uint32Array.from({ length: rowsOfEach }, (_, row) => rowsOfEach * subject + row),
  );
  const protectedRows =
    rowsOfEach === 1 ? { table } : { table, subjects: { rows: subjects, mostRows: rowsOfEach } };
  const model = await learnPrivateNetwork(protectedRows, asked, ledger, seededNoise(1), host);
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows, seed: 2, extremes: 'free' })) chunks.push(chunk);
  model.dispose();
  return { made: concatenateTables(chunks), ledger };
}

/** Share of the rows in which `c` tells whether `a` and `b` agree. */
function shareTold({ columns: [a, b, c] }: TypedTable): number {
  if (a.type !== 'categorical' || b.type !== 'categorical' || c.type !== 'numeric')
    throw new Error('The columns are of other types.');
  const agree = Array.from(a.codes, (code, row) => a.dictionary[code][1] === b.dictionary[b.codes[row]][1]);
  return agree.filter((same, row) => same === c.values[row] >= 50).length / rows;
}

describe('a network under differential privacy', () => {
  beforeAll(() => prepareBackend('wasm', embeddedMeans));

  it.each(['hybrid', 'dp-sgd'] as const)(
    '(%s) learns what no pair of columns tells, within the budget, and writes down each look',
    async (mechanism) => {
      const { made, ledger } = await makeRows(mechanism);
      expect(shareTold(made)).toBeGreaterThan(0.9);
      const [, , c] = made.columns;
      if (c.type !== 'numeric') throw new Error('The third column holds numbers.');
      const isHigh = c.values.filter((value) => value >= 50).length / rows;
      expect(Math.abs(isHigh - bits.filter(([x, y]) => x === y).length / rows)).toBeLessThan(0.02);
      const { spent, entries } = ledger.toJSON();
      expect(spent.epsilon).toBeGreaterThan(7.9);
      expect(spent.epsilon).toBeLessThanOrEqual(8 * (1 + 1e-9));
      expect(entries.map(({ payment }) => payment.kind)).toEqual([
        ...(mechanism === 'hybrid' ? ['concentrated', 'concentrated'] : ['concentrated']),
        'sampled-gaussian',
      ]);
    },
  );

  it('learns of subjects with several rows each, who cost no more together', async () => {
    const { made, ledger } = await makeRows('hybrid', 2);
    expect(shareTold(made)).toBeGreaterThan(0.8);
    expect(ledger.spent.epsilon).toBeLessThanOrEqual(8 * (1 + 1e-9));
    expect(ledger.toJSON().entries.at(-1)?.subject).toContain('subjects');
  });
});

describe('rows raked to what is expected', () => {
  const columns = new Map([[0, { cellOf: Int32Array.of(0, 1), expected: Float64Array.of(1, 3) }]]);
  /** Draws the two codes equally often. */
  const even: RowSampler = {
    draw: (count, stream, sink) => {
      sink.accept(
        { index: 0 },
        Int32Array.from({ length: count }, () => stream.int(2)),
      );
      return Promise.resolve();
    },
    dispose: () => undefined,
  };

  it('have a column’s cells as often as expected, though the model draws others', async () => {
    const drawn: Int32Array[] = [];
    await new RakedSampler(even, columns).draw(1000, new RandomStream(1, 'test'), {
      accept: (_, targets) => (drawn.push(targets), targets),
    });
    const ones = drawn[0].reduce((sum, code) => sum + code, 0);
    // A systematic sample of random rows: closer than rows drawn with these weights one by one would be.
    expect(Math.abs(ones - 750)).toBeLessThan(40);
  });

  it('are the model’s own where its cells never hold what is expected', () => {
    const cells = [new Int32Array(10)];
    const chosen = rakeRows(cells, [Float64Array.of(0, 5)], 10, new RandomStream(1, 'test'));
    expect(chosen).toHaveLength(10);
  });
});
