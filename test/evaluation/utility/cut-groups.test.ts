import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../src/evaluation/align-tables';
import { cutGroups } from '../../../src/evaluation/utility/cut-groups';
import { categories, numbers, tableOf } from '../make-tables';

function groupsOf(column: ReturnType<typeof numbers>, fewest = 1, most = 99) {
  const table = tableOf(column);
  return cutGroups(alignTables(table, table, table).columns[0], fewest, most);
}

describe('groups of rows by a column', () => {
  it('put every row into one group, whatever the numbers, and within its range', () => {
    const cell = fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.float({ noNaN: true })), {
      nil: null,
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 20 }), (values) => {
        const groups = groupsOf(numbers('n', values));
        const rows = groups.flatMap(({ rows }) => [...rows.synthetic]);
        expect(rows.sort((a, b) => a - b)).toEqual([...values.keys()]);
        for (const { label, rows } of groups) {
          for (const row of rows.training) {
            const value = values[row];
            if (label.type === 'missing') expect(value).toBeNull();
            else if (label.type === 'range') {
              expect(value).toBeGreaterThanOrEqual(label.from);
              expect(value).toBeLessThanOrEqual(label.to);
            }
          }
        }
      }),
    );
  });

  it('are the quartiles of numbers, and the values where there are four at most', () => {
    const labels = (values: number[]) => groupsOf(numbers('n', values)).map(({ label }) => label);
    expect(labels(Array.from({ length: 40 }, (_, i) => i))).toEqual([
      { type: 'range', from: 0, to: 9 },
      { type: 'range', from: 10, to: 19 },
      { type: 'range', from: 20, to: 29 },
      { type: 'range', from: 30, to: 39 },
    ]);
    expect(labels(Array.from({ length: 40 }, (_, i) => i % 2))).toHaveLength(2);
  });

  it('are the most frequent categories that have rows enough', () => {
    const cells = Array.from({ length: 60 }, (_, i) => (i < 30 ? 'a' : i < 48 ? 'b' : i < 58 ? 'c' : null));
    const texts = (fewest: number, most: number) =>
      groupsOf(categories('c', cells), fewest, most).map(({ label }) =>
        label.type === 'category' ? label.text : label.type,
      );
    expect(texts(1, 9)).toEqual(['a', 'b', 'c', 'missing']);
    expect(texts(5, 9)).toEqual(['a', 'b', 'c']);
    expect(texts(5, 2)).toEqual(['a', 'b']);
  });

  it('are none where there are no held-out rows', () => {
    const table = tableOf(categories('c', ['a', 'b', 'a']));
    expect(cutGroups(alignTables(table, table, table).columns[0], 1, 9)).toEqual([]);
  });
});
