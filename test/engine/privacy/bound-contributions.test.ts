import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundContributions } from '../../../src/engine/privacy/bound-contributions';
import { categories, numbers, tableOf } from '../../evaluation/make-tables';
import { seededNoise } from './seeded-noise';

const made = (subjects: readonly (string | null)[]) =>
  tableOf(
    categories('who', subjects, 'identifier'),
    numbers(
      'row',
      subjects.map((_, row) => row),
    ),
  );

describe('rows used of each subject', () => {
  it('are no more than allowed, all of those that have fewer, and all that name nobody', () => {
    const anySubjects = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd')), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(anySubjects, fc.integer({ min: 1, max: 5 }), (subjects, mostRows) => {
        const unit = { kind: 'subject', column: 'who', mostRows } as const;
        const kept = boundContributions(made(subjects), unit, seededNoise(1));
        const [who] = kept.columns;
        if (who.type !== 'categorical') throw new Error('The first column holds subjects.');
        for (const subject of [null, 'a', 'b', 'c', 'd']) {
          const before = subjects.filter((one) => one === subject).length;
          const code = subject === null ? -1 : who.dictionary.indexOf(subject);
          const after = before === 0 ? 0 : who.codes.filter((one) => one === code).length;
          expect(after).toBe(subject === null ? before : Math.min(before, mostRows));
        }
      }),
    );
  });

  it('are chosen at random, and all where the unit is a row', () => {
    const table = made(Array.from({ length: 40 }, () => 'a'));
    expect(boundContributions(table, { kind: 'row' }, seededNoise(1))).toBe(table);
    const rowOf = (seed: number) => {
      const unit = { kind: 'subject', column: 'who', mostRows: 1 } as const;
      const [, row] = boundContributions(table, unit, seededNoise(seed)).columns;
      return row.type === 'numeric' ? row.values[0] : -1;
    };
    expect(new Set([1, 2, 3, 4, 5, 6].map(rowOf)).size).toBeGreaterThan(2);
    const unit = { kind: 'subject', column: 'gone', mostRows: 1 } as const;
    expect(() => boundContributions(table, unit, seededNoise(1))).toThrow('keep the column');
  });
});
