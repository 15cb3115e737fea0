import { describe, expect, it } from 'vitest';
import type { TypedTable } from '../../../src/engine/typed-table';
import { detectionSection, type DetectionDetails } from '../../../src/evaluation/detection/detection';
import type { Finding } from '../../../src/evaluation/evidence';
import { contextOf, measured } from '../make-context';
import { categories, numbers, tableOf } from '../make-tables';
import { makeRows } from './samples';

const training = makeRows(1200, 1);
const holdout = makeRows(600, 2);

interface Detected {
  readonly details: DetectionDetails;
  readonly notes: readonly string[];
  readonly find: (id: string) => Finding;
}

async function detect(
  synthetic: TypedTable,
  tables: Partial<Record<'training' | 'holdout', TypedTable>> = {},
): Promise<Detected> {
  const context = contextOf({ training, holdout, ...tables, synthetic });
  const { details, findings, notes } = await measured(detectionSection, context);
  if (details === null) throw new Error(notes.join(' '));
  const find = (id: string) => {
    const found = findings.find((finding) => finding.id === id);
    if (!found) throw new Error(`There is no finding ${id}.`);
    return found;
  };
  return { details, notes, find };
}

describe('the detection section', () => {
  it('cannot tell fresh rows of the same source from real ones', async () => {
    const { find, details } = await detect(makeRows(1200, 3));
    for (const id of ['detection.auc', 'detection.holdoutAuc']) {
      const { synthetic, holdout: ruler, verdict } = find(id);
      expect(synthetic.interval?.low).toBeLessThan(0.5);
      expect(synthetic.interval?.high).toBeGreaterThan(0.49);
      expect(ruler?.value).toBe(details.ruler?.auc.value);
      expect(verdict).toBe('good');
    }
    expect(find('detection.c2st').synthetic.value).toBeGreaterThan(0.9);
  });

  it('names the column that gives rows away, and says how often they are picked out', async () => {
    const { find, details } = await detect(makeRows(1200, 3, { shift: 2 }));
    const auc = find('detection.auc');
    expect(auc.synthetic.value).toBeGreaterThan(0.85);
    expect(auc.verdict).toBe('poor');
    expect(auc.sentence).toContain(`${(auc.synthetic.value * 100).toFixed(1)} % of the time`);
    expect(details.importance[0].column).toBe('amount');
    expect(details.importance[0].drop).toBeGreaterThan(0.3);
    expect(details.slices[0].parts.map((part) => part.column)).toContain('amount');
  });

  it('finds the pair of bins in which rows are too many or too few, though each bin alone is right', async () => {
    const { details } = await detect(makeRows(1200, 3, { plans: [0.2, 0.8] }));
    const [worst] = details.slices;
    expect(worst.parts.map((part) => part.column).sort()).toEqual(['plan', 'visits']);
    expect(Math.abs(worst.syntheticShare.value - 0.5)).toBeGreaterThan(0.2);
    expect(Math.abs(worst.syntheticShare.value - worst.expectedShare)).toBeLessThan(0.1);
    expect(
      details.importance
        .slice(0, 2)
        .map(({ column }) => column)
        .sort(),
    ).toEqual(['plan', 'visits']);
  });

  it('takes verbatim copies of training rows for what they are: told apart less often than by guessing', async () => {
    const { find } = await detect(training);
    const auc = find('detection.auc');
    expect(auc.synthetic.interval?.high).toBeLessThan(0.49);
    expect(auc.verdict).not.toBe('good');
    expect(auc.sentence).toContain('near copies');
    expect(find('detection.holdoutAuc').verdict).toBe('good');
  });

  it('looks at as many rows of both tables, and says so where they are not all', async () => {
    const { details, notes } = await detect(makeRows(900, 3));
    expect([details.training, details.holdout, details.ruler].map((test) => test?.rowsPerSide)).toEqual([
      900, 600, 600,
    ]);
    const all = details.scores.real.reduce((sum, rows) => sum + rows, 0);
    expect(all).toBe(900);
    expect(notes).toEqual([]);
  });

  it('gives the same figures again, and copies to another thread', async () => {
    const first = await detect(makeRows(300, 3));
    const second = await detect(makeRows(300, 3));
    expect(second.details).toEqual(first.details);
    expect(structuredClone(first.details)).toEqual(first.details);
  });

  it('has no ruler where too few rows were kept, and tells no synthetic row from nothing', async () => {
    const { find, details } = await detect(makeRows(300, 3), { holdout: makeRows(5, 2) });
    expect(find('detection.auc').holdout).toBeNull();
    expect(details.holdout).toBeNull();
    expect(details.ruler).toBeNull();
    for (const rows of [0, 1, 29]) {
      const result = await measured(
        detectionSection,
        contextOf({ training, holdout, synthetic: makeRows(Math.max(1, rows), 3) }),
      );
      expect(result.details).toBeNull();
      expect(result.findings).toEqual([]);
      expect(result.notes).toHaveLength(1);
    }
  });

  it('guesses where there is nothing to go by: constant columns and missing cells', async () => {
    const table = tableOf(
      numbers('one', new Array<number>(60).fill(1)),
      numbers('none', new Array<null>(60).fill(null)),
      categories('no category', new Array<null>(60).fill(null)),
    );
    const { find, details } = await detect(table, { training: table, holdout: table });
    expect(find('detection.auc').synthetic.value).toBe(0.5);
    expect(details.importance).toEqual([]);
    expect(details.slices).toEqual([]);
    expect(details.propensity.synthetic).toBeNull();
  });
});
