import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureAnonymity } from '../../../src/engine/sensitive/anonymity/measure-anonymity';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { categorical, numeric } from '../analyze/columns';

function named(column: TypedColumn, name: string): TypedColumn {
  return { ...column, schema: { ...column.schema, name } };
}

/** The same by comparing rows as texts. */
function countPlainly(rows: readonly string[], k: number) {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(row, (sizes.get(row) ?? 0) + 1);
  const all = [...sizes.values()];
  return {
    groups: all.length,
    smallest: Math.min(...all),
    unique: all.filter((size) => size === 1).length,
    under: all.filter((size) => size < k).reduce((sum, size) => sum + size, 0),
  };
}

describe('measureAnonymity', () => {
  it('gives what Sweeney’s example comes to (2002, figure 2: k = 2 for race, birth, gender and ZIP)', async () => {
    const table = [
      ['Black', '1965', 'm', '0214*'],
      ['Black', '1965', 'm', '0214*'],
      ['Black', '1965', 'f', '0213*'],
      ['Black', '1965', 'f', '0213*'],
      ['Black', '1964', 'f', '0213*'],
      ['Black', '1964', 'f', '0213*'],
      ['White', '1964', 'm', '0213*'],
      ['White', '1964', 'm', '0213*'],
      ['White', '1964', 'm', '0213*'],
      ['White', '1967', 'm', '0213*'],
      ['White', '1967', 'm', '0213*'],
    ];
    const names = ['race', 'birth', 'gender', 'ZIP'];
    const columns = names.map((name, at) => named(categorical(table.map((row) => row[at])), name));
    const report = await measureAnonymity(columns, 3);
    expect(report).toMatchObject({ rows: 11, groups: 5, smallest: 2, unique: 0, under: 8, columns: names });
  });

  it('counts what comparing rows one by one counts, whatever the columns', async () => {
    const cells = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', null),
        fc.constantFrom('x', 'y', 'z'),
        fc.constantFrom(1, 2, 3, Number.NaN),
      ),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 2, max: 6 }), async (rows, k) => {
        const columns = [
          named(categorical(rows.map(([first]) => first)), 'first'),
          named(categorical(rows.map(([, second]) => second)), 'second'),
          named(
            numeric(
              rows.map(([, , third]) => third),
              'integer',
            ),
            'third',
          ),
        ];
        const report = await measureAnonymity(columns, k);
        expect(report).toMatchObject(
          countPlainly(
            rows.map((row) => row.map(String).join('|')),
            k,
          ),
        );
        for (const { column, way, ...figures } of report.remedies) {
          if (way !== 'drop') continue;
          const at = ['first', 'second', 'third'].indexOf(column);
          expect(figures).toEqual(
            countPlainly(
              rows.map((row) =>
                row
                  .filter((_, i) => i !== at)
                  .map(String)
                  .join('|'),
              ),
              k,
            ),
          );
        }
      }),
    );
  });

  it('names the one change that leaves the fewest rows in small groups first', async () => {
    const ages = Array.from({ length: 400 }, (_, row) => 20 + (row % 50));
    const sexes = ages.map((_, row) => (row % 2 ? 'f' : 'm'));
    const { remedies, under } = await measureAnonymity(
      [named(numeric(ages, 'integer'), 'age'), named(categorical(sexes), 'sex')],
      20,
    );
    expect(under).toBe(400);
    expect(remedies[0]).toMatchObject({ column: 'age', under: 0 });
    expect(remedies.find(({ way }) => way === 'tens')).toMatchObject({ column: 'age', under: 32 });
    expect(remedies.every(({ column }) => column === 'age')).toBe(true);
  });

  it('counts pairs too many to list as it counts few', async () => {
    const rows = 60_000;
    const first = Array.from({ length: rows }, (_, row) => (row * 7919) % 30_011);
    const second = Array.from({ length: rows }, (_, row) => (row * 104_729) % 30_013);
    const report = await measureAnonymity(
      [named(numeric(first, 'integer'), 'first'), named(numeric(second, 'integer'), 'second')],
      2,
    );
    expect(report).toMatchObject(
      countPlainly(
        first.map((value, row) => `${value}|${second[row]}`),
        2,
      ),
    );
  });

  it('tells how far it is and ends when it is told to', async () => {
    const column = named(categorical(['a', 'b']), 'one');
    const seen: number[] = [];
    await measureAnonymity([column, named(column, 'two')], 2, (done, total) => {
      seen.push(done / total);
      return Promise.resolve();
    });
    expect(seen.at(-1)).toBe(1);
    const stopped = measureAnonymity([column], 2, () => Promise.reject(new Error('stopped')));
    await expect(stopped).rejects.toThrow('stopped');
  });
});
