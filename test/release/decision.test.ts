import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/engine/privacy/ledger';
import { noChoices } from '../../src/evaluation/measure-context';
import { decide } from '../../src/release/decision';
import type { Policy } from '../../src/release/policy';
import { evidenceOf, finding } from './make-evidence';

const policy: Policy = {
  policy: 'House rules',
  version: 1,
  judge: 'value',
  onMissing: 'allow',
  thresholds: { 'copies.exact': { most: 0.2 }, 'utility.gap': { most: 0.02 } },
};

describe('decide', () => {
  it('says in one sentence what the table is good for and what is amiss, and that nothing is guaranteed', () => {
    const evidence = evidenceOf([
      finding('range.tails', { family: 'fidelity', verdict: 'fair', name: 'Tails of numbers' }),
      finding('shape', { family: 'fidelity' }),
      finding('utility.gap', { family: 'utility' }),
      finding('copies.exact'),
    ]);
    const { words } = decide(evidence, { ...noChoices, target: 'income' }, policy, null);
    expect(words).toBe(
      'Good stand-in for modelling income; likeness wants a look (Tails of numbers); no sign of copying; no formal guarantee.',
    );
  });

  it('lets the worst finding of a family speak for it', () => {
    const evidence = evidenceOf([
      finding('a'),
      finding('b', { verdict: 'poor' }),
      finding('c', { verdict: 'fair' }),
    ]);
    const privacy = decide(evidence, noChoices, policy, null).families.find(
      ({ family }) => family === 'privacy',
    );
    expect(privacy).toEqual({
      family: 'privacy',
      verdict: 'poor',
      words: 'signs of copying (The measure b, The measure c)',
    });
  });

  it('lets how well models fare decide on modelling, and names what else is amiss there', () => {
    const evidence = evidenceOf([
      finding('utility.gap', { family: 'utility' }),
      finding('utility.slices', { family: 'utility', verdict: 'poor', name: 'The worst slice' }),
    ]);
    expect(decide(evidence, noChoices, policy, null).words).toMatch(
      /^Good stand-in for modelling \(look at The worst slice\);/,
    );
  });

  it('lets the other figures decide on modelling where the main one was not measured', () => {
    const none = { value: Number.NaN, interval: null };
    const gap = finding('utility.gap', { family: 'utility', verdict: 'unmeasured', synthetic: none });
    const linear = finding('utility.linearGap', { family: 'utility', verdict: 'poor', name: 'Linear model' });
    expect(decide(evidenceOf([gap, linear]), noChoices, policy, null).words).toMatch(
      /^Poor stand-in for modelling \(look at Linear model\);/,
    );
    expect(decide(evidenceOf([gap]), noChoices, policy, null).words).toMatch(
      /^Not known how good a stand-in/,
    );
  });

  it('does not praise what was not measured', () => {
    const { words, families } = decide(evidenceOf([]), noChoices, policy, null);
    expect(words).toContain('copying was not measured');
    expect(families.every(({ verdict }) => verdict === 'unmeasured')).toBe(true);
  });

  it('certifies thresholds that are met, by name, on tasks and under assumptions', () => {
    const { certificate, assumptions, check } = decide(
      evidenceOf([finding('copies.exact')]),
      noChoices,
      policy,
      null,
    );
    expect(check.met).toBe(true);
    expect(certificate).toBe(
      'On these tasks (describing single columns and pairs of columns), under these assumptions, this release meets these ' +
        'thresholds of “House rules”: The measure copies.exact, at most 0.2. Not measured: utility.gap, at most 0.02.',
    );
    expect(assumptions.join(' ')).toContain('no formal guarantee');
  });

  it('names the promise that holds, and says that the evidence is no part of it', () => {
    const ledger = new Ledger({ kind: 'row' }, { epsilon: 2, delta: 1e-6 }).toJSON();
    const { words, assumptions } = decide(evidenceOf([finding('copies.exact')]), noChoices, policy, ledger);
    expect(words).toMatch(/; differential privacy with ε = 2 and δ = 1e-6 for one row\.$/);
    expect(assumptions.join(' ')).toContain('no part of the formal guarantee');
    expect(assumptions.join(' ')).not.toContain('there is no formal guarantee');
  });

  it('names the thresholds that are not met', () => {
    const evidence = evidenceOf([finding('utility.gap', { family: 'utility' }), finding('copies.exact')]);
    const { certificate } = decide(evidence, noChoices, policy, null);
    expect(certificate).toContain(
      'does not meet these thresholds of “House rules”: The measure utility.gap, at most 0.02.',
    );
  });
});
