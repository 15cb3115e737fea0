import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { indexRows, markCopies } from '../../../src/evaluation/privacy/exact-copies';
import { alignTables } from '../../../src/evaluation/align-tables';
import { golden, goldenTable } from '../golden';
import { numbers, schemaOf } from '../make-tables';

async function marksOf(
  real: readonly TypedColumn[],
  realRows: number,
  made: readonly TypedColumn[],
  madeRows: number,
): Promise<Uint8Array> {
  const index = await indexRows(real, realRows, waitForNobody);
  return markCopies(index, made, madeRows, waitForNobody);
}

const waitForNobody = () => Promise.resolve();

describe('markCopies', () => {
  it('marks the share of rows that a look-up of whole rows finds', async () => {
    const real = goldenTable(golden.training);
    const { columns, rows } = alignTables(real, real, goldenTable(golden.synthetic));
    const marks = await marksOf(
      columns.map((column) => column.training),
      rows.training,
      columns.map((column) => column.synthetic),
      rows.synthetic,
    );
    expect(marks.reduce((sum, mark) => sum + mark, 0) / rows.synthetic).toBe(golden.copies);
  });

  it('agrees with comparing every row with every row', async () => {
    const table = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 0, max: 3 })), fc.integer({ min: -1, max: 2 })),
      {
        maxLength: 30,
      },
    );
    const columnsOf = (rows: readonly (readonly [number | null, number])[]) => [
      numbers(
        'n',
        rows.map((row) => row[0]),
      ),
      {
        type: 'categorical' as const,
        schema: schemaOf('c', 'category'),
        codes: Int32Array.from(rows, (row) => row[1]),
        dictionary: ['a', 'b', 'c'],
      },
    ];
    await fc.assert(
      fc.asyncProperty(table, table, async (real, made) => {
        const marks = await marksOf(columnsOf(real), real.length, columnsOf(made), made.length);
        const expected = made.map(([n, c]) => (real.some((row) => row[0] === n && row[1] === c) ? 1 : 0));
        expect([...marks]).toEqual(expected);
      }),
    );
  });

  it('compares decimals at their own resolution', async () => {
    const real = [numbers('x', [0.3, 1.7], 1)];
    const made = [numbers('x', [0.1 + 0.2, 1.6, -0], 1)];
    expect([...(await marksOf(real, 2, made, 3))]).toEqual([1, 0, 0]);
  });

  it('marks nothing where there is no column', async () => {
    expect([...(await marksOf([], 2, [], 2))]).toEqual([0, 0]);
  });
});
