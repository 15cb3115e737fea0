import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferColumn } from '../../../src/engine/analyze/infer-schema';
import { profileColumn } from '../../../src/engine/analyze/profile';
import { interpretColumn } from '../../../src/engine/interpret';
import { createCellWriter } from '../../../src/engine/render';
import type { ColumnSchema } from '../../../src/engine/schema';
import { coarserNumber, type Coarsening, coarsenings } from '../../../src/engine/sensitive/coarsen';
import {
  proposedTreatment,
  treated,
  treatmentOf,
  treatmentsOf,
} from '../../../src/engine/sensitive/treatment';
import type { Column } from '../../../src/engine/table';
import { numberColumn, numeric, schemaOf, textColumn } from '../analyze/columns';

function written(column: Column, change: Partial<ColumnSchema>): string[] {
  const { typed } = interpretColumn(column, { ...inferColumn(column), ...change });
  const write = createCellWriter(typed);
  const rows = typed.type === 'numeric' ? typed.values.length : typed.codes.length;
  return Array.from({ length: rows }, (_, row) => write(row));
}

describe('coarser values', () => {
  it('are the first day of the month, year or decade, written as before', () => {
    const dates = textColumn(['1987-06-15', '', '2001-12-31', '1969-01-02', '1890-03-01']);
    const of = (coarsening: Coarsening) => written(dates, { coarsening });
    expect(of('month')).toEqual(['1987-06-01', '', '2001-12-01', '1969-01-01', '1890-03-01']);
    expect(of('year')).toEqual(['1987-01-01', '', '2001-01-01', '1969-01-01', '1890-01-01']);
    expect(of('decade')).toEqual(['1980-01-01', '', '2000-01-01', '1960-01-01', '1890-01-01']);
  });

  it('are midnights where there was a time', () => {
    const moments = textColumn(['1987-06-15 23:59:59', '1969-07-20 20:17:00', '2001-01-01 00:00:00']);
    expect(written(moments, { coarsening: 'month' })).toEqual([
      '1987-06-01 00:00:00',
      '1969-07-01 00:00:00',
      '2001-01-01 00:00:00',
    ]);
  });

  it('are numbers to the nearest step, and decimals with no more digits than are left', () => {
    const numbers = numberColumn([47, 42, -7, 1449]);
    expect(written(numbers, { coarsening: 'fives' })).toEqual(['45', '40', '-5', '1450']);
    expect(written(numbers, { coarsening: 'hundreds' })).toEqual(['0', '0', '0', '1400']);
    const degrees = numberColumn([48.13743, 11.57549], 'lat', [5, 5]);
    expect(written(degrees, { coarsening: 'two-decimals' })).toEqual(['48.14', '11.58']);
    expect(written(degrees, { coarsening: 'whole' })).toEqual(['48', '12']);
  });

  it('are the first part of a postal code, the network of an address, a place within kilometres', () => {
    const of = (texts: string[], coarsening: Coarsening) =>
      written(textColumn(texts), { kind: 'category', coarsening });
    expect(of(['SW1A 1AA', '1012 AB', '80331', '12345-6789', 'K1A0B1'], 'postal-area')).toEqual([
      'SW1A',
      '1012',
      '803',
      '123',
      'K1A',
    ]);
    expect(of(['203.0.113.77', '2001:db8:7:1::5', '10.1.2.3/8'], 'network')).toEqual([
      '203.0.113.0',
      '2001:db8:7::',
      '10.1.2.0',
    ]);
    expect(of(['48.13743, 11.57549'], 'one-decimal')).toEqual(['48.1, 11.6']);
  });

  it('stay as they are when they are made coarser again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...coarsenings),
        fc.integer({ min: -40_000, max: 40_000 }),
        (coarsening, value) => {
          for (const kind of ['date', 'integer', 'decimal'] as const) {
            const column = numeric([value], kind);
            const coarser = coarserNumber({ ...column, schema: { ...column.schema, coarsening } });
            expect(coarser(coarser(value))).toBe(coarser(value));
          }
        },
      ),
    );
  });

  it('can be taken back: the schema keeps how the column was written', () => {
    const degrees = numberColumn([48.13743, 11.57549], 'lat', [5, 5]);
    const schema = inferColumn(degrees);
    const coarse = profileColumn(degrees, { ...schema, coarsening: 'one-decimal' });
    expect(coarse.maximum).toBe(48.1);
    expect(profileColumn(degrees, { ...coarse.schema, coarsening: null }).maximum).toBe(48.13743);
  });
});

describe('treatments', () => {
  const finding = { by: 'values', lookedAt: 50, share: 1, validShare: 1 } as const;

  it('are proposed by what was found', () => {
    expect(proposedTreatment({ ...finding, matter: 'birth-date' })).toBe('year');
    expect(proposedTreatment({ ...finding, matter: 'latitude' })).toBe('two-decimals');
    expect(proposedTreatment({ ...finding, matter: 'nl-bsn' })).toBe('anew');
  });

  it('come to what they say, and are offered for every kind', () => {
    for (const kind of [
      'category',
      'integer',
      'decimal',
      'date',
      'datetime',
      'identifier',
      'text',
    ] as const) {
      const schema = schemaOf(kind, { matter: kind === 'category' ? 'ip' : null });
      for (const treatment of treatmentsOf(schema)) {
        expect([kind, treatmentOf({ ...schema, ...treated(schema, treatment) })]).toEqual([kind, treatment]);
      }
    }
  });
});
