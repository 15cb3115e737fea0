import { describe, expect, it } from 'vitest';
import { type Finding, isMeasured } from '../../../src/evaluation/evidence';
import { utilitySection } from '../../../src/evaluation/utility/measure-utility';
import type { TypedTable } from '../../../src/engine/typed-table';
import { contextOf, measured } from '../make-context';
import { categories, numbers, tableOf } from '../make-tables';
import { makePeople, without } from './make-people';

const others = { bought: ['spent', 'size'], size: ['spent', 'bought'], spent: ['size', 'bought'] };
type Target = keyof typeof others;

async function measure(target: Target, synthetic: TypedTable, rows = 1500) {
  const [training, holdout, made] = [makePeople(rows, 1), makePeople(800, 2), synthetic].map((table) =>
    without(table, ...others[target]),
  );
  const result = await measured(
    utilitySection,
    contextOf({ training, holdout, synthetic: made }, { target }),
  );
  const finding = (id: string): Finding => {
    const found = result.findings.find((one) => one.id === id);
    if (!found) throw new Error(`There is no finding ${id}.`);
    return found;
  };
  return { ...result, finding };
}

describe('what synthetic rows are worth to a model', () => {
  it.each(['bought', 'size', 'spent'] as const)(
    'is as much as real rows are where they are made alike (predicting %s)',
    async (target) => {
      const { finding, details } = await measure(target, makePeople(1500, 3));
      expect(Math.abs(finding('utility.gap').synthetic.value)).toBeLessThan(0.03);
      expect(finding('utility.gap').verdict).not.toBe('poor');
      expect(Math.abs(finding('utility.linearGap').synthetic.value)).toBeLessThan(0.03);
      expect(finding('utility.score').synthetic.value).toBeGreaterThan(target === 'spent' ? 0.5 : 0.8);
      expect(finding('utility.worstSliceGap').verdict).not.toBe('poor');
      expect(details?.importances.features.slice(0, 2).map(({ column }) => column)).toEqual(['age', 'plan']);
    },
  );

  it('is less where what is to be learnt is partly gone, and nothing where it is gone', async () => {
    const partly = await measure('bought', makePeople(1500, 3, { sense: 0.1 }));
    const gone = await measure('bought', makePeople(1500, 3, { sense: 0 }));
    const gap = (of: typeof gone) => of.finding('utility.gap').synthetic;
    expect(gap(gone).value).toBeGreaterThan(gap(partly).value);
    expect(gap(gone).interval?.low).toBeGreaterThan(0.2);
    expect(gone.finding('utility.gap').verdict).toBe('poor');
    expect(gone.finding('utility.linearGap').verdict).toBe('poor');
    expect(gone.finding('utility.worstSliceGap').verdict).toBe('poor');
    expect(gone.finding('utility.importanceAgreement').synthetic.value).toBeLessThan(
      partly.finding('utility.score').synthetic.value,
    );
  });

  it('stands beside a second model of real rows where there are enough for two', async () => {
    const { finding, details } = await measure('bought', makePeople(5000, 3), 10_000);
    expect(details?.trainingRows).toBe(5000);
    expect(Math.abs(finding('utility.gap').holdout?.value ?? 1)).toBeLessThan(0.015);
    expect(finding('utility.importanceAgreement').holdout?.value).toBeGreaterThan(0.7);
  });

  it('is the same each time', async () => {
    const synthetic = makePeople(300, 3);
    const { details, findings } = await measure('bought', synthetic);
    expect(await measure('bought', synthetic)).toMatchObject({ details, findings });
  });

  it('is not judged where even real rows teach nothing', async () => {
    const tables = {
      training: makePeople(600, 1),
      holdout: makePeople(300, 2),
      synthetic: makePeople(600, 3),
    };
    const { findings } = await measured(utilitySection, contextOf(tables, { target: 'noise' }));
    const of = (id: string) => findings.filter((finding) => finding.id === id);
    const [gap, linearGap, score] = ['utility.gap', 'utility.linearGap', 'utility.score'].flatMap(of);
    for (const one of [gap, linearGap]) {
      expect([one.verdict, isMeasured(one)]).toEqual(['unmeasured', false]);
      expect(one.sentence).toContain('name another column');
    }
    expect([score.verdict, isMeasured(score)]).toEqual(['unmeasured', true]);
  });

  it('is not measured, with a sentence that says why, in tables too small for it', async () => {
    const people = makePeople(200, 1);
    const none = { ...people, rowCount: 0, columns: makePeople(0, 1).columns };
    const one = tableOf(numbers('n', [1]));
    const empty = tableOf(categories('c', [null, null]), numbers('n', [null, null]));
    for (const tables of [
      { training: people, holdout: none, synthetic: people },
      { training: people, holdout: people, synthetic: none },
      { training: people, holdout: people, synthetic: makePeople(5, 1) },
      { training: one, holdout: one, synthetic: one },
      { training: empty, holdout: empty, synthetic: empty },
    ]) {
      const { findings, details } = await measured(utilitySection, contextOf(tables));
      expect(details).toBeNull();
      expect(findings.map(({ id, verdict }) => [id, verdict])).toEqual([['utility.gap', 'unmeasured']]);
      expect(findings[0].sentence).toMatch(/\.$/);
    }
  });

  it('holds no cell of the table in its sentences', async () => {
    const { findings, notes } = await measure('bought', makePeople(1500, 3));
    const said = [...notes, ...findings.map(({ sentence }) => sentence)].join(' ');
    expect(said).not.toMatch(/\b(basic|full|none of plan|yes)\b/);
  });
});
