import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/engine/privacy/read-facts';
import { schemaOf } from '../../evaluation/make-tables';

describe('what is typed of a column', () => {
  it('is two bounds of numbers, as a program or as the file writes them', () => {
    expect(readFacts(schemaOf('age', 'integer'), ['0', '120'])).toEqual({
      bounds: { minimum: 0, maximum: 120 },
    });
    const decimal = { ...schemaOf('height', 'decimal', 1) };
    const comma = { ...decimal, numberFormat: { ...decimal.numberFormat, decimalSeparator: ',' as const } };
    expect(readFacts(comma, ['0,5', '2.5'])).toEqual({ bounds: { minimum: 0.5, maximum: 2.5 } });
  });

  it('is two days, in the column’s own form or in ISO’s', () => {
    const day = { ...schemaOf('born', 'date'), dateFormat: 'dd.MM.yyyy' };
    expect(readFacts(day, ['02.01.1970', '1970-01-11'])).toEqual({ bounds: { minimum: 1, maximum: 10 } });
    const time = { ...schemaOf('seen', 'datetime'), dateFormat: 'yyyy-MM-dd HH:mm' };
    expect(readFacts(time, ['1970-01-01 00:01', '1970-01-02'])).toEqual({
      bounds: { minimum: 60_000, maximum: 86_400_000 },
    });
  });

  it('is the list of categories of other columns, each once', () => {
    expect(readFacts(schemaOf('ward', 'category'), ['A', 'B', 'A'])).toEqual({ categories: ['A', 'B'] });
  });

  it('is refused in a sentence that names the column', () => {
    const age = schemaOf('age', 'integer');
    expect(() => readFacts(age, ['0'])).toThrow('age takes two bounds');
    expect(() => readFacts(age, ['9', '1'])).toThrow('wrong way round');
    expect(() => readFacts(age, ['', '1'])).toThrow('must be a number');
    expect(() =>
      readFacts({ ...schemaOf('born', 'date'), dateFormat: 'dd.MM.yyyy' }, ['soon', 'late']),
    ).toThrow('a date such as 2001-12-31 or one written as dd.MM.yyyy');
  });
});
