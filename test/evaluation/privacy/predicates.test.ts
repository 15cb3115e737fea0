import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import type { TypedTable } from '../../../src/engine/typed-table';
import {
  drawRandomPredicates,
  drawRareCells,
  drawRowPredicates,
} from '../../../src/evaluation/privacy/draw-predicates';
import { countMatches, type Predicate } from '../../../src/evaluation/privacy/predicates';
import { categories, numbers, tableOf } from '../make-tables';

const cell = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 5 });
const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 60 }).map((rows) =>
  tableOf(
    numbers(
      'n',
      rows.map(([n]) => n),
    ),
    numbers(
      'm',
      rows.map(([, m]) => m),
    ),
    categories(
      'c',
      rows.map(([, , c]) => (c === null ? null : `c${c}`)),
    ),
  ),
);

function countOneByOne({ columns, rowCount }: TypedTable, predicate: Predicate): number {
  const isTrue = (row: number) =>
    predicate.every(({ column, low, high }) => {
      const cells = columns[column];
      const value = cells.type === 'numeric' ? cells.values[row] : cells.codes[row];
      return Number.isNaN(low) ? Number.isNaN(value) : value >= low && value <= high;
    });
  return Array.from({ length: rowCount }, (_, row) => row).filter(isTrue).length;
}

describe('countMatches', () => {
  it('counts as one does row by row, up to two', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, seed) => {
        for (const predicate of drawRandomPredicates(table, 5, new RandomStream(seed, 'test'))) {
          expect(countMatches(table, predicate)).toBe(Math.min(2, countOneByOne(table, predicate)));
        }
      }),
    );
  });
});

describe('predicates drawn from a table', () => {
  it('hold for exactly one of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async (table, seed) => {
        const random = new RandomStream(seed, 'test');
        const several = await drawRowPredicates(table, 5, random, () => Promise.resolve());
        for (const predicate of [...drawRareCells(table, 100, random), ...several]) {
          expect(countOneByOne(table, predicate)).toBe(1);
        }
      }),
    );
  });

  it('of rare cells are the ends, what is there once, and the one missing cell', () => {
    const table = tableOf(numbers('n', [5, 5, 7, 9, null]), categories('c', ['a', 'a', 'b', 'b', null]));
    const found = drawRareCells(table, 100, new RandomStream(1, 'test')).map(([{ column, low, high }]) =>
      [column, low, high].join(' '),
    );
    expect(found.sort()).toEqual(['0 7 7', '0 9 9', '0 9 Infinity', '0 NaN NaN', '1 -1 -1']);
  });
});
