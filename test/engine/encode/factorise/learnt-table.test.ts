import { describe, expect, it } from 'vitest';
import { encodeTable } from '../../../../src/engine/encode/encode-table';
import {
  completionOrder,
  factoriseTable,
  isPart,
} from '../../../../src/engine/encode/factorise/learnt-table';
import { mostWholeCategories } from '../../../../src/engine/encode/factorise/group-sizes';
import { RandomStream } from '../../../../src/engine/random';
import { numbers, tableOf } from '../../typed-columns';
import { categories, drawCodes } from './made-categories';

const random = new RandomStream(1, 'table');
const rows = 60_000;
const few = categories('few', drawCodes(rows, mostWholeCategories, 5, random), mostWholeCategories);
const many = categories('many', drawCodes(rows, 3_000, 5, random), 3_000);
const ages = numbers(
  'age',
  Array.from({ length: rows }, () => 18 + random.int(60)),
);

function encode(...columns: Parameters<typeof tableOf>) {
  return encodeTable(tableOf(...columns), { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
}

describe('factoriseTable', () => {
  it('leaves columns of few categories as they are', () => {
    const encoded = encode(few, ages);
    const learnt = factoriseTable(encoded, {});
    expect(learnt.factored).toEqual([]);
    expect(learnt.columns).toEqual(encoded.columns);
    expect(learnt.order).toEqual(encoded.order);
  });

  it('puts groups in the place of a column of many categories, and its members last', () => {
    const encoded = encode(many, ages, few);
    const learnt = factoriseTable(encoded, {});
    expect(learnt.columns).toHaveLength(4);
    expect(learnt.columns.slice(1, 3)).toEqual(encoded.columns.slice(1));
    const [factored] = learnt.factored;
    expect([factored.index, factored.memberIndex]).toEqual([0, 3]);
    expect([0, 1, 2, 3].map((index) => isPart(learnt, index))).toEqual([true, false, false, true]);
    encoded.columns[0].base.forEach((code, row) => {
      const group = learnt.columns[0].base[row];
      if (factored.codesOf[group][learnt.columns[3].base[row]] !== code) expect.fail('Another code.');
    });
  });

  it('makes both parts grow with the root of the categories', () => {
    const [{ groups, members }] = factoriseTable(encode(many), {}).factored;
    expect(groups.size).toBeLessThan(2.5 * Math.sqrt(3_000));
    expect(members.size).toBeLessThan(2 * Math.sqrt(3_000));
    expect(groups.size * members.size).toBeGreaterThanOrEqual(3_000);
  });

  it('predicts members after their groups, and says when the table’s columns are complete', () => {
    const learnt = factoriseTable(encode(many, few, ages), {});
    const [{ index, memberIndex }] = learnt.factored;
    expect(learnt.order.indexOf(memberIndex)).toBeGreaterThan(learnt.order.indexOf(index));
    expect([...learnt.order].sort()).toEqual([0, 1, 2, 3]);
    const complete = completionOrder(learnt);
    expect([...complete].sort()).toEqual([0, 1, 2]);
    const whole = learnt.order.filter((column) => column !== index);
    expect(complete).toEqual(whole.map((column) => (column === memberIndex ? index : column)));
  });

  it('predicts what a column of many categories decides after it', () => {
    const encoded = encode(ages, few, many);
    const partner = encoded.columns[2].codec.size;
    const decision = { decider: 2, decided: 1, partner: new Int32Array(partner) };
    const { order } = factoriseTable(encoded, { decisions: [decision] });
    expect(order.indexOf(1)).toBeGreaterThan(order.indexOf(3));
  });

  it('groups categories that go with the same values of another column', () => {
    const region = many.codes.map((code) => code % 4);
    const learnt = factoriseTable(encode(many, categories('region', region, 4)), {});
    const groups = learnt.columns[0].base;
    const regionsOf = new Map<number, Set<number>>();
    groups.forEach((group, row) => {
      regionsOf.set(group, (regionsOf.get(group) ?? new Set()).add(region[row]));
    });
    const mixed = [...regionsOf.values()].filter((regions) => regions.size > 1);
    expect(mixed.length).toBeLessThanOrEqual(1);
  });
});
