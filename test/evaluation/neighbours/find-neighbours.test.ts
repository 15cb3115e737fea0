import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { alignTables } from '../../../src/evaluation/align-tables';
import { findNeighbours } from '../../../src/evaluation/neighbours/find-neighbours';
import { indexNeighbours } from '../../../src/evaluation/neighbours/neighbour-index';
import {
  distanceBelow,
  makeRowSpace,
  type Metric,
  placeRows,
} from '../../../src/evaluation/neighbours/row-space';
import { golden, goldenTable } from '../golden';
import { categories, numbers } from '../make-tables';

const everyRow = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const waitForNobody = () => Promise.resolve();

const number = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 });
const category = fc.option(fc.constantFrom(...Array.from({ length: 40 }, (_, code) => `c${code}`)), {
  freq: 6,
});
const row = fc.tuple(number, number, category, category, fc.constant(7));
const rows = fc.array(row, { minLength: 1, maxLength: 120 });

function columnsOf(table: readonly (readonly [...(number | string | null)[]])[]): TypedColumn[] {
  const column = <T>(at: number) => table.map((cells) => cells[at] as T | null);
  return [
    numbers('a', column<number>(0)),
    numbers('b', column<number>(1)),
    categories('c', column<string>(2)),
    categories('d', column<string>(3)),
    numbers('fixed', column<number>(4)),
  ];
}

function place(table: readonly (readonly (number | string | null)[])[], first: number, metric: Metric) {
  const columns = columnsOf(table);
  const space = makeRowSpace(columns, metric);
  const all = everyRow(table.length);
  return {
    space,
    known: placeRows(space, columns, all.slice(0, first)),
    asked: placeRows(space, columns, all.slice(first)),
  };
}

describe('findNeighbours', () => {
  it('finds the distances that scikit-learn finds', async () => {
    const real = goldenTable(golden.completeRows.training);
    const { columns, rows } = alignTables(real, real, goldenTable(golden.completeRows.synthetic));
    const used = columns.filter((column) => column.schema.name !== 'fixed');
    const training = used.map((column) => column.training);
    const space = makeRowSpace(training);
    const known = placeRows(space, training, everyRow(rows.training));
    const made = used.map((column) => column.synthetic);
    const asked = placeRows(space, made, everyRow(rows.synthetic));
    const { distances } = await findNeighbours(
      await indexNeighbours(space, known, waitForNobody),
      asked,
      1,
      waitForNobody,
    );
    const singlePrecision = 1e-6;
    distances.forEach((distance, at) => {
      expect(Math.abs(distance - golden.nearestOfComplete[at])).toBeLessThan(singlePrecision);
    });
  });

  it.each<Metric>(['manhattan', 'squared euclidean'])(
    'finds what a scan of all rows finds (%s)',
    async (metric) => {
      await fc.assert(
        fc.asyncProperty(rows, rows, fc.integer({ min: 1, max: 4 }), async (some, others, k) => {
          const { space, known, asked } = place([...some, ...others], some.length, metric);
          const found = await findNeighbours(
            await indexNeighbours(space, known, waitForNobody),
            asked,
            k,
            waitForNobody,
          );
          for (let row = 0; row < asked.count; row++) {
            const all = Array.from({ length: known.count }, (_, other) =>
              distanceBelow(Infinity, space, asked, row, known, other),
            ).sort((a, b) => a - b);
            const expected = Array.from({ length: k }, (_, at) => all[at] ?? Infinity);
            expect([...found.distances.subarray(row * k, row * k + k)]).toEqual(expected);
            found.rows.subarray(row * k, row * k + k).forEach((other, at) => {
              if (other < 0) expect(expected[at]).toBe(Infinity);
              else expect(distanceBelow(Infinity, space, asked, row, known, other)).toBe(expected[at]);
            });
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('passes over the row itself where it is asked to', async () => {
    const columns = [numbers('n', [0, 10, 4, 4])];
    const space = makeRowSpace(columns);
    const placed = placeRows(space, columns, everyRow(4));
    const found = await findNeighbours(
      await indexNeighbours(space, placed, waitForNobody),
      placed,
      1,
      waitForNobody,
      true,
    );
    expect([...found.rows]).toEqual([found.rows[0], found.rows[1], 3, 2]);
    expect([...found.distances].map((distance) => Number(distance.toFixed(6)))).toEqual([0.4, 0.6, 0, 0]);
  });

  it('finds nobody among no rows', async () => {
    const columns = [numbers('n', [1, 2])];
    const space = makeRowSpace(columns);
    const none = await indexNeighbours(space, placeRows(space, columns, new Uint32Array(0)), waitForNobody);
    const asked = placeRows(space, columns, everyRow(2));
    const found = await findNeighbours(none, asked, 2, waitForNobody);
    expect([...found.rows]).toEqual([-1, -1, -1, -1]);
    expect([...found.distances]).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });
});
