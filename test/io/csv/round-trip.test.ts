import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Dialect, encodings } from '../../../src/io/csv/dialect';
import { canEncode } from './encode-text';
import { namesOf, read, rowsOf, writeRecords } from './write-sample';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'NA',
    'a',
    'é',
    'x y',
    'line\nbreak',
    'car\r\nriage',
    '"',
    "'",
    '""',
    ',',
    ';',
    '\t',
    '|',
    'a"b',
    'back\\slash',
    '\\"',
    ' pad ',
  ),
  fc.string({ maxLength: 6, unit: fc.constantFrom(...'abÄß€,;|\t"\'\n\r\\ 0159') }),
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(3, '0')),
);

const name = fc.stringMatching(/^[a-z]{3,8}$/);

/** The rows of a header, and the rows of a table under it. */
const tables = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 12 }),
    headerRows: fc.integer({ min: 0, max: 3 }),
  })
  .chain(({ columns, rows, headerRows }) =>
    fc.record({
      header: fc.array(fc.uniqueArray(name, { minLength: columns, maxLength: columns }), {
        minLength: headerRows,
        maxLength: headerRows,
      }),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    }),
  );

const dialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom(...encodings),
  hasByteOrderMark: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', '::', ', ', '§', '<tab>', ' '),
  quote: fc.constantFrom('"' as const, "'" as const),
  escape: fc.constantFrom('double' as const, 'backslash' as const),
  preambleRecords: fc.integer({ min: 0, max: 3 }),
  headerRows: fc.constant(1),
  newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  decimalSeparator: fc.constant('.' as const),
});

/** Numbers written as `1.50` beside `1.5`, or padded, are numbers first: such cells are left to their own tests. */
const isPaddedNumber = (text: string) => text !== text.trim() && /^\s*-?\d+\s*$/.test(text);

/** Without names, last columns of nothing are delimiters at the lines' end, and a lone blank above everything an empty line. */
function isPlainWithoutHeader(rows: readonly (readonly string[])[]): boolean {
  const isBlankLine = rows[0].length === 1 && rows[0][0].trim() === '';
  return !isBlankLine && rows.some((row) => row[row.length - 1] !== '');
}

function namesUnder(header: readonly (readonly string[])[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) =>
    header.length === 0 ? `column_${i + 1}` : header.map((row) => row[i]).join(' '),
  );
}

/** What is as it should be: lines left out above the table because that was told, and rows of empty cells. */
const isExpected = ({ code }: { code: string }) => code === 'preamble' || code === 'empty-row';

it('any table reads back as it was written in any dialect, through any chunks, when the dialect is told', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      dialect,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async ({ header, rows }, how, sizes) => {
        const { hasByteOrderMark, newline, ...choice } = { ...how, headerRows: header.length };
        const text = [how.delimiter, ...rows.flat()].join('');
        fc.pre(!rows.flat().some(isPaddedNumber) && canEncode(text, how.encoding));
        fc.pre(header.length > 0 || isPlainWithoutHeader(rows));
        const above = Array.from({ length: how.preambleRecords }, (_, i) => [`remark ${i}`, 'of it']);
        const bytes = writeRecords([...above, ...header, ...rows], { ...how, hasByteOrderMark, newline });
        const { table, problems } = await read(bytes, { choice }, sizes);
        expect(namesOf(table)).toEqual(namesUnder(header, rows[0].length));
        expect(rowsOf(table)).toEqual(rows);
        expect(problems.filter((problem) => !isExpected(problem))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

const told = new Set(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);

it('any table of plain cells reads back when nothing is told', async () => {
  const word = fc.constantFrom('north', 'south', 'a, b', 'say "x" now', 'two\nlines', "O'Hara", '');
  const row = fc.tuple(
    fc.integer({ min: 100, max: 9999 }).map(String),
    word,
    fc.integer({ min: 1, max: 99 }).map((n) => `${n}.5`),
  );
  const known = dialect.filter(
    (how) =>
      [',', ';', '\t', '|', ', ', '^', '~', '::'].includes(how.delimiter) &&
      how.quote === '"' &&
      told.has(how.encoding),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 12, maxLength: 30 }),
      known,
      fc.boolean(),
      fc.integer({ min: 1, max: 500 }),
      async (rows, how, hasUnits, size) => {
        const title = Array.from({ length: how.preambleRecords }, (_, i) => [`Part ${i} of the year`]);
        const units = hasUnits ? [['count', 'name', 'cm']] : [];
        const bytes = writeRecords([...title, ['id', 'place', 'height'], ...units, ...rows], how);
        const { table, dialect: found } = await read(bytes, {}, [size]);
        expect(found).toMatchObject({ delimiter: how.delimiter, preambleRecords: how.preambleRecords });
        expect(namesOf(table)).toEqual(
          hasUnits ? ['id count', 'place name', 'height cm'] : ['id', 'place', 'height'],
        );
        expect(rowsOf(table)).toEqual(rows);
      },
    ),
    { numRuns: 200 },
  );
});
