import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { RandomStream } from '../../../src/engine/random';
import { numbers, tableOf } from '../typed-columns';

const rows = 400;
const random = new RandomStream(4, 'values');
const draw = () => Math.floor(1e5 * random.float());

function encodeColumns(columns: readonly (readonly number[])[]) {
  const table = tableOf(...columns.map((values, index) => numbers(`c${index}`, [...values])));
  return encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
}

describe('findCopySources', () => {
  it('finds the one column among hundreds that another repeats in a tenth of the rows', () => {
    const columns = Array.from({ length: 300 }, () => Array.from({ length: rows }, draw));
    columns[250] = columns[250].map((value, row) => (row % 10 === 3 ? columns[40][row] : value));
    const sources = encodeColumns(columns).columns.flatMap(({ copySources }, index) =>
      copySources.map((source) => [source, index].sort((a, b) => a - b)),
    );
    expect(sources).toEqual([[40, 250]]);
  });

  it('takes no column for a source that is equal in one row of a hundred', () => {
    const first = Array.from({ length: rows }, draw);
    const second = first.map((value, row) => (row % 100 === 0 ? value : draw()));
    expect(encodeColumns([first, second]).columns.flatMap(({ copySources }) => copySources)).toEqual([]);
  });

  it('does not take two missing cells for equal ones', () => {
    const column = () => Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? Number.NaN : draw()));
    const encoded = encodeColumns([column(), column()]);
    expect(encoded.columns.flatMap(({ copySources }) => copySources)).toEqual([]);
  });
});
