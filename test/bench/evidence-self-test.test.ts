import { describe, expect, it } from 'vitest';
import { runSelfTest, type SelfTestCase, type SelfTestOutcome } from '../../bench/evidence/self-test';
import type { TypedTable } from '../../src/engine/typed-table';
import type { Family, Verdict } from '../../src/evaluation/evidence';
import { adultFile, openTable, sampleTable } from '../../bench/evidence/tables';

const measures = [
  'copies.exact',
  'copies.near',
  'copies.dcrShare',
  'copies.nndr',
  'singlingOut.risk',
  'linkability.risk',
  'inference.risk',
  'membership.auc',
  'membership.tprAtLowFpr',
  'membership.isolatedAuc',
  'rareCombinations.share',
];

/** What tells rows whose columns do not go together, from real ones. */
const measuresOfTogetherness = [
  'trend.correlationRatio',
  'missing.pattern',
  'triples.kMarginal3',
  'detection.auc',
  'detection.c2st',
  'detection.holdoutAuc',
];

function verdictsOf(
  outcomes: readonly SelfTestOutcome[],
  which: SelfTestCase,
  family: Family,
): Record<string, Verdict> {
  const findings = outcomes.find((outcome) => outcome.case === which)?.findings ?? [];
  return Object.fromEntries(
    findings.filter((finding) => finding.family === family).map(({ id, verdict }) => [id, verdict]),
  );
}

const all = (verdict: Verdict) => Object.fromEntries(measures.map((id) => [id, verdict]));

function expectToTellCopies(outcomes: readonly SelfTestOutcome[]): void {
  const privacy = (which: SelfTestCase) => verdictsOf(outcomes, which, 'privacy');
  expect(privacy('verbatim copy')).toEqual(all('poor'));
  expect(privacy('fresh real rows')).toEqual(all('good'));
  expect(privacy('independent columns')).toEqual(all('good'));
  expect(privacy('1 % copied rows')['copies.exact']).toBe('poor');
  expect(privacy('shuffled training columns')['singlingOut.risk']).toBe('poor');
}

async function expectToTellIndependentColumns(table: TypedTable): Promise<void> {
  const outcomes = await runSelfTest(table, ['fidelity'], ['fresh real rows', 'independent columns']);
  const fresh = Object.entries(verdictsOf(outcomes, 'fresh real rows', 'fidelity'));
  expect(fresh.length).toBeGreaterThan(measuresOfTogetherness.length);
  expect(fresh.filter(([, verdict]) => verdict !== 'good')).toEqual([]);
  const shuffled = verdictsOf(outcomes, 'independent columns', 'fidelity');
  expect(shuffled).toMatchObject(Object.fromEntries(measuresOfTogetherness.map((id) => [id, 'poor'])));
  expect(shuffled['shape.mean']).toBe('good');
  for (const id of ['trend.mean', 'pairs.kMarginal2']) expect(['fair', 'poor']).toContain(shuffled[id]);
}

const minutes = 60_000;
const adult = adultFile();

describe('the evidence on privacy', () => {
  it(
    'condemns a verbatim copy by every measure, notices 1 % of copies, and passes fresh rows and independent columns of a made-up table',
    async () => {
      const outcomes = await runSelfTest(await sampleTable(8000), ['privacy']);
      expectToTellCopies(outcomes);
      const copied = outcomes.find((outcome) => outcome.case === '1 % copied rows')?.findings ?? [];
      expect(copied.find(({ id }) => id === 'copies.exact')?.sentence).toMatch(
        /^34 of the 3,400 synthetic rows \(1\.0 %\) equal a training row/,
      );
      expect(verdictsOf(outcomes, '1 % copied rows', 'privacy')['copies.near']).not.toBe('good');
    },
    3 * minutes,
  );

  it.skipIf(adult === null)(
    'does so on a real table (skipped where the shared adult table is not at hand)',
    async () => {
      expectToTellCopies(await runSelfTest(await openTable(adult ?? ''), ['privacy']));
    },
    3 * minutes,
  );
});

describe('the evidence on fidelity', () => {
  it(
    'fails independent columns, each of which is alike, and passes fresh rows of a made-up table',
    async () => expectToTellIndependentColumns(await sampleTable(8000)),
    3 * minutes,
  );

  it.skipIf(adult === null)(
    'does so on a real table (skipped where the shared adult table is not at hand)',
    async () => expectToTellIndependentColumns(await openTable(adult ?? '')),
    3 * minutes,
  );
});
