import { describe, expect, it } from 'vitest';
import { keepMatching, parseConditions } from '../../../src/engine/generate/conditions';
import type { TypedTable } from '../../../src/engine/typed-table';
import { cellsOf, numbers, tableOf, texts, valuesOf } from '../typed-columns';

const table = tableOf(
  texts('sex', ['f', 'm', 'f', 'x', 'm', null]),
  numbers('age', [20, 30, 40, 50, 60, Number.NaN]),
  texts('id', ['a', 'b', 'c', 'd', 'e', 'f'], 'identifier'),
);

async function keep(conditions: string[], rows: number, chunks = [table, table]): Promise<TypedTable[]> {
  const source = (async function* () {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  })();
  const kept: TypedTable[] = [];
  for await (const chunk of keepMatching(source, parseConditions(conditions, table), rows)) kept.push(chunk);
  return kept;
}

describe('keepMatching', () => {
  it('keeps the rows that meet every condition, and no more than asked for', async () => {
    const kept = await keep(['sex=f|m', 'age>=30'], 5);
    expect(kept.flatMap((chunk) => cellsOf(chunk.columns[0]))).toEqual(['m', 'f', 'm', 'm', 'f']);
    expect(kept.flatMap((chunk) => [...valuesOf(chunk.columns[1])])).toEqual([30, 40, 60, 30, 40]);
  });

  it('leaves out missing cells', async () => {
    const kept = await keep(['age<=100'], 5, [table]);
    expect(kept[0].rowCount).toBe(5);
  });

  it('gives up with a sentence when too few rows fit', async () => {
    const many = Array.from({ length: 80_000 }, () => table);
    await expect(keep(['age>=61'], 1, many)).rejects.toThrow(/less rare/);
  });
});

describe('parseConditions', () => {
  it.each([
    ['height=3', /names no kept column/],
    ['sex>=f', /no order/],
    ['age=old', /does not fit/],
    ['id=a', /made anew/],
  ])('refuses %s and says why', (text, reason) => {
    expect(() => parseConditions([text], table)).toThrow(reason);
  });
});
