import { describe, expect, it } from 'vitest';
import { inferColumn, inferSchema } from '../../../src/engine/analyze/infer-schema';
import type { ColumnKind } from '../../../src/engine/schema';
import { numberColumn, textColumn } from './columns';

function rows<T>(count: number, make: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => make(row));
}

/** A number that looks random and depends on the row alone. */
function scattered(row: number, modulus: number): number {
  return (row * 2_654_435_761) % modulus;
}

function kindOfTexts(texts: readonly string[], name?: string): ColumnKind {
  return inferColumn(textColumn(texts, name)).kind;
}

function kindOfNumbers(
  numbers: readonly (number | string)[],
  name?: string,
  digits?: [number, number],
): ColumnKind {
  return inferColumn(numberColumn(numbers, name, digits)).kind;
}

describe('inferColumn on numbers', () => {
  it('tells whole numbers from decimals by the values, not the zeros behind the point', () => {
    expect(kindOfNumbers(rows(50, (i) => i * 7))).toBe('integer');
    expect(
      kindOfNumbers(
        rows(50, (i) => i * 7),
        'n',
        [1, 1],
      ),
    ).toBe('integer');
    expect(
      kindOfNumbers(
        rows(50, (i) => i / 4),
        'n',
        [0, 2],
      ),
    ).toBe('decimal');
  });

  it('takes 0 and 1 for yes and no, and leaves other codes numbers', () => {
    expect(kindOfNumbers([0, 1, 1, 0, 'NA'])).toBe('boolean');
    expect(kindOfNumbers([1, 2, 1, 2])).toBe('integer');
    expect(kindOfNumbers([0, 0, 0])).toBe('integer');
  });

  it('takes row numbers for identifiers, in order or not, but not years', () => {
    expect(kindOfNumbers(rows(100, (i) => i))).toBe('identifier');
    expect(kindOfNumbers(rows(100, (i) => ((i * 37) % 100) + 1))).toBe('identifier');
    expect(kindOfNumbers(rows(100, (i) => 1920 + i))).toBe('integer');
  });

  it('takes keys by their name: unique ones are identifiers, frequent ones categories', () => {
    const unique = rows(500, (i) => scattered(i, 99_991));
    expect(kindOfNumbers(unique, 'customer_id')).toBe('identifier');
    expect(kindOfNumbers(unique, 'weight')).toBe('integer');
    expect(
      kindOfNumbers(
        rows(900, (i) => scattered(i, 97)),
        'pid',
      ),
    ).toBe('identifier');
    expect(
      kindOfNumbers(
        rows(900, (i) => i % 9),
        'storeId',
      ),
    ).toBe('category');
  });

  it('takes long unique numbers of one length for account numbers', () => {
    expect(kindOfNumbers(rows(100, (i) => 10_000_000 + scattered(i, 89_999_999)))).toBe('identifier');
    expect(kindOfNumbers(rows(100, (i) => 10_000 + scattered(i, 89_999)))).toBe('integer');
  });

  it('takes postal codes for categories', () => {
    expect(
      kindOfNumbers(
        rows(900, (i) => 98_001 + (i % 70)),
        'zipcode',
      ),
    ).toBe('category');
    expect(
      kindOfTexts(
        rows(900, (i) => `0${1000 + (i % 400)}`),
        'ZIP code',
      ),
    ).toBe('category');
  });

  it('reads eight digits as dates where all of them are', () => {
    const days = rows(300, (i) => 20_140_101 + (i % 12) * 100 + (i % 28));
    expect(inferColumn(numberColumn(days))).toMatchObject({ kind: 'date', dateFormat: 'yyyyMMdd' });
    expect(kindOfNumbers([...days, 20_141_301])).toBe('integer');
  });

  it('finds numbers that are mixed with a few words, and categories that mix the two', () => {
    const numbers = rows(400, (i) => scattered(i, 1009));
    expect(kindOfNumbers([...numbers, 'broken'])).toBe('integer');
    expect(kindOfNumbers([...rows(200, (i) => i % 3), '3+', '3+'])).toBe('category');
  });

  it('leaves aside the digits that rounding errors in a few cells have', () => {
    const cells = Array.from({ length: 300 }, (_, i) => (i === 7 ? 0.1 + 0.2 : i / 1000));
    const digitsOf = (values: readonly number[]) =>
      inferColumn(numberColumn(values, 'weight', [1, 17])).numberFormat.maxFractionDigits;
    expect(digitsOf(cells)).toBe(3);
    expect(digitsOf(cells.map((value) => Math.sqrt(value)))).toBe(17);
    expect(digitsOf(cells.map((value, i) => (i % 20 === 0 ? Math.sqrt(2) : value)))).toBe(17);
  });

  it('takes infinities among numbers for missing', () => {
    const cells = Array.from({ length: 100 }, (_, i) =>
      i % 10 === 0 ? 'inf' : i % 25 === 1 ? '-Infinity' : i / 8,
    );
    const schema = inferColumn(numberColumn(cells, 'ratio', [0, 3]));
    expect(schema).toMatchObject({ kind: 'decimal', missingTokens: ['inf', '-Infinity'] });
  });

  it('keeps numbers that hardly repeat numbers, though a tenth of the cells are words', () => {
    const cells = Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? 'not measured' : i * 1.37));
    expect(inferColumn(numberColumn(cells, 'dose', [0, 2])).kind).toBe('decimal');
  });

  it('reads numbers that are grouped by thousands', () => {
    expect(kindOfTexts(rows(60, (i) => `${i + 1},${100 + i},000`))).toBe('integer');
  });
});

