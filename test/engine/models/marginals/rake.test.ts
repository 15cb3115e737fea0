import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rakeRows } from '../../../../src/engine/models/marginals/rake';
import { RandomStream } from '../../../../src/engine/random';

function countOf(cells: Int32Array, rows: Uint32Array, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const row of rows) counts[cells[row]]++;
  return counts;
}

describe('raking', () => {
  it('makes every column’s cells as frequent as expected, and keeps what ties them', () => {
    const random = new RandomStream(1, 'rows');
    const first = Int32Array.from({ length: 6000 }, () => random.int(3));
    const second = first.map((cell) => (random.float() < 0.8 ? cell : random.int(3)));
    const expected = [Float64Array.of(500, 300, 200), Float64Array.of(480, 270, 250)];
    const rows = rakeRows([first, second], expected, 1000, random);
    [first, second].forEach((cells, column) =>
      countOf(cells, rows, 3).forEach((count, cell) =>
        expect(Math.abs(count - expected[column][cell])).toBeLessThan(12),
      ),
    );
    const equal = rows.filter((row) => first[row] === second[row]).length;
    expect(equal).toBeGreaterThan(780);
  });

  it('chooses as many rows as are wanted, whatever is expected', () => {
    const someRows = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 30 });
    const someCounts = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(someRows, someCounts, fc.integer({ min: 1, max: 60 }), (cells, expected, count) => {
        const rows = rakeRows(
          [Int32Array.from(cells)],
          [Float64Array.from(expected)],
          count,
          new RandomStream(2, 'rake'),
        );
        expect(rows).toHaveLength(count);
        expect(Math.max(...rows)).toBeLessThan(cells.length);
      }),
    );
  });
});
