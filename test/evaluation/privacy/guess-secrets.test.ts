import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexNeighbours } from '../../../src/evaluation/neighbours/neighbour-index';
import { columnGaps, makeRowSpace, placeRows } from '../../../src/evaluation/neighbours/row-space';
import { nearestWithoutEach } from '../../../src/evaluation/privacy/guess-secrets';
import { categories, numbers } from '../make-tables';

const everyRow = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const cell = fc.integer({ min: 0, max: 30 });
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 2, maxLength: 80 });

const waitForNobody = () => Promise.resolve();

describe('nearestWithoutEach', () => {
  it('finds for each column a row as near in all others as any', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const text = (at: 2 | 3) => cells.map((row) => `c${row[at] % 7}`);
        const columns = [
          numbers(
            'a',
            cells.map((row) => row[0]),
          ),
          numbers(
            'b',
            cells.map((row) => row[1]),
          ),
          categories('c', text(2)),
          categories('d', text(3)),
        ];
        const space = makeRowSpace(columns);
        const asked = placeRows(space, columns, everyRow(cells.length));
        const known = placeRows(space, columns, everyRow(Math.ceil(cells.length / 2)));
        const found = await nearestWithoutEach(
          await indexNeighbours(space, known, waitForNobody),
          asked,
          waitForNobody,
        );
        const gaps = new Float64Array(4);
        const without = (row: number, other: number, c: number) =>
          columnGaps(gaps, Infinity, space, asked, row, known, other) - gaps[c];
        for (let row = 0; row < asked.count; row++) {
          for (let c = 0; c < 4; c++) {
            const least = Math.min(
              ...Array.from({ length: known.count }, (_, other) => without(row, other, c)),
            );
            expect(without(row, found[row * 4 + c], c)).toBeCloseTo(least, 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
