import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRows, markCopies } from '../../../src/evaluation/privacy/exact-copies';
import { alignTables } from '../../../src/evaluation/align-tables';
import { golden, goldenTable } from '../golden';
import { numbers, schemaOf } from '../make-tables';

describe('markCopies', () => {
  it('marks the share of rows that a look-up of whole rows finds', () => {
    const real = goldenTable(golden.training);
    const { columns, rows } = alignTables(real, real, goldenTable(golden.synthetic));
    const index = indexRows(
      columns.map((column) => column.training),
      rows.training,
    );
    const marks = markCopies(
      index,
      columns.map((column) => column.synthetic),
      rows.synthetic,
    );
    expect(marks.reduce((sum, mark) => sum + mark, 0) / rows.synthetic).toBe(golden.copies);
  });

  it('agrees with comparing every row with every row', () => {
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
    fc.assert(
      fc.property(table, table, (real, made) => {
        const marks = markCopies(indexRows(columnsOf(real), real.length), columnsOf(made), made.length);
        const expected = made.map(([n, c]) => (real.some((row) => row[0] === n && row[1] === c) ? 1 : 0));
        expect([...marks]).toEqual(expected);
      }),
    );
  });

  it('compares decimals at their own resolution', () => {
    const index = indexRows([numbers('x', [0.3, 1.7], 1)], 2);
    expect([...markCopies(index, [numbers('x', [0.1 + 0.2, 1.6, -0], 1)], 3)]).toEqual([1, 0, 0]);
  });

  it('marks nothing where there is no column', () => {
    expect([...markCopies(indexRows([], 2), [], 2)]).toEqual([0, 0]);
  });
});
