import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../../src/engine/encode/encode-table';
import { factoriseTable } from '../../../../src/engine/encode/factorise/learnt-table';
import { findLooseColumns } from '../../../../src/engine/encode/factorise/loose-columns';
import { predictionOrder } from '../../../../src/engine/encode/prediction-order';
import { RandomStream } from '../../../../src/engine/random';
import { numbers, tableOf, texts } from '../../typed-columns';

const rows = 4000;
const random = new RandomStream(1, 'rows');
const symptoms = Array.from({ length: 6 }, () => Array.from({ length: rows }, () => random.int(2)));
const sum = Array.from({ length: rows }, (_, row) =>
  symptoms.reduce((total, column) => total + column[row], 0),
);
const site = Array.from({ length: rows }, () => 'abcd'[random.int(4)]);
const table = tableOf(
  texts(
    'ill',
    sum.map((count) => (random.float() < 0.2 + 0.1 * count ? 'yes' : 'no')),
  ),
  texts('site', site),
  texts(
    'ward',
    site.map((name) => `${name}${random.int(2)}`),
  ),
  numbers(
    'age',
    Array.from({ length: rows }, () => 20 + random.int(60)),
  ),
  ...symptoms.map((column, i) => numbers(`symptom ${i}`, column)),
);
const encoded = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
const name = (index: number) => table.columns[index].schema.name;

describe('findLooseColumns', () => {
  it('finds the columns of few codes that share little with any other one, and more with all of them', () => {
    expect(findLooseColumns(encoded).map(name)).toEqual(['ill']);
  });

  it('has them predicted after all others', () => {
    const { order } = factoriseTable(encoded, { loose: findLooseColumns(encoded) });
    expect(name(order[order.length - 1])).toBe('ill');
  });
});

it('predictionOrder has kept columns first and loose ones last, but none before what it must come after', () => {
  const columns = [
    { size: 2, after: [], isLoose: true },
    { size: 9, after: [] },
    { size: 5, after: [], isLoose: true },
    { size: 40, after: [], isKept: true, isLoose: true },
    { size: 3, after: [2] },
  ];
  expect(predictionOrder(columns)).toEqual([3, 2, 4, 1, 0]);
});
