import { describe, expect, it } from 'vitest';
import { distanceBelow, makeRowSpace, placeRows } from '../../../src/evaluation/neighbours/row-space';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { categories, numbers } from '../make-tables';

const everyRow = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

function distanceBetween(columns: readonly TypedColumn[], first: number, second: number): number {
  const rows = everyRow(8);
  const space = makeRowSpace(columns);
  const placed = placeRows(space, columns, rows);
  return distanceBelow(Infinity, space, placed, first, placed, second);
}

describe('distanceBelow', () => {
  it('adds shares of the range, 1 for another category, 1 for missing against present, 0 for both missing', () => {
    const columns = [
      numbers('n', [0, 10, 5, null, null, 0, 0, 0]),
      categories('c', ['a', 'a', 'b', 'b', 'a', null, null, 'a']),
    ];
    expect(distanceBetween(columns, 0, 1)).toBeCloseTo(1, 6);
    expect(distanceBetween(columns, 0, 2)).toBeCloseTo(1.5, 6);
    expect(distanceBetween(columns, 2, 3)).toBe(1);
    expect(distanceBetween(columns, 3, 4)).toBe(1);
    expect(distanceBetween(columns, 5, 6)).toBe(0);
    expect(distanceBetween(columns, 0, 5)).toBe(1);
  });

  it('counts numbers without a range like categories', () => {
    const training = [numbers('n', [7, 7])];
    const space = makeRowSpace(training);
    const real = placeRows(space, training, everyRow(2));
    const made = placeRows(space, [numbers('n', [7, 90, null])], everyRow(3));
    expect([0, 1, 2].map((row) => distanceBelow(Infinity, space, made, row, real, 0))).toEqual([0, 1, 1]);
  });

  it('squares gaps and counts another category twice, as Euclid does with one-hot codes', () => {
    const columns = [
      numbers('n', [0, 10, 5, 0, 0, 0, 0, 0]),
      categories('c', ['a', 'a', 'b', 'a', 'a', 'a', 'a', 'a']),
    ];
    const space = makeRowSpace(columns, 'squared euclidean');
    const placed = placeRows(space, columns, everyRow(8));
    expect(distanceBelow(Infinity, space, placed, 0, placed, 1)).toBe(1);
    expect(distanceBelow(Infinity, space, placed, 0, placed, 2)).toBe(2.25);
  });

  it('gives up at the limit', () => {
    const columns = [categories('c', ['a', 'b']), numbers('n', [0, 1])];
    const space = makeRowSpace(columns);
    const placed = placeRows(space, columns, everyRow(2));
    expect(distanceBelow(1, space, placed, 0, placed, 1)).toBe(Infinity);
    expect(distanceBelow(2.5, space, placed, 0, placed, 1)).toBe(2);
  });
});
