import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import type { TypedTable } from '../../../src/engine/typed-table';
import { independentOf } from '../models/baselines';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';

const real = 300;
const rowsOf = <T>(of: (row: number) => T) => Array.from({ length: real }, (_, row) => of(row));

/** A key, an amount, a colour and a note, some of them missing. */
const model = independentOf(
  tableOf(
    texts(
      'key',
      rowsOf((i) => `K-${1000 + i * 7}`),
      'identifier',
    ),
    numbers(
      'amount',
      rowsOf((i) => (i % 9 === 0 ? Number.NaN : (i * i) % 997)),
    ),
    texts(
      'colour',
      rowsOf((i) => (i % 7 === 0 ? null : ['red', 'green', 'blue'][i % 3])),
    ),
    texts(
      'note',
      rowsOf((i) => (i % 2 ? `Seen ${i} times.` : null)),
      'text',
    ),
  ),
);

async function draw(rows: number, from = 0, to = rows): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows, seed: 6, extremes: 'near', slice: { from, to } }))
    chunks.push(chunk);
  return concatenateTables(chunks);
}

const columnsOf = ({ columns }: TypedTable) =>
  columns.map((column) => (column.type === 'numeric' ? [...valuesOf(column)] : cellsOf(column)));

const total = 140_000;
const whole = draw(total);

describe('a slice of a table', () => {
  it('is what stands in the whole, wherever it is cut', { timeout: 60_000 }, async () => {
    const all = columnsOf(await whole);
    const cut = fc.tuple(fc.nat(total - 1), fc.integer({ min: 1, max: 3000 }));
    await fc.assert(
      fc.asyncProperty(cut, async ([from, rows]) => {
        const to = Math.min(total, from + rows);
        const own = columnsOf(await draw(total, from, to));
        expect(own).toEqual(all.map((cells) => cells.slice(from, to)));
      }),
      { numRuns: 8, examples: [[[65_530, 10]], [[131_072, 1]], [[0, 1]], [[total - 1, 1]]] },
    );
  });

  it('makes no key that another one makes', async () => {
    const [keys] = columnsOf(await whole);
    expect(new Set<unknown>(keys).size).toBe(total);
  });
});
