import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowSample } from '../../../src/io/csv/row-sample';
import { readTable } from '../../../src/io/read-table';
import { inChunks, rowsOf } from './write-sample';

const read = (text: string, tableBytes: number, chunkBytes = 1000) =>
  readTable(inChunks(new TextEncoder().encode(text), [chunkBytes]), {
    byteCount: null,
    choice: {},
    tableBytes,
  });

describe('a sample of rows', () => {
  it('keeps each row with the same probability, however often it was halved', () => {
    const sample = new RowSample();
    let kept: number[] = [];
    for (let row = 0; row < 80_000; row++) {
      if (sample.takes()) kept.push(row);
      if (kept.length === 10_000) kept = Array.from(sample.halve(kept.length), (at) => kept[at]);
    }
    // An eighth, or less where the last halving came at the end; in each tenth of the file alike.
    const tenths = new Array<number>(10).fill(0);
    for (const row of kept) tenths[Math.floor(row / 8000)]++;
    const expected = kept.length / 10;
    const chiSquare = tenths.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.9 % of χ² with 9 degrees of freedom
    expect(kept.length).toBeGreaterThan(5000);
    expect(sample.seen).toBe(80_000);
  });
});

/** Columns of each storage: numbers with tokens and odd spellings, texts, and numbers that become text late. */
const lineOf = (row: number) =>
  `${row},${row % 7 === 0 ? 'NA' : row / 4},${row % 11 === 0 ? `+${row}` : row},note ${row % 400} é,${row < 3000 ? row : `x${row}`}`;

describe('a table that is larger than may be held', () => {
  const rows = 6000;
  const text = ['id,share,odd,note,late', ...Array.from({ length: rows }, (_, row) => lineOf(row)), ''].join(
    '\n',
  );

  it('is read as a sample of its rows, in order, each cell as it stands in the file', async () => {
    // Sizes are looked at every 200,000 rows of five columns: a small table is held whole whatever it comes to.
    const { table } = await read(Array.from({ length: 40 }, () => text).join(''), 4_000_000);
    expect(table.sampledFrom).toBeGreaterThan(rows * 39);
    expect(table.rowCount).toBeLessThan(200_000);
    const lines = rowsOf(table).map((cells) => cells.join(','));
    const ids = lines.map((line) => Number.parseInt(line, 10));
    expect(lines.filter((line, row) => line !== lineOf(ids[row]))).toEqual([]);
    expect(ids.filter((id, row) => row > 0 && id < ids[row - 1])).toHaveLength(39);
  });

  it('gives the same sample however the file is cut into chunks', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 50, max: 5000 }), async (chunkBytes) => {
        const wide = [
          Array.from({ length: 1000 }, (_, i) => `c${i}`).join(','),
          ...Array.from({ length: 1500 }, (_, row) => new Array<number>(1000).fill(row).join(',')),
          '',
        ].join('\n');
        const [one, other] = [
          await read(wide, 4_000_000, 65_536),
          await read(wide, 4_000_000, chunkBytes * 100),
        ];
        expect(one.table.rowCount).toBeLessThan(1500);
        expect(rowsOf(other.table).map(([cell]) => cell)).toEqual(rowsOf(one.table).map(([cell]) => cell));
      }),
      { numRuns: 2 },
    ));

  it('is whole where it can be held, and says nothing of a sample', async () => {
    const { table } = await read(text, 4_000_000);
    expect(table.rowCount).toBe(rows);
    expect(table).not.toHaveProperty('sampledFrom');
  });
});
