import { describe, expect, it } from 'vitest';
import { learnCategoricalCodec } from '../../../src/engine/encode/categorical';
import { texts } from '../typed-columns';

const repeat = (text: string | null, count: number) => Array.from({ length: count }, () => text);

describe('CategoricalCodec', () => {
  it('never releases a category held by fewer rows than asked', () => {
    const column = texts('job', [...repeat('clerk', 9), ...repeat('smith', 5), ...repeat('king', 4)]);
    const codec = learnCategoricalCodec(column, 5);
    expect(codec.labels).toEqual(['clerk', 'smith']);
    expect(codec.withheld).toEqual([codec.encode(column.dictionary.indexOf('king'))]);
    expect(learnCategoricalCodec(column, 1).withheld).toEqual([]);
  });

  it('leaves cells empty where no category may be released', () => {
    const codec = learnCategoricalCodec(texts('name', ['a', 'b', 'c']), 5);
    expect(codec.labels).toEqual([]);
    expect(codec.size).toBe(1);
    expect(codec.decode(0)).toBe(-1);
    expect(codec.withheld).toEqual([]);
  });

  it('orders categories that are numbers by their numbers', () => {
    const zips = ['98178', '98125', '98028', '98136', '98074'];
    const codec = learnCategoricalCodec(
      texts(
        'zip',
        zips.flatMap((zip, i) => repeat(zip, 9 + i)),
      ),
      5,
    );
    expect(codec.labels).toEqual([...zips].sort());
    expect(codec.ordered).toBe(5);
  });

  it('has a code for missing cells', () => {
    const codec = learnCategoricalCodec(texts('sex', [...repeat('f', 6), null, ...repeat('m', 7)]), 5);
    expect(codec.encode(-1)).toBe(codec.missingCode);
    expect(codec.decode(codec.missingCode)).toBe(-1);
    expect(codec.size).toBe(3);
  });
});
