import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/evaluation/evidence';
import { judgePartly } from '../../src/evaluation/partial-evidence';

function finding(id: string, family: Finding['family']): Finding {
  return {
    id,
    family,
    name: id,
    range: [0, 1],
    better: 'lower',
    ideal: 0,
    synthetic: { value: 0.1, interval: { low: 0, high: 0.2 } },
    holdout: null,
    verdict: 'good',
    sentence: 'All is well.',
  };
}

const evidence = {
  findings: [finding('copies.exact', 'privacy'), finding('tails.lost', 'fidelity')],
  notes: ['A note.'],
};

describe('judgePartly', () => {
  it('judges no measure of privacy where real cells are kept, and says why', () => {
    const { findings, notes, kept } = judgePartly(evidence, ['age', 'sex', 'zip', 'town']);
    expect(findings[0]).toMatchObject({
      verdict: 'unmeasured',
      synthetic: { value: Number.NaN, interval: null },
    });
    expect(findings[1]).toEqual(evidence.findings[1]);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^Real cells were kept in age, sex, zip and 1 more:/);
    expect(kept).toEqual(['age', 'sex', 'zip', 'town']);
  });

  it('leaves evidence alone where every column is made anew', () => {
    expect(judgePartly(evidence, [])).toBe(evidence);
  });
});
