import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferColumn } from '../../src/engine/analyze/infer-schema';
import { interpretColumn, interpretTable } from '../../src/engine/interpret';
import { createCellWriter } from '../../src/engine/render';
import { columnKinds, type ColumnSchema } from '../../src/engine/schema';
import { cellText, type Column } from '../../src/engine/table';
import { columnNames } from '../../src/engine/typed-table';
import { numberColumn, schemaOf, textColumn } from './analyze/columns';

function valuesOf(column: Column, schema: ColumnSchema): (number | string | null)[] {
  const { typed } = interpretColumn(column, schema);
  if (typed.type === 'numeric')
    return Array.from(typed.values, (value) => (Number.isNaN(value) ? null : value));
  return Array.from(typed.codes, (code) => (code < 0 ? null : typed.dictionary[code]));
}

function rowsOf(column: Column): number {
  return column.storage === 'text' ? column.codes.length : column.values.length;
}

describe('interpretColumn', () => {
  it('reads numbers of a text column with its separators, and counts what is none', () => {
    const column = textColumn(['1.234,5', ' 7 ', 'NA', 'x', '', '-0,25', 'y']);
    const schema = schemaOf('decimal', {
      missingTokens: ['NA'],
      numberFormat: { minFractionDigits: 0, maxFractionDigits: 2, decimalSeparator: ',' },
    });
    expect(valuesOf(column, schema)).toEqual([1234.5, 7, null, null, null, -0.25, null]);
    expect(interpretColumn(column, schema)).toMatchObject({ notParsedCount: 2, firstNotParsedRow: 3 });
  });

  it('reads marked numbers as they are written, and writes them so again', () => {
    const written = [
      ['-$1,234.50', '$0.75', '$12.00', '$98,765.00'],
      ['1.234,50 €', '5,00 €', '(7,25 €)', '12.000,00 €'],
      ['1\u202f234,5 %', '-0,1 %', '17,0 %', '2\u202f000,0 %'],
      ['CHF 1’200', 'CHF 17', '-CHF 12’000', 'CHF 0'],
    ];
    for (const texts of written) {
      const column = textColumn(Array.from({ length: 4 }, (_, i) => texts[i]));
      const typed = interpretColumn(column, { ...schemaOf('decimal'), chosenByUser: true });
      expect(typed.notParsedCount).toBe(0);
      expect(texts.map((_, row) => createCellWriter(typed.typed)(row))).toEqual(texts);
    }
  });

  it('finds no number where the marks are another column’s', () => {
    const schema = schemaOf('decimal', {
      numberFormat: { minFractionDigits: 0, maxFractionDigits: 0, decimalSeparator: '.', prefix: '$' },
    });
    expect(valuesOf(textColumn(['$5', '6', '€7', '8%', '$-9', '-$-9', '($3)']), schema)).toEqual([
      5,
      6,
      null,
      null,
      -9,
      null,
      null,
    ]);
  });

  it('makes numbers missing that the user calls missing, as text or as number', () => {
    const column = numberColumn([1, 999, 3.5, 'NA', 'odd'], 'n', [0, 1]);
    const decimal = schemaOf('decimal', { missingTokens: ['999', 'NA'] });
    expect(valuesOf(column, decimal)).toEqual([1, null, 3.5, null, null]);
    expect(interpretColumn(column, decimal)).toMatchObject({ notParsedCount: 1, firstNotParsedRow: 4 });
    expect(valuesOf(column, schemaOf('category', { missingTokens: ['999'] }))).toEqual([
      '1',
      null,
      '3.5',
      'NA',
      'odd',
    ]);
  });

  it('holds fractions for no whole numbers', () => {
    const column = numberColumn([1, 2.5, 3], 'n', [0, 1]);
    expect(interpretColumn(column, schemaOf('integer'))).toMatchObject({
      notParsedCount: 1,
      firstNotParsedRow: 1,
    });
  });

  it('never changes the table it reads', () => {
    const column = numberColumn([1, 2.5, 999], 'n', [0, 1]);
    interpretColumn(column, schemaOf('integer', { missingTokens: ['999'] }));
    expect([...column.values]).toEqual([1, 2.5, 999]);
  });

  it('reads dates written as numbers', () => {
    const column = numberColumn([20200131, 19700102, 20201399]);
    expect(valuesOf(column, schemaOf('date', { dateFormat: 'yyyyMMdd' }))).toEqual([18292, 1, null]);
  });

  it('finds the pattern itself when the user chose a date kind without one', () => {
    const column = textColumn([
      '02.01.1970',
      '31.01.1970',
      'later',
      ...Array.from({ length: 40 }, () => '03.01.1970'),
    ]);
    const { typed } = interpretColumn(column, schemaOf('date', { chosenByUser: true }));
    expect(typed.schema.dateFormat).toBe('dd.MM.yyyy');
    expect(Array.from((typed as { values: Float64Array }).values.slice(0, 3))).toEqual([1, 30, Number.NaN]);
  });

  it('reads date-times as dates and dates as date-times where the user wants it so', () => {
    const moments = textColumn(['1970-01-02 18:00:00']);
    const schema = schemaOf('date', { dateFormat: 'yyyy-MM-dd HH:mm:ss' });
    expect(valuesOf(moments, schema)).toEqual([1]);
    expect(createCellWriter(interpretColumn(moments, schema).typed)(0)).toBe('1970-01-02 00:00:00');
    expect(valuesOf(textColumn(['1970-01-02']), schemaOf('datetime', { dateFormat: 'yyyy-MM-dd' }))).toEqual([
      86_400_000,
    ]);
  });

  it('takes any two texts for a boolean, but of more only ways to say yes and no', () => {
    expect(valuesOf(textColumn(['M', 'F', 'M']), schemaOf('boolean'))).toEqual(['M', 'F', 'M']);
    const mixed = textColumn(['yes', 'no', 'perhaps']);
    expect(valuesOf(mixed, schemaOf('boolean'))).toEqual(['yes', 'no', null]);
    expect(interpretColumn(mixed, schemaOf('boolean')).notParsedCount).toBe(1);
  });

  it('keeps texts exactly as they stand, blanks around them too', () => {
    expect(valuesOf(textColumn([' a', 'a', '  ']), schemaOf('category'))).toEqual([' a', 'a', null]);
  });

  it('has a cell for every row under every kind, and never a missing token among the texts', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', 'NA', '1', '2.5', 'yes', 'no', '2020-02-29'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(...columnKinds), (cells, kind) => {
        const { typed, notParsedCount } = interpretColumn(
          textColumn(cells),
          schemaOf(kind, { missingTokens: ['NA'] }),
        );
        const length = typed.type === 'numeric' ? typed.values.length : typed.codes.length;
        expect(length).toBe(cells.length);
        if (typed.type === 'categorical') expect(typed.dictionary).not.toContain('NA');
        expect(notParsedCount).toBeLessThanOrEqual(cells.length);
      }),
    );
  });
});

