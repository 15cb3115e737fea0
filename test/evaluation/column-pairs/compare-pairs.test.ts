import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { selectRows, type TypedTable } from '../../../src/engine/typed-table';
import { alignTables } from '../../../src/evaluation/align-tables';
import { comparePairs } from '../../../src/evaluation/column-pairs/compare-pairs';
import { preparePairs } from '../../../src/evaluation/column-pairs/prepare-pairs';
import type { PairComparison } from '../../../src/evaluation/report';
import { expectAsReference, golden, goldenTable } from '../golden';
import { categories, numbers, tableOf } from '../make-tables';

async function compare(
  training: TypedTable,
  holdout: TypedTable,
  synthetic: TypedTable,
): Promise<PairComparison> {
  const tables = alignTables(training, holdout, synthetic);
  const waitForNobody = () => Promise.resolve();
  const prepared = await preparePairs(tables, new RandomStream(1, 'test'), waitForNobody);
  return comparePairs(prepared, waitForNobody);
}

const [training, holdout, synthetic] = [golden.training, golden.holdout, golden.synthetic].map(goldenTable);

describe('comparePairs', () => {
  it('answers as SDMetrics, SciPy and scikit-learn do for every kind of pair', async () => {
    const pairs = await compare(training, holdout, synthetic);
    const size = pairs.names.length;
    for (const expected of golden.pairs) {
      const cell = pairs.names.indexOf(expected.first) * size + pairs.names.indexOf(expected.second);
      expectAsReference(pairs.training[cell], expected.training);
      expectAsReference(pairs.synthetic[cell], expected.synthetic);
      expectAsReference(pairs.holdout?.[cell] ?? Number.NaN, expected.holdout);
      expectAsReference(pairs.error[cell], expected.error);
      expectAsReference(pairs.holdoutError?.[cell] ?? Number.NaN, expected.holdoutError);
    }
  });

  it('has symmetric matrices with ones (association) and zeros (error) on the diagonal', async () => {
    const pairs = await compare(training, holdout, synthetic);
    const size = pairs.names.length;
    for (let i = 0; i < size; i++) {
      expect(pairs.training[i * size + i]).toBe(1);
      expect(pairs.error[i * size + i]).toBe(0);
      for (let j = 0; j < i; j++) {
        expect(pairs.error[i * size + j]).toBe(pairs.error[j * size + i]);
        expect(pairs.synthetic[i * size + j]).toBe(pairs.synthetic[j * size + i]);
      }
    }
  });

  it('finds no error between a table and its rows in another order', async () => {
    const order = Array.from({ length: training.rowCount }, (_, row) => training.rowCount - 1 - row);
    const pairs = await compare(training, training, selectRows(training, order));
    for (const error of pairs.error) expect(Number.isNaN(error) ? 0 : error).toBeCloseTo(0, 12);
  });

  it('leaves pairs with a constant column undefined between numbers, and takes a column gone constant as unrelated', async () => {
    const real = tableOf(numbers('a', [1, 2, 3, 4]), numbers('b', [2, 4, 6, 8]), numbers('c', [5, 5, 5, 5]));
    const flat = tableOf(numbers('a', [1, 2, 3, 4]), numbers('b', [2, 2, 2, 2]), numbers('c', [5, 5, 5, 5]));
    const pairs = await compare(real, real, flat);
    expect(pairs.training[2]).toBeNaN();
    expect(pairs.error[2]).toBeNaN();
    expect(pairs.synthetic[1]).toBeNaN();
    expect(pairs.error[1]).toBeCloseTo(0.5, 12);
  });

  it('counts thousands of categories sparsely with the same figures as a full table has', async () => {
    const random = new RandomStream(5, 'sparse');
    const draw = (rows: number) => {
      const words = Array.from({ length: rows }, () => `w${random.int(3000)}`);
      return tableOf(
        categories('a', words),
        categories(
          'b',
          words.map((word, row) => (row % 3 === 0 ? 'other' : `${word}!`)),
        ),
      );
    };
    const real = draw(4000);
    const made = draw(4000);
    const pairs = await compare(real, real, made);
    expectAsReference(pairs.error[1], jointDistance(real, made));
    expect(pairs.holdoutError?.[1]).toBeCloseTo(0, 12);
    expect(pairs.training[1]).toBeGreaterThan(0.5);
  });

  it('keeps every figure between 0 and 1 or undefined, whatever the cells', async () => {
    const cell = fc.tuple(
      fc.option(fc.integer({ min: -3, max: 3 })),
      fc.option(fc.constantFrom('a', 'b', 'c')),
      fc.option(fc.constantFrom('x', 'y')),
      fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
    );
    const table = fc.array(cell, { minLength: 1, maxLength: 40 }).map((rows) =>
      tableOf(
        numbers(
          'n',
          rows.map((row) => row[0]),
        ),
        categories(
          'c',
          rows.map((row) => row[1]),
        ),
        categories(
          'd',
          rows.map((row) => row[2]),
        ),
        numbers(
          'm',
          rows.map((row) => row[3]),
          6,
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(table, table, table, async (a, b, c) => {
        const pairs = await compare(a, b, c);
        for (const matrix of [pairs.training, pairs.synthetic, pairs.error]) {
          for (const value of matrix) {
            expect(Number.isNaN(value) || (value >= 0 && value <= 1 + 1e-12)).toBe(true);
          }
        }
      }),
    );
  });
});

/** Total variation distance of the two tables' joint distribution, by the definition. */
function jointDistance(first: TypedTable, second: TypedTable): number {
  const count = ({ columns: [a, b], rowCount }: TypedTable) => {
    const shares = new Map<string, number>();
    for (let row = 0; row < rowCount; row++) {
      if (a.type !== 'categorical' || b.type !== 'categorical') continue;
      const key = `${a.dictionary[a.codes[row]]} ${b.dictionary[b.codes[row]]}`;
      shares.set(key, (shares.get(key) ?? 0) + 1 / rowCount);
    }
    return shares;
  };
  const p = count(first);
  const q = count(second);
  let sum = 0;
  for (const key of new Set([...p.keys(), ...q.keys()]))
    sum += Math.abs((p.get(key) ?? 0) - (q.get(key) ?? 0));
  return sum / 2;
}
