import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoricalCodec } from '../../../../src/engine/encode/categorical';
import { NumericCodec } from '../../../../src/engine/encode/numeric';
import { cutColumns } from '../../../../src/engine/encode/private/encode-privately';
import {
  looksNeeded,
  type MeasuredColumn,
  measureColumns,
} from '../../../../src/engine/encode/private/measure-columns';
import { type PrepareOptions, prepareRows } from '../../../../src/engine/encode/private/prepare-rows';
import type { PublicFacts } from '../../../../src/engine/encode/private/public-facts';
import { RandomStream } from '../../../../src/engine/random';
import { selectRows, type TypedTable } from '../../../../src/engine/typed-table';
import { seededNoise } from '../../privacy/seeded-noise';
import { silentNoise } from '../../privacy/silent-noise';
import { numbers, tableOf, texts } from '../../typed-columns';

const rows = 3000;
const breathe = () => Promise.resolve();

/** One column of each kind, some cells missing, one value and one category in a single row. */
function makeTable(): TypedTable {
  const random = new RandomStream(5, 'private');
  const each = <T>(make: (row: number) => T) => Array.from({ length: rows }, (_, row) => make(row));
  return tableOf(
    numbers(
      'age',
      each(() => 20 + random.int(60)),
    ),
    numbers(
      'gain',
      each((row) =>
        row === 7 ? 98_765 : row % 10 < 8 ? 0 : row % 10 === 8 ? 7298 : Math.round(20_000 * random.float()),
      ),
    ),
    numbers(
      'price',
      each((row) => (row % 9 === 0 ? Number.NaN : Math.round(10_000 * random.float()) / 100)),
      2,
    ),
    numbers(
      'born',
      each(() => 5000 + random.int(12_000)),
      0,
      'date',
    ),
    texts(
      'job',
      each((row) =>
        row === 11 ? 'queen' : row % 7 === 0 ? null : ['clerk', 'smith', 'baker'][random.int(3)],
      ),
    ),
    texts(
      'note',
      each((row) => (row % 3 === 0 ? null : `note ${row}`)),
      'text',
    ),
    texts(
      'key',
      each((row) => `k${row}`),
      'identifier',
    ),
  );
}

const table = makeTable();
const typed: PublicFacts = new Map([
  ['age', { bounds: { minimum: 0, maximum: 100 } }],
  ['gain', { bounds: { minimum: 0, maximum: 100_000 } }],
  ['price', { bounds: { minimum: 0, maximum: 100 } }],
  ['born', { bounds: { minimum: 0, maximum: 20_000 } }],
  ['job', { categories: ['baker', 'clerk', 'queen', 'smith'] }],
]);
const unknown: PublicFacts = new Map();
const prepare = (facts: PublicFacts, more: Partial<PrepareOptions> = {}) =>
  prepareRows(
    table,
    { facts, rho: 0.5, keyDelta: 1e-6, cells: 32, rowsPerUnit: 1, ...more },
    seededNoise(2),
    breathe,
  );

/** Every number that was counted of the columns, histogram by histogram. */
async function counted(of: TypedTable, facts: PublicFacts): Promise<Map<string, number>> {
  const noise = { noise: silentNoise(), sigma: 1, threshold: 0 };
  const { columns } = await measureColumns(of, facts, noise, breathe);
  const all = new Map<string, number>();
  columns.forEach((column, index) => note(all, column, index));
  return all;
}

function note(all: Map<string, number>, column: MeasuredColumn, index: number): void {
  if (column.type === 'none') return;
  all.set(`${index} missing`, column.missing);
  if (column.type === 'presence') all.set(`${index} filled`, column.filled);
  if (column.type === 'numbers') {
    column.counts.forEach((count, bin) => all.set(`${index} from ${column.edges[bin]}`, count));
    for (const { key, count } of column.spikes) all.set(`${index} spike ${key}`, count);
  }
  if (column.type === 'categories')
    column.labels.forEach((label, place) => all.set(`${index} is ${label}`, column.counts[place]));
}

describe('what is counted of a table', () => {
  it('changes by one in no more counts than are paid for, whichever row is left out', async () => {
    for (const facts of [typed, unknown]) {
      const whole = await counted(table, facts);
      const { histograms } = looksNeeded(table, facts);
      for (const left of [0, 7, 9, 11, 2999]) {
        const others = Array.from({ length: rows }, (_, row) => row).filter((row) => row !== left);
        const without = await counted(selectRows(table, others), facts);
        let changed = 0;
        for (const key of new Set([...whole.keys(), ...without.keys()])) {
          const change = Math.abs((whole.get(key) ?? 0) - (without.get(key) ?? 0));
          expect(change).toBeLessThanOrEqual(1);
          changed += change;
        }
        expect(changed).toBeGreaterThan(0);
        expect(changed).toBeLessThanOrEqual(histograms);
      }
    }
  });

  it('hangs on kinds and facts alone in its number', () => {
    const empty = selectRows(table, []);
    expect(looksNeeded(empty, typed)).toEqual(looksNeeded(table, typed));
    // age 1; gain, price, born 2 each; job 1; note 1.
    expect(looksNeeded(table, typed)).toEqual({ histograms: 9, keyed: 3 });
    expect(looksNeeded(table, unknown)).toEqual({ histograms: 14, keyed: 5 });
    expect(looksNeeded(tableOf(texts('only', ['a', 'b'])), unknown)).toEqual({ histograms: 2, keyed: 1 });
  });
});