describe('inferColumn on numbers with marks around them', () => {
  const amounts = Array.from({ length: 60 }, (_, i) => (i * 37.91 - 400).toFixed(2));
  const formatOf = (texts: readonly string[]) => {
    const { kind, numberFormat } = inferColumn(textColumn(texts));
    return { kind, ...numberFormat };
  };

  it('reads amounts of money', () => {
    const texts = amounts.map((text) => (text.startsWith('-') ? `-$${text.slice(1)}` : `$${text}`));
    expect(formatOf(texts)).toEqual({
      kind: 'decimal',
      minFractionDigits: 2,
      maxFractionDigits: 2,
      decimalSeparator: '.',
      prefix: '$',
    });
    expect(formatOf(amounts.map((text) => `${text.replace('.', ',')} €`))).toMatchObject({
      decimalSeparator: ',',
      suffix: ' €',
    });
  });

  it('reads percentages', () => {
    expect(formatOf(amounts.map((text) => `${text}%`))).toMatchObject({ kind: 'decimal', suffix: '%' });
  });

  it('reads a minus in parentheses, but not parentheses around every number', () => {
    const texts = amounts.map((text) => (text.startsWith('-') ? `(${text.slice(1)})` : text));
    expect(formatOf(texts)).toMatchObject({ kind: 'decimal', negative: 'parentheses' });
    expect(formatOf(amounts.map((text) => `(${text.replace('-', '')})`)).negative).toBeUndefined();
  });

  it('keeps separators of thousands', () => {
    const grouped = (separator: string) =>
      Array.from({ length: 60 }, (_, i) => `${i + 1}${separator}${String(100 + 13 * i).slice(-3)}`);
    expect(formatOf(grouped(','))).toMatchObject({ kind: 'integer', grouping: ',' });
    expect(formatOf(grouped(' '))).toMatchObject({ kind: 'integer', grouping: ' ' });
  });

  it('leaves a few different percentages levels, and numbers of different currencies texts', () => {
    const few = Array.from({ length: 90 }, (_, i) => `${(i % 3) * 5}%`);
    expect(formatOf(few).kind).toBe('category');
    const mixed = amounts.map((text, i) => `${i % 2 === 0 ? '$' : '€'}${text.replace('-', '')}`);
    expect(['integer', 'decimal']).not.toContain(formatOf(mixed).kind);
  });
});

