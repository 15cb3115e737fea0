import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../../src/engine/privacy/ledger';
import { rowsWords, togetherWords } from '../../../../src/ui/steps/release/privacy-words';

const ledgerOf = (epsilon: number) => new Ledger({ kind: 'row' }, { epsilon, delta: 1e-6 }).toJSON();

describe('under differential privacy', () => {
  it('the number of rows is the declared one, and the exact one is warned of', () => {
    const release = { defaultRows: 2000, realRows: 2013, ledger: ledgerOf(1) };
    expect(rowsWords(2000, release)).toBe('As many as you declared.');
    expect(rowsWords(2013, release)).toContain('exact number');
    expect(rowsWords(50, release)).not.toContain('2,013');
    expect(rowsWords(2013, { ...release, defaultRows: 2013, ledger: null })).toContain(
      'As many as the real table has',
    );
  });

  it('the promises of several models add up, and end where one had none', () => {
    expect(togetherWords([ledgerOf(1)])).toBeNull();
    expect(togetherWords([null])).toBeNull();
    expect(togetherWords([ledgerOf(1), ledgerOf(2.5)])).toContain('ε = 3.5 and δ = 2e-6');
    expect(togetherWords([null, ledgerOf(1)])).toContain('no promise');
  });
});
