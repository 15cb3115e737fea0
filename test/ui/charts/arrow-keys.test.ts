import { describe, expect, it } from 'vitest';
import { cellAfterKey, indexAfterKey } from '../../../src/ui/charts/arrow-keys';

describe('indexAfterKey', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 0, 0],
    ['End', 3, 19],
    ['Home', 3, 0],
    ['PageDown', 3, 5],
    ['ArrowRight', 19, 19],
    ['ArrowRight', -1, 0],
  ])('%s from %i of 20 leads to %i', (key, from, to) => {
    expect(indexAfterKey(key, from, 20)).toBe(to);
  });

  it('leaves other keys to others', () => {
    expect(indexAfterKey('Tab', 3, 20)).toBeNull();
  });
});

describe('cellAfterKey', () => {
  const size = { rows: 3, columns: 5 };

  it('moves up and down within a column, left and right within a row', () => {
    expect(cellAfterKey('ArrowDown', { row: 1, column: 2 }, size)).toEqual({ row: 2, column: 2 });
    expect(cellAfterKey('ArrowRight', { row: 1, column: 4 }, size)).toEqual({ row: 1, column: 4 });
    expect(cellAfterKey('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 4 });
    expect(cellAfterKey('x', { row: 1, column: 0 }, size)).toBeNull();
  });
});
