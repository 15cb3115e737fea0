import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/engine/privacy/ledger';
import { guaranteeOf } from '../../src/release/guarantee';

describe('what a release promises', () => {
  it('is nothing formal without a ledger', () => {
    expect(guaranteeOf(null)).toMatchObject({ formal: false });
    expect(guaranteeOf(null).statement).toContain('No formal guarantee');
  });

  it('is what the ledger bears out, with the factor that odds change by', () => {
    const row = guaranteeOf(new Ledger({ kind: 'row' }, { epsilon: 1, delta: 1e-6 }).toJSON());
    expect(row).toMatchObject({ formal: true, ledger: { budget: { epsilon: 1 } } });
    expect(row.statement).toContain('factor of 2.72');
    const unit = { kind: 'subject', column: 'patient', mostRows: 3 } as const;
    const subject = guaranteeOf(new Ledger(unit, { epsilon: 8, delta: 1e-6 }).toJSON());
    expect(subject.statement).toContain('all rows of one “patient”, of which 3 at most are used');
    expect(subject.statement).toContain('factor of 2,981');
  });
});
