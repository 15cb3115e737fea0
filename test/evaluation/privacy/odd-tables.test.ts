import { describe, expect, it } from 'vitest';
import { selectRows, type TypedTable } from '../../../src/engine/typed-table';
import { sections } from '../../../src/evaluation/sections';
import { contextOf, measured } from '../make-context';
import { categories, numbers, tableOf } from '../make-tables';

const rows = Array.from({ length: 60 }, (_, row) => row);
const plain = tableOf(
  numbers('n', rows),
  categories(
    'c',
    rows.map((row) => `c${row % 5}`),
  ),
);
const first = (table: TypedTable, count: number) => selectRows(table, rows.slice(0, count));
const missing = tableOf(
  numbers(
    'n',
    rows.map(() => null),
  ),
  categories(
    'c',
    rows.map(() => null),
  ),
);
const constant = tableOf(
  numbers(
    'n',
    rows.map(() => 7),
  ),
  categories(
    'c',
    rows.map(() => 'same'),
  ),
);
const keys = tableOf(categories('id', rows.map(String), 'identifier'));
const single = tableOf(numbers('n', rows));
const same = (table: TypedTable) => ({ training: table, holdout: table, synthetic: table });

describe('the sections on privacy', () => {
  it.each([
    ['one row', { training: first(plain, 1), holdout: first(plain, 0), synthetic: first(plain, 1) }],
    ['no holdout rows', { training: plain, holdout: first(plain, 0), synthetic: plain }],
    ['no synthetic rows', { training: plain, holdout: plain, synthetic: first(plain, 0) }],
    ['nothing but missing cells', same(missing)],
    ['constants', same(constant)],
    ['nothing but keys', same(keys)],
    ['one column', same(single)],
  ])('survive %s: what is not measured says so', async (_, tables) => {
    for (const section of sections.filter(({ family }) => family === 'privacy')) {
      const { findings, details } = await measured(section, contextOf(tables));
      expect(() => structuredClone(details)).not.toThrow();
      for (const { synthetic, verdict, sentence } of findings) {
        if (Number.isNaN(synthetic.value)) expect(verdict).toBe('unmeasured');
        expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }
  });
});
