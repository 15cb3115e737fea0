import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/engine/table';
import { ColumnBuilder } from '../../../src/io/csv/column-builder';

function build(cells: readonly string[], separator: '.' | ',' = '.') {
  const builder = new ColumnBuilder(separator, () => undefined);
  const encoder = new TextEncoder();
  for (const cell of cells) {
    const bytes = encoder.encode(`<${cell}>`);
    builder.add(bytes, 1, bytes.length - 1);
  }
  return builder.finish('x');
}

const textsOf = (cells: readonly string[], separator?: '.' | ',') => {
  const column = build(cells, separator);
  return cells.map((_, row) => cellText(column, row));
};

describe('a column of numbers', () => {
  it('keeps values, tokens and format', () => {
    expect(build(['1.50', '', '-2.25', 'NA', '0.00', 'NA'])).toEqual({
      storage: 'number',
      name: 'x',
      values: Float64Array.of(1.5, NaN, -2.25, NaN, 0, NaN),
      tokenCodes: Uint8Array.of(0, 1, 0, 2, 0, 2),
      tokens: ['', 'NA'],
      format: { minFractionDigits: 2, maxFractionDigits: 2, decimalSeparator: '.' },
    });
  });

  it('has no token codes when every cell is a number', () => {
    expect(build(['1', '2'])).toMatchObject({ tokenCodes: null, tokens: [] });
  });

  it.each([
    [['1e5', '2.5e-3'], [1e5, 0.0025], 4],
    [['.5', '1.25'], [0.5, 1.25], 2],
    [['-0', '3'], [0, 3], 0],
    [['0.30000000000000004', '1'], [0.30000000000000004, 1], 17],
    [[' 7', '8 '], [7, 8], 0],
  ])('takes %j for numbers', (cells, values, digits) => {
    expect(build(cells)).toMatchObject({
      values: Float64Array.from(values),
      format: { maxFractionDigits: digits },
    });
  });

  it('reads the nearest double to every plain text', () => {
    const digits = fc.tuple(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 1, max: 7 }),
    );
    fc.assert(
      fc.property(digits, fc.boolean(), ([whole, fraction, width], isNegative) => {
        const text = `${isNegative ? '-' : ''}${whole}.${String(fraction % 10 ** width).padStart(width, '0')}`;
        const column = build([text]);
        fc.pre(Number(text) !== 0);
        expect(column).toMatchObject({ storage: 'number', values: Float64Array.of(Number(text)) });
        expect(cellText(column, 0)).toBe(text);
      }),
    );
  });

  it('reads decimal commas when told so', () => {
    expect(textsOf(['1,5', '-0,25', '3'], ',')).toEqual(['1,5', '-0,25', '3']);
    expect(build(['1,5', '2.5', '4,5'], ',')).toMatchObject({ tokens: ['2.5'] });
  });
});

describe('a column of text', () => {
  it.each([
    ['leading zeros', ['1', '007', '20']],
    ['a leading plus', ['1', '+5']],
    ['over 15 digits', ['1', '1234567890123456']],
    ['more texts than numbers', ['1', 'a', 'b']],
    [
      'many kinds of text among numbers',
      [...Array.from({ length: 20 }, (_, i) => `${i}`), ...Array.from({ length: 9 }, (_, i) => `t${i}`)],
    ],
    ['no filled cell', ['', '']],
  ])('is one with %s', (_, cells) => {
    expect(build(cells).storage).toBe('text');
    expect(textsOf(cells)).toEqual(cells);
  });

  it('gives back every text exactly, however its numbers were written before it turned', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '1.50',
        '1.5',
        '1',
        '.5',
        '5.',
        '1e5',
        '1E-07',
        '-0',
        '-0.00',
        '0.1234567890123456789',
        ' 3',
        '',
        'NA',
        '1e999',
        '-',
        '12,5',
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 200 }),
        fc.constantFrom('.' as const, ',' as const),
        (cells, separator) => {
          const all = [...cells, '007'];
          expect(textsOf(all, separator)).toEqual(all);
        },
      ),
    );
  });

  it('turns to text past 255 tokens without losing a cell', () => {
    const cells = Array.from({ length: 2000 }, (_, i) => (i % 4 === 0 ? `t${i}` : `${i}.${i % 7}`));
    expect(build(cells).storage).toBe('text');
    expect(textsOf(cells)).toEqual(cells);
  });

  it('keeps each distinct text once', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `ü${(i * 7919) % 1000}`);
    const column = build(cells);
    expect(column).toMatchObject({ storage: 'text' });
    if (column.storage === 'text') expect(new Set(column.dictionary).size).toBe(column.dictionary.length);
    expect(textsOf(cells)).toEqual(cells);
  });
});

describe('rows added together', () => {
  /** Cells that are no UTF-8 among them. */
  const cell = fc.oneof(
    fc.constantFrom('', 'NA', 'Oslo', 'Lima', 'Rome', '1', '2.5', '1e5', '007', 'é', '\u{fffe}'),
    fc.integer({ min: 0, max: 400 }).map((number) => `t${number}`),
  );
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 300 }),
    );

  it('make the columns that cell after cell would make, and tell of the same rows', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 90 }), (rows, piece) => {
        const width = rows[0].length;
        const laid = rows.map((row) => layOut(row));
        const singly = rows[0].map((_, column) => {
          const repairs: number[] = [];
          let place = 0;
          const builder = new ColumnBuilder('.', () => repairs.push(place));
          for (; place < rows.length; place++) {
            const { bytes, starts, ends } = laid[place];
            builder.add(bytes, starts[column], ends[column]);
          }
          return { column: builder.finish('x'), repairs };
        });
        const together = rows[0].map((_, column) => {
          const repairs: number[] = [];
          let first = 0;
          const builder = new ColumnBuilder('.', (row) => repairs.push(first + row));
          for (; first < rows.length; first += piece) {
            const some = rows.slice(first, first + piece);
            builder.addRows({ ...layOut(some.flat()), width, count: some.length }, column);
          }
          return { column: builder.finish('x'), repairs };
        });
        expect(together).toEqual(singly);
      }),
    );
  });
});

/** Cells one after the other, with a mark before each; what stands for U+FFFE is a byte of windows-1252. */
function layOut(cells: readonly string[]) {
  const pieces = cells.map((cell) =>
    cell === '\u{fffe}' ? Uint8Array.of(0x7c, 0xe9) : new TextEncoder().encode(`|${cell}`),
  );
  const ends = Int32Array.from(
    pieces,
    (
      (end) => (piece) =>
        (end += piece.length)
    )(0),
  );
  const starts = ends.map((end, i) => end - pieces[i].length + 1);
  return { bytes: Uint8Array.from(pieces.flatMap((piece) => Array.from(piece))), starts, ends };
}
