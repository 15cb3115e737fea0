import { describe, expect, it } from 'vitest';
import { fairnessSection } from '../../../src/evaluation/fairness/measure-fairness';
import type { EvidenceChoices } from '../../../src/evaluation/measure-context';
import { contextOf, measured } from '../make-context';
import { makePeople, without, type PeopleOptions } from '../utility/make-people';

async function measure(
  synthetic: Partial<PeopleOptions>,
  choices: Partial<EvidenceChoices> = {},
  rows = 3000,
) {
  const [training, holdout, made] = [
    makePeople(rows, 1),
    makePeople(2000, 2),
    makePeople(rows, 3, synthetic),
  ].map((table) => without(table, 'spent', 'size'));
  const asked = { target: 'bought', sensitive: ['gender'], ...choices };
  const result = await measured(fairnessSection, contextOf({ training, holdout, synthetic: made }, asked));
  const finding = (id: string) => {
    const found = result.findings.find((one) => one.id === `fairness.${id}`);
    if (!found) throw new Error(`There is no finding ${id}.`);
    return found;
  };
  return { ...result, finding };
}

const all = ['parityChange', 'oddsChange', 'baseRateChange', 'worstGroupShape', 'worstGroupUtility'];

describe('what synthesis does to groups of people', () => {
  it('is nothing that chance would not do where synthetic rows are made as the real ones are', async () => {
    const { finding, findings } = await measure({});
    expect(findings.map(({ id }) => id)).toEqual(all.map((id) => `fairness.${id}`));
    for (const id of all) expect(finding(id).verdict).not.toBe('poor');
    expect(Math.abs(finding('parityChange').synthetic.value)).toBeLessThan(0.05);
    expect(Math.abs(finding('baseRateChange').synthetic.value)).toBeLessThan(0.05);
  });

  it('is found where a group is treated worse in the synthetic table than in the real one', async () => {
    const { finding, details } = await measure({ penalty: 2 });
    for (const id of ['parityChange', 'oddsChange', 'baseRateChange']) {
      expect(finding(id).synthetic.interval?.low).toBeGreaterThan(0.1);
      expect(finding(id).verdict).toBe('poor');
    }
    const rates = details?.columns[0].baseRates?.gaps;
    expect(rates?.synthetic).toBeGreaterThan((rates?.training ?? 1) + 0.2);
    expect(finding('parityChange').sentence).toContain('more unequally');
  });

  it('proposes columns by their names where none is marked, and says what to do', async () => {
    const { findings, details } = await measure({}, { sensitive: [] }, 200);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['unmeasured']);
    expect(findings[0].sentence).toContain('mark the columns');
    expect(details?.proposed).toEqual(['age', 'gender']);
  });

  it('cuts ages into groups, and compares fidelity where the sensitive column itself is predicted', async () => {
    const { details, findings } = await measure({}, { target: 'gender', sensitive: ['gender', 'age'] }, 1000);
    const [age, gender] = details?.columns ?? [];
    expect(age.groups.map(({ label }) => label.type)).toEqual(['range', 'range', 'range', 'range']);
    expect(age.decisions).not.toBeNull();
    expect(gender.decisions).toBeNull();
    expect(gender.groups.every(({ shape }) => shape.synthetic < 0.1)).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('holds as many groups as rows allow, and says where they do not', async () => {
    const small = makePeople(60, 1);
    const { findings, notes, details } = await measured(
      fairnessSection,
      contextOf(
        { training: small, holdout: makePeople(40, 2), synthetic: makePeople(60, 3) },
        { sensitive: ['gender'] },
      ),
    );
    expect(details?.columns[0].groups).toEqual([]);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['unmeasured']);
    expect(notes.join()).toContain('Fewer than two groups');
  });

  it('is not measured without held-out or synthetic rows', async () => {
    const people = makePeople(100, 1);
    const none = makePeople(0, 1);
    for (const tables of [
      { training: people, holdout: none, synthetic: people },
      { training: people, holdout: people, synthetic: none },
    ]) {
      const { findings } = await measured(fairnessSection, contextOf(tables, { sensitive: ['gender'] }));
      for (const { verdict } of findings) expect(verdict).not.toBe('poor');
    }
  });
});
