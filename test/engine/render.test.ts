import { describe, expect, it } from 'vitest';
import { createCellWriter } from '../../src/engine/render';
import { categorical, numeric, schemaOf } from './analyze/columns';

describe('createCellWriter', () => {
  it('writes numbers in the format of the column', () => {
    const numberFormat = { minFractionDigits: 1, maxFractionDigits: 2, decimalSeparator: ',' } as const;
    const column = { ...numeric([7, 7.25, -0.001]), schema: schemaOf('decimal', { numberFormat }) };
    expect([0, 1, 2].map(createCellWriter(column))).toEqual(['7,0', '7,25', '0,0']);
  });

  it('writes whole numbers with the zeros behind the point that the file has', () => {
    const numberFormat = { minFractionDigits: 1, maxFractionDigits: 1, decimalSeparator: '.' } as const;
    const column = { ...numeric([41]), schema: schemaOf('integer', { numberFormat }) };
    expect(createCellWriter(column)(0)).toBe('41.0');
  });

  it('writes the first missing token where a cell is missing, and nothing where there is none', () => {
    const schema = schemaOf('decimal', { missingTokens: ['NA', ''] });
    expect(createCellWriter({ ...numeric([Number.NaN]), schema })(0)).toBe('NA');
    expect(createCellWriter(numeric([Number.NaN]))(0)).toBe('');
    expect(createCellWriter(categorical([null]))(0)).toBe('');
  });

  it('writes dates in the pattern, and without one as ISO 8601 does', () => {
    const date = { ...numeric([0]), schema: schemaOf('date', { dateFormat: 'd MMMM yyyy' }) };
    expect(createCellWriter(date)(0)).toBe('1 January 1970');
    expect(createCellWriter({ ...numeric([0]), schema: schemaOf('date') })(0)).toBe('1970-01-01');
    expect(createCellWriter({ ...numeric([61_000]), schema: schemaOf('datetime') })(0)).toBe(
      '1970-01-01 00:01:01',
    );
  });

  it('writes a moment under a pattern of days as its day', () => {
    const schema = schemaOf('datetime', { dateFormat: 'yyyy-MM-dd' });
    expect(createCellWriter({ ...numeric([-1]), schema })(0)).toBe('1969-12-31');
  });
});
