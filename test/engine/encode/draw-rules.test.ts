import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDecisions } from '../../../src/engine/encode/dependencies';
import { type DrawRule, findDrawRules } from '../../../src/engine/encode/draw-rules';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { factoriseTable, type LearntTable } from '../../../src/engine/encode/factorise/learnt-table';
import { createRuleFilter } from '../../../src/engine/models/autoregressive/rule-filter';
import { RandomStream } from '../../../src/engine/random';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { tableOf } from '../typed-columns';
import { categories, drawCodes } from './factorise/made-categories';

const rows = 40_000;
const cities = 300;
const zips = 2_000;
const random = new RandomStream(4, 'table');
const zip = drawCodes(rows, zips, 3, random);
const city = zip.map((code) => (7 * code) % cities);
const state = city.map((code) => code % 20);
const stateTax = zip.map((code) => Math.floor(code / 100));

function learn(...columns: TypedColumn[]): { learnt: LearntTable; rules: DrawRule[][] } {
  const encoded = encodeTable(tableOf(...columns), { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
  const decisions = findDecisions(encoded);
  const learnt = factoriseTable(encoded, { decisions });
  return { learnt, rules: findDrawRules(decisions, learnt) };
}

/** Draws every learnt column evenly among what the rules leave; codes by learnt column. */
function drawEvenly({ learnt, rules }: ReturnType<typeof learn>, count: number, seed: number): Int32Array[] {
  const stream = new RandomStream(seed, 'draw');
  const drawn: Int32Array[] = [];
  for (const index of learnt.order) {
    const { codec } = learnt.columns[index];
    const filter = createRuleFilter(rules[index], (source) => drawn[source]);
    drawn[index] = Int32Array.from({ length: count }, (_, row) => {
      const weights = new Float64Array(codec.size).fill(1);
      for (const code of codec.withheld) weights[code] = 0;
      filter?.(weights, row);
      const left = [...weights.keys()].filter((code) => weights[code] > 0);
      return left[stream.int(left.length)];
    });
  }
  return drawn;
}

/** The drawn codes of a table's column; undefined where the pair stands for none. */
function joined(
  { learnt }: ReturnType<typeof learn>,
  drawn: readonly Int32Array[],
  index: number,
): (number | undefined)[] {
  const factored = learnt.factored.find((column) => column.index === index);
  if (!factored) return [...drawn[index]];
  return Array.from(drawn[index], (group, row) =>
    factored.codesOf[group].at(drawn[factored.memberIndex][row]),
  );
}

/** Pairs of codes that occur in the table that was learnt. */
function pairsOf(learnt: LearntTable, a: number, b: number): Set<string> {
  const whole = (index: number, row: number) => {
    const factored = learnt.factored.find((column) => column.index === index);
    const code = learnt.columns[index].base[row];
    return factored ? factored.codesOf[code][learnt.columns[factored.memberIndex].base[row]] : code;
  };
  return new Set(Array.from({ length: rows }, (_, row) => `${whole(a, row)} ${whole(b, row)}`));
}

describe('findDrawRules', () => {
  const table = [
    categories('zip', zip, zips),
    categories('city', city, cities),
    categories('state', state, 20),
    categories('tax', stateTax, 20),
  ];

  it('leaves nothing to rule where no column is factored', () => {
    expect(learn(table[2], table[3]).rules).toEqual([[], []]);
  });

  it('lets no pair be drawn that stands for no category, nor a withheld one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const model = learn(table[0]);
        const [{ groups, groupOf, codesOf }] = model.learnt.factored;
        expect(groups.withheld).toHaveLength(1);
        const codes = joined(model, drawEvenly(model, 500, seed), 0);
        expect(codes).not.toContain(undefined);
        const [rare] = codesOf[groups.withheld[0]];
        expect(groupOf[rare]).toBe(groups.withheld[0]);
        expect(codes).not.toContain(rare);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps to what factored columns decide and are decided by, in any order of the columns', () => {
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 0, 3, 2],
    ]) {
      const model = learn(...order.map((place) => table[place]));
      const drawn = drawEvenly(model, 2_000, 1);
      const at = (place: number) => order.indexOf(place);
      for (const [decider, decided] of [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 2],
      ]) {
        const real = pairsOf(model.learnt, at(decider), at(decided));
        const [a, b] = [at(decider), at(decided)].map((index) => joined(model, drawn, index));
        expect(a.filter((code, row) => !real.has(`${code} ${b[row]}`))).toEqual([]);
      }
    }
  });

  it('keeps to a label of each category, where both columns are factored', () => {
    const label = zip.map((code) => zips - 1 - code);
    const model = learn(table[0], categories('label', label, zips));
    const real = pairsOf(model.learnt, 0, 1);
    const drawn = drawEvenly(model, 2_000, 2);
    const labels = joined(model, drawn, 1);
    expect(joined(model, drawn, 0).filter((code, row) => !real.has(`${code} ${labels[row]}`))).toEqual([]);
  });
});
