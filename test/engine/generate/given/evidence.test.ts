import { describe, expect, it } from 'vitest';
import { dependenciesOf, findDecisions } from '../../../../src/engine/encode/dependencies';
import { encodeTable } from '../../../../src/engine/encode/encode-table';
import type { NumericCodec } from '../../../../src/engine/encode/numeric';
import { askableColumns } from '../../../../src/engine/generate/given/askable-columns';
import { parseCondition } from '../../../../src/engine/generate/given/condition';
import { Evidence } from '../../../../src/engine/generate/given/evidence';
import { checkConditions } from '../../../../src/engine/generate/given/released';
import { RandomStream } from '../../../../src/engine/random';
import { numbers, tableOf, texts } from '../../typed-columns';
import { makeClinic } from './made-clinic';

const real = makeClinic(3000, 5);
const encoded = encodeTable(real, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
const dependencies = dependenciesOf(findDecisions(encoded), encoded);
const indexOf = (name: string) => real.columns.findIndex(({ schema }) => schema.name === name);
const parse = (text: string) => parseCondition(text, real.columns);
const evidenceOf = (...texts: string[]) => new Evidence(encoded, dependencies, texts.map(parse));
/** Columns that others refer to, all rows alike. */
const drawn = (values: Record<string, number>) => ({
  numbersOf: (index: number) => Float64Array.of(values[real.columns[index].schema.name]),
});

describe('Evidence', () => {
  it('leaves the codes of the categories asked for, and of those that decide them', () => {
    const evidence = evidenceOf('postcode=1200');
    for (const name of ['city', 'postcode']) {
      const shares = evidence.sharesFor(indexOf(name), drawn({}))?.(0) as Float64Array;
      const { codec } = encoded.columns[indexOf(name)];
      const left = [...shares.keys()].filter((code) => shares[code] > 0);
      expect(left, name).toHaveLength(1);
      expect('labels' in codec && codec.labels[left[0]]).toBe(name === 'city' ? 'Cey' : '1200');
    }
    expect(evidence.sharesFor(indexOf('age'), drawn({}))).toBeNull();
    expect(evidence.columns.map((index) => real.columns[index].schema.name).sort()).toEqual([
      'city',
      'postcode',
    ]);
  });

  it('moves a range by the row’s origin where a column counts from another', () => {
    const [begin, end] = [indexOf('begin'), indexOf('end')];
    const [late, early] = encoded.columns[end].relativeTo === begin ? ['end', 'begin'] : ['begin', 'end'];
    const evidence = evidenceOf(`${late}<=1970-06-01 12:00:00`);
    const edge = Date.UTC(1970, 5, 1, 12);
    const shares = (origin: number) => evidence.sharesFor(indexOf(late), drawn({ [early]: origin }))?.(0);
    const codec = encoded.columns[indexOf(late)].codec as NumericCodec;
    const far = 100 * 86_400_000;
    expect(shares(edge - far)?.every((share) => share === 1)).toBe(true);
    expect(shares(edge + far)?.every((share) => share === 0)).toBe(true);
    const near = shares(edge - (codec.minimum + codec.maximum) / 2) as Float64Array;
    expect(near[0]).toBe(1);
    expect(near[codec.ordered - 1]).toBe(0);
  });

  it('allows a copy where what it copies is allowed', () => {
    const paid = encoded.columns[indexOf('paid')];
    const bill = encoded.columns[indexOf('bill')];
    const [own, other] = paid.copySources.length > 0 ? ['paid', 'bill'] : ['bill', 'paid'];
    const { codec } = own === 'paid' ? paid : bill;
    const evidence = evidenceOf(`${own}>=50`);
    const share = (copied: number) =>
      (evidence.sharesFor(indexOf(own), drawn({ [other]: copied }))?.(0) as Float64Array)[codec.size];
    expect(share(60)).toBe(1);
    expect(share(40)).toBe(0);
    expect(share(Number.NaN)).toBeGreaterThan(0);
    expect(share(Number.NaN)).toBeLessThan(1);
  });

  it('refuses a category that is not released', () => {
    const cells = Array.from({ length: 60 }, (_, i) => (i < 2 ? 'rare' : 'abc'[i % 3]));
    const table = tableOf(texts('c', cells), numbers('n', Array.from(cells.keys())));
    const conditions = [parseCondition('c=a|rare', table.columns)];
    const small = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
    expect(() => new Evidence(small, [[], []], conditions)).toThrow(/^"c=a\|rare": too few rows/);
    expect(() => checkConditions(conditions, table, 5)).toThrow(/^"c=a\|rare": too few rows/);
    expect(() => checkConditions(conditions, table, 2)).not.toThrow();
    expect(() => checkConditions([parseCondition('c!=rare', table.columns)], table, 5)).not.toThrow();
  });
});

describe('askableColumns', () => {
  it('names what can be asked of each column, and leaves out made-up ones that are always filled', () => {
    const columns = new Map(askableColumns(encoded).map((column) => [column.name, column]));
    expect(columns.has('id')).toBe(false);
    expect(columns.get('note')).toMatchObject({ labels: [], hasMissing: true });
    expect(columns.get('city')).toMatchObject({ hasMissing: false });
    expect(new Set(columns.get('city')?.labels)).toEqual(new Set(['Aa', 'Bee', 'Cey', 'Dee']));
    expect(columns.get('age')).toMatchObject({ kind: 'integer', hasMissing: true });
    expect(columns.get('begin')?.dateFormat).toBe('yyyy-MM-dd HH:mm:ss');
  });
});
