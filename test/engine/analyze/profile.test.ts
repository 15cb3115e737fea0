import { describe, expect, it } from 'vitest';
import { inferColumn } from '../../../src/engine/analyze/infer-schema';
import { profileColumn } from '../../../src/engine/analyze/profile';
import { warningsInRole } from '../../../src/engine/analyze/warnings';
import type { ColumnRole } from '../../../src/engine/schema';
import type { Column } from '../../../src/engine/table';
import { numberColumn, schemaOf, textColumn } from './columns';

function rows<T>(count: number, make: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => make(row));
}

function warningsOf(column: Column): string[] {
  return profileColumn(column, inferColumn(column)).warnings.map(({ code }) => code);
}

describe('profileColumn', () => {
  it('counts, measures and draws numbers', () => {
    const column = numberColumn([1, 2, 2, 5, 'NA', ''], 'n');
    const profile = profileColumn(column, inferColumn(column));
    expect(profile).toMatchObject({
      rowCount: 6,
      missingCount: 2,
      distinctCount: 3,
      minimum: 1,
      maximum: 5,
      mean: 2.5,
      notParsedCount: 0,
      firstNotParsedRow: null,
    });
    expect([...profile.counts]).toEqual([1, 2, 0, 0, 1]);
    expect(profile.missingTokenCounts).toEqual([
      { token: 'NA', count: 1 },
      { token: '', count: 1 },
    ]);
  });

  it('counts tokens that look missing though the schema does not say so, and numbers that the user calls missing', () => {
    const column = numberColumn([999, 999, 4, 'NA'], 'n');
    const profile = profileColumn(column, schemaOf('integer', { missingTokens: ['999'] }));
    expect(profile.missingTokenCounts).toEqual([
      { token: '999', count: 2 },
      { token: 'NA', count: 1 },
    ]);
    expect(profile).toMatchObject({ missingCount: 3, notParsedCount: 1, firstNotParsedRow: 3 });
    expect(profile.warnings.at(-1)).toEqual({
      code: 'not-parsed',
      message: '1 cell does not fit whole numbers (first: row 4); it counts as missing.',
    });
  });

  it('has no picture of identifiers', () => {
    const column = textColumn(rows(60, (i) => `K-${i * 7}x`));
    expect(profileColumn(column, schemaOf('identifier'))).toMatchObject({
      bins: null,
      minimum: null,
      mean: null,
    });
  });
});

describe('warnings', () => {
  it.each([
    ['e-mail addresses', rows(40, (i) => `a${i}@b.test`), 'contact'],
    ['telephone numbers', rows(40, (i) => `+49 170 ${1_000_000 + i * 977}`), 'contact'],
    ['social security numbers', rows(40, (i) => `${100 + i}-${10 + i}-${1000 + i}`), 'x'],
    ['payment cards', rows(40, (i) => `4111 1111 1111 ${1000 + i}`), 'x'],
    ['bank accounts', rows(40, (i) => `DE${10 + i}37040044${1_000_000_000 + i}`), 'x'],
    [
      'first names, by the name of the column',
      rows(40, (i) => `Ab${'cdefghij'[i % 8]}${'klmno'[i % 5]}`),
      'Vorname',
    ],
    ['names', rows(40, (i) => `Ab${i} Cd${i}`), 'patient name'],
  ])('say that a column holds %s', (_, texts, name) => {
    expect(warningsOf(textColumn(texts, name))).toContain('identifies-people');
  });

  it('do not suspect a study of being a person', () => {
    expect(
      warningsOf(
        textColumn(
          rows(60, (i) => `PAL${i % 3}`),
          'studyName',
        ),
      ),
    ).toEqual([]);
    expect(
      warningsOf(
        textColumn(
          rows(60, (i) => ['none', 'has one'][i % 2]),
          'telephone',
        ),
      ),
    ).toEqual([]);
  });

  it('name columns that say nothing, or the same in every row, or little', () => {
    expect(warningsOf(textColumn(['', '']))).toEqual(['all-missing']);
    expect(warningsOf(textColumn(['a', 'a']))).toEqual(['constant']);
    expect(warningsOf(textColumn(['a', 'b', 'a', '', '', '', '']))).toEqual(['many-missing']);
  });

  it('say of a column whose real cells are kept that they go out, not what would become of them otherwise', () => {
    const column = textColumn(
      rows(60, (i) => (i < 40 ? '' : `anna.${i}@example.org`)),
      'email',
    );
    const profile = profileColumn(column, inferColumn(column));
    const codesIn = (role: ColumnRole) =>
      warningsInRole({ ...profile, schema: { ...profile.schema, role } }).map(({ code }) => code);
    expect(codesIn('keep')).toEqual(['identifies-people', 'nearly-unique', 'many-missing']);
    expect(codesIn('real')).toEqual(['real-cells', 'many-missing']);
  });

  it('name unique values, many categories, mixtures and unclear dates', () => {
    expect(warningsOf(textColumn(rows(60, (i) => `a${i}b`)))).toEqual(['nearly-unique']);
    expect(warningsOf(textColumn(rows(9000, (i) => `a${i % 2000}b`)))).toEqual(['many-categories']);
    expect(warningsOf(numberColumn(rows(300, (i) => (i === 7 ? 'odd' : i % 100))))).toEqual([
      'mixed-types',
      'not-parsed',
    ]);
    expect(warningsOf(textColumn(rows(60, (i) => `0${(i % 9) + 1}/0${(i % 7) + 1}/2020`)))).toEqual([
      'ambiguous-dates',
    ]);
  });

  it('never hold what a cell holds', () => {
    const column = numberColumn(rows(300, (i) => (i === 7 ? 'secret' : i % 100)));
    for (const { message } of profileColumn(column, inferColumn(column)).warnings)
      expect(message).not.toMatch(/secret/);
  });
});
