import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsToCorrelate } from '../../../src/engine/models/gaussian-copula/gaussian-copula-model';
import { RandomStream } from '../../../src/engine/random';
import type { TypedTable } from '../../../src/engine/typed-table';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';
import { copulaOf, drawFrom, largestShareError, spearman } from './baselines';

const rows = 6000;

/** Two normals with a correlation, each column's values a function of one of them. */
function makePairs(correlation: number, seed = 5): { first: Float64Array; second: Float64Array } {
  const random = new RandomStream(seed, 'pairs');
  const first = Float64Array.from({ length: rows }, () => random.normal());
  const second = first.map((z) => correlation * z + Math.sqrt(1 - correlation ** 2) * random.normal());
  return { first, second };
}

const orders = (cells: readonly (string | null)[], labels: readonly (string | null)[]) =>
  cells.map((cell) => labels.indexOf(cell));

describe('the Gaussian copula', () => {
  it.each([-0.9, -0.4, 0, 0.6, 0.95])('finds and draws a correlation of %d again', async (correlation) => {
    const { first, second } = makePairs(correlation);
    const scale = (values: Float64Array) => values.map((value) => Math.round(1e4 * value) / 1e4);
    const real = tableOf(numbers('a', scale(first), 4), numbers('b', scale(second), 4));
    const made = await drawFrom(await copulaOf(real), 20_000);
    const expected = (6 / Math.PI) * Math.asin(correlation / 2);
    const found = spearman(valuesOf(made.columns[0]), valuesOf(made.columns[1]));
    expect(Math.abs(found - expected)).toBeLessThan(0.03);
  });

  it('keeps ranks together across lopsided numbers, spikes and few steps', async () => {
    const { first, second } = makePairs(0.7);
    const real = tableOf(
      numbers(
        'heavy',
        first.map((z) => Math.round(100 * Math.exp(2 * z)) / 100),
        2,
      ),
      numbers(
        'spiked',
        second.map((z) => (z < 0.5 ? 0 : Math.round(1000 * z))),
      ),
      numbers(
        'steps',
        first.map((z) => Math.max(-1, Math.min(1, Math.round(z)))),
      ),
    );
    const made = await drawFrom(await copulaOf(real), 20_000);
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const expected = spearman(valuesOf(real.columns[i]), valuesOf(real.columns[j]));
      const found = spearman(valuesOf(made.columns[i]), valuesOf(made.columns[j]));
      expect(Math.abs(found - expected)).toBeLessThan(0.03);
    }
    real.columns.forEach((column, index) => {
      expect(largestShareError(column, made.columns[index])).toBeLessThan(0.02);
    });
  });

  it('keeps how two columns of yes and no go together, and what is missing with them', async () => {
    const { first, second } = makePairs(0.8);
    const real = tableOf(
      texts(
        'yes',
        Array.from(first, (z) => (z < 0.2 ? 'no' : 'yes')),
      ),
      texts(
        'also',
        Array.from(second, (z) => (z < -0.1 ? 'x' : z < 1 ? 'y' : null)),
      ),
    );
    const made = await drawFrom(await copulaOf(real), 20_000);
    const ranksOf = ({ columns: [yes, also] }: TypedTable) =>
      spearman(orders(cellsOf(yes), ['no', 'yes']), orders(cellsOf(also), ['y', 'x', null]));
    expect(Math.abs(ranksOf(made) - ranksOf(real))).toBeLessThan(0.03);
  });

  it('keeps equal columns of categories equal, nearly', async () => {
    const { first } = makePairs(0);
    const half = texts(
      'half',
      Array.from(first, (z) => (z < 0.3 ? 'low' : 'high')),
    );
    const made = await drawFrom(await copulaOf(tableOf(half, half)), 5000);
    const [a, b] = made.columns.map(cellsOf);
    expect(a.filter((cell, row) => cell === b[row]).length / 5000).toBeGreaterThan(0.98);
  });

  it('keeps each column’s shares and never draws what is withheld, whatever the columns', async () => {
    const anyCells = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', null), fc.constantFrom('u', 'v', 'w')),
      { minLength: 30, maxLength: 120 },
    );
    await fc.assert(
      fc.asyncProperty(anyCells, async (cells) => {
        const real = tableOf(
          texts(
            'first',
            cells.map(([cell]) => cell),
          ),
          texts(
            'second',
            cells.map(([, cell]) => cell),
          ),
        );
        const made = await drawFrom(await copulaOf(real, 6), 3000);
        real.columns.forEach((column, index) => {
          const known = cellsOf(column);
          const drawn = cellsOf(made.columns[index]);
          const rowsOf = (cell: string | null) => known.filter((one) => one === cell).length;
          const isReleased = (cell: string | null) => cell === null || rowsOf(cell) >= 6;
          const released = known.filter(isReleased);
          for (const cell of new Set(known)) {
            const share = drawn.filter((one) => one === cell).length / drawn.length;
            if (released.length > 0 && !isReleased(cell)) expect(share).toBe(0);
            else if (released.length > 0)
              expect(Math.abs(share - rowsOf(cell) / released.length)).toBeLessThan(0.06);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keeps an end after its start', async () => {
    const random = new RandomStream(6, 'moments');
    const start = Array.from({ length: rows }, () => 60_000 * random.int(500_000));
    const end = start.map((time) => time + 60_000 * (1 + random.int(300)));
    const real = tableOf(numbers('end', end, 0, 'datetime'), numbers('start', start, 0, 'datetime'));
    const made = await drawFrom(await copulaOf(real), 3000);
    const [ends, starts] = made.columns.map(valuesOf);
    expect(ends.every((time, row) => time > starts[row])).toBe(true);
  });

  it('ties more columns than it has rows', async () => {
    const random = new RandomStream(7, 'wide');
    const common = Float64Array.from({ length: 60 }, () => random.normal());
    const columns = Array.from({ length: 300 }, (_, i) =>
      numbers(
        `c${i}`,
        common.map((z) => Math.round(1000 * (z + 0.3 * random.normal()))),
      ),
    );
    const made = await drawFrom(await copulaOf(tableOf(...columns)), 4000);
    const found = spearman(valuesOf(made.columns[3]), valuesOf(made.columns[250]));
    expect(found).toBeGreaterThan(0.7);
  });

  it('draws the same rows for the same seed and others for another', async () => {
    const { first, second } = makePairs(0.5);
    const real = tableOf(numbers('a', first.map(Math.round)), numbers('b', second.map(Math.round)));
    const model = await copulaOf(real);
    expect(await drawFrom(model, 3000, 8)).toEqual(await drawFrom(model, 3000, 8));
    expect(await drawFrom(model, 3000, 8)).not.toEqual(await drawFrom(model, 3000, 9));
  });
});

describe('rowsToCorrelate', () => {
  it('takes all rows of common tables and a sample of wide and long ones', () => {
    expect(rowsToCorrelate(300_000, 20)).toBe(300_000);
    expect(rowsToCorrelate(300_000, 100)).toBe(300_000);
    expect(rowsToCorrelate(300_000, 750)).toBeGreaterThan(5000);
    expect(rowsToCorrelate(300_000, 750)).toBeLessThan(10_000);
    expect(rowsToCorrelate(300_000, 2000)).toBe(2000);
    expect(rowsToCorrelate(252, 753)).toBe(252);
  });
});
