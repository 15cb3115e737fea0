import { describe, expect, it } from 'vitest';
import { likelyKnown } from '../../../src/evaluation/privacy/known-columns';
import { categories, numbers } from '../make-tables';

const rows = Array.from({ length: 100 }, (_, row) => row);
const named = (name: string, values: number) =>
  categories(
    name,
    rows.map((row) => `v${row % values}`),
  );

describe('likelyKnown', () => {
  it('takes what it is told', () => {
    expect(likelyKnown([named('age', 9), named('x', 2)], ['x', 'not there'])).toEqual([1]);
  });

  it('takes columns whose names say what others know of a person', () => {
    const columns = [named('x', 3), named('Age', 9), named('home_zip', 9), named('maritalStatus', 4)];
    expect(likelyKnown(columns, [])).toEqual([1, 2, 3]);
  });

  it('takes besides them what has most values that still repeat', () => {
    const columns = [named('a', 4), numbers('b', rows), named('sex', 2), named('c', 10), named('d', 1)];
    expect(likelyKnown(columns, [])).toEqual([2, 3, 0]);
  });
});
