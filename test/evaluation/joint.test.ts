import { describe, expect, it } from 'vitest';
import { binCount, countInBins } from '../../src/engine/analyze/bins';
import { selectRows } from '../../src/engine/typed-table';
import { alignTables } from '../../src/evaluation/align-tables';
import { compareJoint } from '../../src/evaluation/joint';
import { golden, goldenTable, expectAsReference } from './golden';
import { categories, numbers, tableOf } from './make-tables';

const [training, holdout, synthetic] = [golden.training, golden.holdout, golden.synthetic].map(goldenTable);
const tables = alignTables(training, holdout, synthetic);

describe('compareJoint', () => {
  it('has the error that the pair has in the report', () => {
    for (const expected of golden.pairs) {
      const { error } = compareJoint(tables, expected.first, expected.second);
      expectAsReference(error.synthetic, expected.error);
      expectAsReference(error.holdout ?? Number.NaN, expected.holdoutError);
    }
  });

  it('adds up, over the second column, to the first column’s own counts', () => {
    const joint = compareJoint(tables, 'visits', 'score');
    const width = binCount(joint.second.bins);
    for (const part of ['training', 'synthetic', 'holdout'] as const) {
      const column = tables.columns.find((candidate) => candidate.schema.name === 'visits')?.[part];
      const sums = Array.from({ length: binCount(joint.first.bins) }, (_, bin) =>
        (joint[part] ?? new Float64Array()).slice(bin * width, (bin + 1) * width).reduce((a, b) => a + b, 0),
      );
      expect(sums).toEqual(column ? [...countInBins(column, joint.first.bins)] : []);
    }
  });

  it('gathers rare categories and leaves out cells with a missing value', () => {
    const words = Array.from({ length: 60 }, (_, row) => `w${row % 30}`);
    const table = tableOf(
      categories('word', words),
      categories(
        'side',
        words.map((_, row) => (row < 10 ? null : row % 2 === 0 ? 'left' : 'right')),
      ),
    );
    const joint = compareJoint(alignTables(table, selectRows(table, []), table), 'word', 'side');
    expect(binCount(joint.first.bins)).toBe(25);
    expect(joint.training.reduce((a, b) => a + b, 0)).toBe(50);
    expect(joint.holdout).toBeNull();
    expect(joint.error).toEqual({ synthetic: 0, holdout: null });
  });

  it('refuses a column that is not compared, in words', () => {
    const table = tableOf(
      categories('key', ['a', 'b'], 'identifier'),
      numbers('n', [1, 2]),
      numbers('m', [null, null]),
    );
    const keyed = alignTables(table, table, table);
    for (const name of ['key', 'm', 'nowhere']) {
      expect(() => compareJoint(keyed, name, 'n')).toThrow(
        `The column “${name}” has no distribution to draw`,
      );
    }
  });
});
