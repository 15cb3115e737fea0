import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/engine/random';
import { selectRows } from '../../../src/engine/typed-table';
import { fidelitySection } from '../../../src/evaluation/fidelity/fidelity';
import { contextOf, measured } from '../make-context';
import { categories, numbers, tableOf } from '../make-tables';

const random = new RandomStream(1, 'fidelity');
const pick = (texts: readonly string[]) => texts[Math.floor(random.float() ** 2 * texts.length)];

/** `amount` has a long tail, `hours` a spike at 40 that may be smeared, `group` depends on `hours`. */
function makeTable(rows: number, { cap = Infinity, smear = false, apart = false } = {}) {
  const hours = Array.from({ length: rows }, () =>
    random.float() < 0.4 ? 40 + (smear ? random.int(5) - 2 : 0) : Math.round(40 + 12 * random.normal()),
  );
  return tableOf(
    numbers(
      'amount',
      hours.map(() =>
        random.float() < 0.1 ? null : Math.min(cap, Math.round(100 * Math.exp(random.normal()))),
      ),
    ),
    numbers('hours', hours),
    categories(
      'group',
      hours.map((value) => (!apart && value > 40 ? 'late' : pick(['early', 'late', 'night', 'a few']))),
    ),
  );
}

const training = makeTable(6000);
const holdout = makeTable(2000);

async function measure(synthetic: typeof training, held = holdout) {
  const { findings } = await measured(fidelitySection, contextOf({ training, holdout: held, synthetic }));
  return new Map(findings.map((finding) => [finding.id, finding]));
}

describe('fidelitySection', () => {
  it('finds nothing wrong with fresh rows of the same kind', async () => {
    const findings = await measure(makeTable(6000));
    expect([...findings.values()].filter(({ verdict }) => verdict !== 'good')).toEqual([]);
    expect(findings.get('tails.lost')?.synthetic.value).toBe(0);
    expect(findings.get('smoothing.columns')?.synthetic.value).toBe(0);
  });

  it('names the column whose tail was cut off', async () => {
    const findings = await measure(makeTable(6000, { cap: 700 }));
    expect(findings.get('tails.lost')).toMatchObject({
      synthetic: { value: 1 },
      holdout: { value: 0 },
      verdict: 'poor',
    });
    expect(findings.get('tails.lost')?.sentence).toContain('“amount”');
    expect(findings.get('smoothing.columns')?.synthetic.value).toBe(0);
  });

  it('names the column whose spike was smeared', async () => {
    const findings = await measure(makeTable(6000, { smear: true }));
    expect(findings.get('smoothing.columns')?.synthetic.value).toBe(1);
    expect(findings.get('smoothing.columns')?.sentence).toContain('“hours”');
    expect(findings.get('tails.lost')?.synthetic.value).toBe(0);
  });

  it('sees that columns no longer belong together, which no column shows by itself', async () => {
    const findings = await measure(makeTable(6000, { apart: true }));
    expect(findings.get('pairs.kMarginal2')?.verdict).toBe('poor');
    expect(findings.get('pairs.kMarginal2')?.sentence).toContain('of 1000 points');
  });

  it('names the pairs and the triples that lack most, beside the same of held-out rows', async () => {
    const synthetic = makeTable(6000, { apart: true });
    const { details } = await measured(fidelitySection, contextOf({ training, holdout, synthetic }));
    const [pair, , least] = details?.pairs?.worst ?? [];
    expect(pair.columns).toEqual(['hours', 'group']);
    expect((pair.holdout ?? 0) - pair.synthetic).toBeGreaterThan(100);
    expect(least.columns).toEqual(['amount', 'hours']);
    expect((least.holdout ?? 0) - least.synthetic).toBeLessThan(30);
    expect(details?.triples?.worst.map(({ columns }) => columns)).toEqual([['amount', 'hours', 'group']]);
  });

  it('gives the same figures each time', async () => {
    const synthetic = makeTable(500);
    expect(await measure(synthetic)).toEqual(await measure(synthetic));
  });

  it('has no ruler where too few rows were held out', async () => {
    const findings = await measure(makeTable(6000), selectRows(holdout, [0]));
    expect([...findings.values()].every((finding) => finding.holdout === null)).toBe(true);
    expect(findings.get('attainable.gap')?.verdict).toBe('good');
  });

  it('is told without figures where there are no rows', async () => {
    const result = await measured(
      fidelitySection,
      contextOf({ training, holdout, synthetic: selectRows(training, []) }),
    );
    expect(result).toMatchObject({ details: null, findings: [] });
  });

  it('survives a table of one row, of one column, of missing cells, and a constant', async () => {
    for (const column of [
      numbers('n', [1]),
      numbers('n', [null, null]),
      categories('c', ['a', 'a']),
      categories('c', [null]),
    ]) {
      const table = tableOf(column);
      const { findings } = await measured(
        fidelitySection,
        contextOf({ training: table, holdout: table, synthetic: table }),
      );
      expect(
        findings.every(({ synthetic, verdict }) => Number.isFinite(synthetic.value) && verdict === 'good'),
      ).toBe(true);
    }
  });
});
