import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { RandomStream } from '../../../src/engine/random';
import { numbers, tableOf, texts } from '../typed-columns';

const rows = 6000;
const random = () => new RandomStream(1, 'encode');
const wide = (name: string, stream: RandomStream) =>
  Array.from({ length: rows }, () => Math.floor(1e5 * stream.float()) + name.length);

describe('encodeTable', () => {
  it('marks the cells that repeat an earlier column', () => {
    const stream = new RandomStream(2, 'values');
    const first = wide('a', stream);
    const second = first.map((value, row) => (row % 4 === 0 ? value : Math.floor(2e5 * stream.float())));
    const encoded = encodeTable(
      tableOf(numbers('a', first), numbers('b', second)),
      { minCategoryRows: 5 },
      random(),
    );
    const later = encoded.order[1];
    const { copySources, codec, target } = encoded.columns[later];
    expect(copySources).toEqual([encoded.order[0]]);
    const marked = target.reduce((sum, code) => sum + (code >= codec.size ? 1 : 0), 0);
    expect(marked / rows).toBeCloseTo(0.25, 2);
  });

  it('writes an end as the time since its start, and predicts the start first', () => {
    const stream = new RandomStream(3, 'values');
    const month = 30 * 86_400_000;
    const start = Array.from({ length: rows }, () => 1000 * Math.floor((month * stream.float()) / 1000));
    const end = start.map((value) => value + 1000 * Math.floor(3600 * stream.float()));
    for (const columns of [
      [numbers('start', start, 0, 'datetime'), numbers('end', end, 0, 'datetime')],
      [numbers('end', end, 0, 'datetime'), numbers('start', start, 0, 'datetime')],
    ]) {
      const encoded = encodeTable(tableOf(...columns), { minCategoryRows: 5 }, random());
      const startIndex = columns.findIndex((column) => column.schema.name === 'start');
      expect(encoded.columns[1 - startIndex].relativeTo).toBe(startIndex);
      expect(encoded.columns[startIndex].relativeTo).toBeNull();
      expect(encoded.order).toEqual([startIndex, 1 - startIndex]);
    }
  });

  it('writes a chain of moments each from the one before, dates and date-times alike', () => {
    const stream = new RandomStream(5, 'values');
    const visit = Array.from({ length: rows }, () => 18_000 + stream.int(1000));
    const admission = visit.map((day) => 86_400_000 * day + 60_000 * stream.int(1440));
    const discharge = admission.map((time) => time + 60_000 * stream.int(9 * 1440));
    const encoded = encodeTable(
      tableOf(
        numbers('discharged', discharge, 0, 'datetime'),
        numbers('admitted', admission, 0, 'datetime'),
        numbers('visit', visit, 0, 'date'),
      ),
      { minCategoryRows: 5 },
      random(),
    );
    expect(encoded.columns.map(({ relativeTo }) => relativeTo)).toEqual([1, 2, null]);
    expect(encoded.order).toEqual([2, 1, 0]);
  });

  it('learns of identifiers and free text only whether they are filled', () => {
    const ids = texts(
      'id',
      Array.from({ length: 50 }, (_, i) => `id-${i}`),
      'identifier',
    );
    const notes = texts(
      'note',
      Array.from({ length: 50 }, (_, i) => (i % 2 ? `text ${i}` : null)),
      'text',
    );
    const encoded = encodeTable(tableOf(ids, notes), { minCategoryRows: 5 }, random());
    expect(encoded.columns.map(({ codec }) => codec.size)).toEqual([1, 2]);
  });

  it('predicts columns with few codes first', () => {
    const stream = new RandomStream(4, 'values');
    const table = tableOf(
      numbers('wide', wide('w', stream)),
      texts(
        'sex',
        Array.from({ length: rows }, (_, i) => (i % 2 ? 'f' : 'm')),
      ),
      numbers(
        'stars',
        Array.from({ length: rows }, (_, i) => i % 5),
      ),
    );
    expect(encodeTable(table, { minCategoryRows: 5 }, random()).order).toEqual([1, 2, 0]);
  });
});
