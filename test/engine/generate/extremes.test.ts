import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { rangesOf } from '../../../src/engine/encode/ranges';
import { pinExtremes } from '../../../src/engine/generate/extremes';
import { RandomStream } from '../../../src/engine/random';
import { numbers, tableOf, valuesOf } from '../typed-columns';

const rows = 6000;
const random = new RandomStream(1, 'values');
const values = Array.from({ length: rows }, () => Math.round(1000 * Math.exp(2 * random.normal())));
const real = tableOf(numbers('income', values));
const encoded = encodeTable(real, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
const drawn = tableOf(
  numbers(
    'income',
    Array.from({ length: 2048 }, (_, i) => 500 + i),
  ),
);
const [lowest, highest] = [Math.min(...values), Math.max(...values)];
const range = highest - lowest;

function extremesOf(extremes: 'near' | 'exact' | 'free', wanted = rows): [number, number] {
  const pinned = valuesOf(
    pinExtremes(drawn, encoded, rangesOf(real), { extremes, rows: wanted, seed: 3 }).columns[0],
  );
  return [Math.min(...pinned), Math.max(...pinned)];
}

describe('pinExtremes', () => {
  it('reaches near the real extremes without telling them', () => {
    const [low, high] = extremesOf('near');
    expect(high).toBeLessThan(highest);
    expect(high).toBeGreaterThan(highest - 0.001 * range);
    expect(low).toBeLessThan(lowest + 0.001 * range);
  });

  it('reaches exactly the real extremes when that is chosen', () => {
    expect(extremesOf('exact')).toEqual([lowest, highest]);
  });

  it('leaves the rows as drawn when they are free, or too few to be expected to reach that far', () => {
    expect(extremesOf('free')).toEqual([500, 2547]);
    expect(extremesOf('near', 1000)).toEqual([500, 2547]);
  });

  it('stops one step short of the extreme of ages, and leaves marks as they are drawn', () => {
    const ages = Array.from({ length: rows }, (_, i) => (i === 0 ? 79 : 21 + (i % 50)));
    const marks = Array.from({ length: rows }, (_, i) => (i === 0 ? 999 : i % 30));
    const few = tableOf(numbers('age', ages), numbers('mark', marks));
    const learnt = encodeTable(few, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
    const young = tableOf(numbers('age', ages.slice(1)), numbers('mark', marks.slice(1)));
    const policy = { extremes: 'near', rows, seed: 3 } as const;
    const [age, mark] = pinExtremes(young, learnt, rangesOf(few), policy).columns.map(valuesOf);
    expect(Math.max(...age)).toBe(78);
    expect(Math.min(...age)).toBe(21);
    expect(Math.max(...mark)).toBe(29);
  });

  it('has the first and last of values that are drawn as they are', () => {
    const limits = [10, 20, 50, 80, 160, 240, 300, 500, 800];
    const limit = Array.from({ length: rows }, (_, i) => (i === 0 ? 1000 : limits[i % limits.length]));
    const listed = tableOf(numbers('limit', limit));
    const learnt = encodeTable(listed, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
    const without = tableOf(
      numbers(
        'limit',
        limit.slice(1).map((value) => Math.max(value, 20)),
      ),
    );
    const pinned = pinExtremes(without, learnt, rangesOf(listed), { extremes: 'near', rows, seed: 3 });
    const values = valuesOf(pinned.columns[0]);
    expect([Math.min(...values), Math.max(...values)]).toEqual([10, 1000]);
    expect(values.filter((value) => value === 1000)).toHaveLength(1);
  });
});
