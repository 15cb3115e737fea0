import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareLoss } from '../../../src/engine/models/independent/share-loss';
import { RandomStream } from '../../../src/engine/random';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';
import { cramersV, drawFrom, independentOf, largestShareError, spearman } from './baselines';

const rows = 4000;
const day = 86_400_000;

/** Every two columns are tied: by value, by copies, as a start and an end, and by what is missing. */
function makeTiedTable() {
  const random = new RandomStream(4, 'tied');
  const first = Array.from({ length: rows }, () => Math.round(1e6 * random.float()));
  const start = first.map((value) => day * (value % 700));
  return tableOf(
    numbers('first', first),
    numbers(
      'second',
      first.map((value) => (random.float() < 0.5 ? value : Math.round(value * random.float()))),
    ),
    numbers('start', start, 0, 'datetime'),
    numbers(
      'end',
      start.map((time) => time + 60_000 * random.int(600)),
      0,
      'datetime',
    ),
    texts(
      'half',
      first.map((value) => (value < 3e5 ? null : value < 6e5 ? 'middle' : 'upper')),
    ),
    texts(
      'third',
      first.map((value) => (value < 3e5 ? 'a' : 'b')),
    ),
  );
}

describe('the independent model', () => {
  const real = makeTiedTable();

  it('keeps every column and ties none to another', async () => {
    const made = await drawFrom(independentOf(real), 20_000);
    real.columns.forEach((column, index) => {
      expect(largestShareError(column, made.columns[index])).toBeLessThan(0.02);
    });
    const lines = made.columns.slice(0, 4).map(valuesOf);
    for (let i = 0; i < lines.length; i++) {
      for (let j = 0; j < i; j++) expect(Math.abs(spearman(lines[i], lines[j]))).toBeLessThan(0.03);
    }
    expect(cramersV(cellsOf(made.columns[4]), cellsOf(made.columns[5]))).toBeLessThan(0.03);
    const equal = lines[0].filter((value, row) => value === lines[1][row]).length;
    expect(equal / lines[0].length).toBeLessThan(0.001);
  });

  it('draws categories in their shares, and never one with too few rows', async () => {
    const someCounts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(someCounts, fc.integer({ min: 1, max: 12 }), async (counts, least) => {
        const cells = counts.flatMap((count, i) => Array.from({ length: count }, () => `c${i}`));
        fc.pre(cells.length > 0);
        const table = tableOf(texts('category', [...cells, null, null]));
        const made = cellsOf((await drawFrom(independentOf(table, least), 3000)).columns[0]);
        const released = counts.map((count) => (count >= least ? count : 0));
        const total = released.reduce((sum, count) => sum + count, 2);
        released.forEach((count, i) => {
          const share = made.filter((cell) => cell === `c${i}`).length / made.length;
          if (count === 0) expect(share).toBe(0);
          else expect(Math.abs(share - count / total)).toBeLessThan(0.05);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('counts the shares that could be chosen freely', () => {
    const cells = ['a', 'a', 'a', 'b', 'b', 'c', null];
    expect(independentOf(tableOf(texts('category', cells)), 1).parameterCount).toBe(3);
    expect(independentOf(tableOf(texts('category', cells)), 2).parameterCount).toBe(2);
  });

  it('has the loss that its shares give by hand', () => {
    const { encoded } = independentOf(tableOf(texts('category', ['a', 'a', 'a', 'b', 'b', 'a', 'b'])), 1);
    const loss = shareLoss(encoded, Uint32Array.of(0, 1, 2, 3, 4), Uint32Array.of(5, 6));
    expect(loss).toBeCloseTo(-(Math.log(3.5 / 6) + Math.log(2.5 / 6)) / 2, 12);
  });
});