describe('inferColumn on texts', () => {
  it.each([
    ['Yes', 'No'],
    ['TRUE', 'FALSE'],
    ['y', 'n'],
    ['ja', 'nein'],
  ])('takes %s and %s for a boolean', (yes, no) => {
    expect(kindOfTexts(rows(40, (i) => (i % 3 ? yes : no)))).toBe('boolean');
  });

  it('takes other pairs for categories', () => {
    expect(kindOfTexts(rows(40, (i) => (i % 3 ? 'male' : 'female')))).toBe('category');
  });

  it('keeps unknown and none as levels, and ? and NA as missing', () => {
    const levels = ['unknown', 'none', 'None', 'a', 'b'];
    const schema = inferColumn(textColumn(rows(100, (i) => [...levels, '?', 'NA', 'NA', ' '][i % 9])));
    expect(schema.kind).toBe('category');
    expect(schema.missingTokens[0]).toBe('NA');
    expect(new Set(schema.missingTokens)).toEqual(new Set(['NA', '?', ' ']));
  });

  it('takes unique codes for identifiers and sentences for text', () => {
    expect(kindOfTexts(rows(300, (i) => `${1000 + i}-VHVEG`))).toBe('identifier');
    expect(kindOfTexts(rows(300, (i) => `The engine number ${i} made a strange noise.`))).toBe('text');
    expect(kindOfTexts(rows(300, (i) => `user${i}@mail${i % 7}.test`))).toBe('identifier');
    const hex = (i: number) =>
      scattered(i + 1, 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    expect(kindOfTexts(rows(300, (i) => `${hex(i)}-1234-4abc-9def-0000${hex(i)}`))).toBe('identifier');
  });

  it('takes numbered keys that repeat a little for identifiers', () => {
    expect(kindOfTexts(rows(900, (i) => `case-${10_000 + (i % 300)}`))).toBe('identifier');
    expect(kindOfTexts(rows(900, (i) => `Resource${10 + (i % 40)}`))).toBe('category');
  });

  it('takes remarks for text though some come often', () => {
    const remarks = rows(300, (i) => (i % 2 ? 'No damage.' : `Struck the left wing near mile ${i}.`));
    expect(kindOfTexts(remarks)).toBe('text');
  });

  it('takes names of places that come again for categories', () => {
    expect(kindOfTexts(rows(2000, (i) => `Zone ${String.fromCharCode(65 + (i % 26))}${i % 7}`))).toBe(
      'category',
    );
  });

  it('takes very many texts for categories only where each comes often, and names of people never', () => {
    const syllables = ['ba', 'ne', 'ti', 'lo', 'mu', 'ra', 'se', 'ki', 'do', 'vu'];
    const word = (place: number) =>
      Array.from(String(place % 6000).padStart(4, '0'), (digit) => syllables[Number(digit)]).join('');
    const often = rows(60_000, word);
    expect(kindOfTexts(often, 'town')).toBe('category');
    expect(kindOfTexts(often, 'surname')).toBe('text');
    expect(kindOfTexts(rows(18_000, word), 'town')).toBe('text');
  });

  it('finds dates with a midnight that never changes', () => {
    const texts = rows(60, (i) => `201410${String((i % 28) + 1).padStart(2, '0')}T000000`);
    expect(inferColumn(textColumn(texts))).toMatchObject({ kind: 'date', dateFormat: "yyyyMMdd'T000000'" });
  });

  it('keeps labels with leading zeros as they are', () => {
    expect(kindOfTexts(rows(200, (i) => String(i % 20).padStart(3, '0')))).toBe('category');
    expect(kindOfTexts(rows(200, (i) => String(i).padStart(5, '0')))).toBe('identifier');
  });

  it("takes words that are names of the language's own objects for words", () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const schema = inferColumn(textColumn(Array.from({ length: 100 }, (_, i) => words[i % 4])));
    expect(schema.kind).toBe('category');
    expect(schema.missingTokens).toEqual([]);
  });

  it('says of an empty column that it is empty', () => {
    expect(inferColumn(textColumn(['', ' ', 'NA']))).toMatchObject({
      kind: 'category',
      why: 'Every cell is empty.',
    });
    expect(inferColumn(textColumn([]))).toMatchObject({ kind: 'category' });
  });
});

describe('inferSchema', () => {
  it('keeps every column and says how far it is', () => {
    const done: number[] = [];
    const columns = [textColumn(['a', 'a'], 'x'), numberColumn([1, 3], 'y')];
    const schema = inferSchema({ rowCount: 2, columns }, (count, total) => done.push(count / total));
    expect(schema.columns.map(({ name, role, chosenByUser }) => ({ name, role, chosenByUser }))).toEqual([
      { name: 'x', role: 'keep', chosenByUser: false },
      { name: 'y', role: 'keep', chosenByUser: false },
    ]);
    expect(done).toEqual([0.5, 1]);
  });

  it('never puts a cell into its reasons', () => {
    const secret = rows(60, (i) => `Zyxwv${i} Qponm`);
    expect(inferColumn(textColumn(secret)).why).not.toMatch(/Zyxwv|Qponm/);
  });
});