describe('rows as private codes', () => {
  it('have nearly as many rows as there are, and every code in its cell', async () => {
    for (const facts of [typed, unknown]) {
      const prepared = await prepare(facts);
      expect(Math.abs(prepared.rows - rows)).toBeLessThan(60);
      prepared.columns.forEach(({ codec, cellOf, shareOfCell, counts, variances }, index) => {
        expect(cellOf).toHaveLength(codec.size);
        expect(variances).toHaveLength(counts.length);
        const shares = new Float64Array(counts.length);
        cellOf.forEach((cell, code) => (shares[cell] += shareOfCell[code]));
        for (const share of shares) expect(share).toBeCloseTo(1, 9);
        for (const code of prepared.codes[index]) expect(cellOf[code]).toBeLessThan(counts.length);
      });
    }
  });

  it('keep numbers within their bounds, and codes decode to numbers of that code', async () => {
    for (const facts of [typed, unknown]) {
      const { columns } = await prepare(facts);
      const random = new RandomStream(1, 'decode');
      for (const { codec } of columns) {
        if (!(codec instanceof NumericCodec)) continue;
        for (let code = 0; code < codec.ordered; code++) {
          for (const share of [0, 0.3, 0.5, 0.999, 1]) {
            const value = codec.valueAt(code, share);
            expect(value).toBe(codec.round(codec.clamp(value)));
          }
          for (let i = 0; i < 20; i++) {
            const back = codec.encode(codec.decode(code, random));
            if (codec.isAtom[back] === 0 || codec.isAtom[code] === 1) expect(back).toBe(code);
          }
        }
      }
    }
  });

  it('follow the columns: cells hold about as many rows as their counts say', async () => {
    const { columns, codes } = await prepare(typed, { rho: 50 });
    columns.forEach(({ counts, cellOf }, index) => {
      const exact = new Float64Array(counts.length);
      for (const code of codes[index]) exact[cellOf[code]]++;
      exact.forEach((count, cell) => expect(Math.abs(count - counts[cell])).toBeLessThan(20));
    });
  });

  it('give a number that many rows have a code of its own, and none to a single row’s', async () => {
    for (const facts of [typed, unknown]) {
      const { columns } = await prepare(facts);
      const gain = columns[1].codec as NumericCodec;
      expect(gain.isAtom[gain.encode(0)]).toBe(1);
      expect(gain.valueAt(gain.encode(7298), 0)).toBe(7298);
      expect(gain.isAtom[gain.encode(98_765)] === 1 && gain.valueAt(gain.encode(98_765), 0) === 98_765).toBe(
        false,
      );
    }
  });

  it('never learn a category of one row, but know those that are typed', async () => {
    const labels = async (facts: PublicFacts) =>
      ((await prepare(facts)).columns[4].codec as CategoricalCodec).labels;
    expect([...(await labels(unknown))].sort()).toEqual(['baker', 'clerk', 'smith']);
    expect([...(await labels(typed))].sort()).toEqual(['baker', 'clerk', 'queen', 'smith']);
  });

  it('have a code for missing cells where there are many, and not where there are none', async () => {
    const { columns, codes } = await prepare(typed);
    expect(columns.map(({ codec }) => codec.missingCode >= 0)).toEqual([
      false,
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(codes[2][0]).toBe(columns[2].codec.missingCode);
    expect(codes[4][0]).toBe(columns[4].codec.missingCode);
  });

  it('hang on the noisy counts alone', async () => {
    const noise = { noise: seededNoise(4), sigma: 5, threshold: 30 };
    const measured = await measureColumns(table, typed, noise, breathe);
    const describeAll = () =>
      cutColumns(measured, 5, 20).map(({ codec, counts }) => [codec.size, codec.ordered, [...counts]]);
    expect(describeAll()).toEqual(describeAll());
  });

  it('bear any noisy counts of a number column', () => {
    const someCounts = fc.array(fc.integer({ min: -60, max: 400 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(someCounts, fc.integer({ min: -60, max: 400 }), (counts, missing) => {
        const measured: MeasuredColumn = {
          type: 'numbers',
          unit: 1,
          edges: Float64Array.from({ length: counts.length + 1 }, (_, i) => 3 * i - 0.5),
          counts: Float64Array.from(counts),
          missing,
          spikes: [{ key: 1, count: 90 }],
        };
        const total = Math.max(
          1,
          counts.reduce((sum, count) => sum + count, missing),
        );
        const [column] = cutColumns({ columns: [measured], rows: total }, 10, 12);
        expect(column.codec.size).toBe(column.counts.length);
        expect(column.codec.ordered).toBeGreaterThan(0);
        for (let code = 0; code < column.codec.ordered; code++)
          expect((column.codec as NumericCodec).valueAt(code, 0.5)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('refuse facts that cannot be, in a sentence', async () => {
    const refused = (name: string, facts: object) =>
      expect(prepare(new Map([[name, facts]]))).rejects.toThrow(name);
    await refused('nothing', {});
    await refused('age', { bounds: { minimum: 3, maximum: 2 } });
    await refused('age', { categories: ['a'] });
    await refused('job', { bounds: { minimum: 1, maximum: 2 } });
    await refused('job', { categories: [] });
    await refused('job', { categories: ['a', 'a'] });
  });
});