describe('interpretTable', () => {
  it('leaves dropped columns out and keeps the order of the rest', () => {
    const columns = ['a', 'b', 'c'].map((name) => textColumn(['x', 'y'], name));
    const schema = {
      columns: columns.map(({ name }) =>
        schemaOf('category', { name, role: name === 'b' ? 'drop' : 'keep' }),
      ),
    };
    const typed = interpretTable({ rowCount: 2, columns }, schema);
    expect(columnNames(typed)).toEqual(['a', 'c']);
    expect(typed.rowCount).toBe(2);
  });
});

describe('interpreting, then writing', () => {
  function expectSameTexts(column: Column): void {
    const write = createCellWriter(interpretColumn(column, inferColumn(column)).typed);
    for (let row = 0; row < rowsOf(column); row++) expect(write(row)).toBe(cellText(column, row));
  }
  const many = { minLength: 40, maxLength: 120 };

  it('gives the same whole numbers, and the missing token', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), many), (values) => expectSameTexts(numberColumn([...values, 'NA']))),
    );
  });

  it('gives the same decimals', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.array(cents, many), (values) => expectSameTexts(numberColumn(values, 'n', [2, 2]))),
    );
  });

  it('gives the same dates and date-times', () => {
    const moments = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
    fc.assert(
      fc.property(fc.array(moments, many), fc.constantFrom(10, 19), (seconds, length) => {
        const texts = seconds.map((value) =>
          new Date(value * 1000).toISOString().replace('T', ' ').slice(0, length),
        );
        expectSameTexts(textColumn(texts));
      }),
    );
  });

  it('gives the same texts, whatever they are', () => {
    const texts = fc.string().filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(texts, many),
        fc.constantFrom(...(['category', 'identifier', 'text'] as const)),
        (cells, kind) => {
          const column = textColumn(cells);
          const write = createCellWriter(interpretColumn(column, schemaOf(kind)).typed);
          cells.forEach((cell, row) => expect(write(row)).toBe(cell));
        },
      ),
    );
  });

  it('gives the same yes and no', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Yes', 'No'), many), (cells) =>
        expectSameTexts(textColumn(cells)),
      ),
    );
  });
});
