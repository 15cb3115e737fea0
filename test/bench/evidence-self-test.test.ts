import { describe, expect, it } from 'vitest';
import { runSelfTest, type SelfTestCase, type SelfTestOutcome } from '../../bench/evidence/self-test';
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

function verdictsOf(outcomes: readonly SelfTestOutcome[], which: SelfTestCase): Record<string, string> {
  const findings = outcomes.find((outcome) => outcome.case === which)?.findings ?? [];
  return Object.fromEntries(
    findings.filter(({ family }) => family === 'privacy').map(({ id, verdict }) => [id, verdict]),
  );
}

const all = (verdict: string) => Object.fromEntries(measures.map((id) => [id, verdict]));

function expectToTellCopies(outcomes: readonly SelfTestOutcome[]): void {
  expect(verdictsOf(outcomes, 'verbatim copy')).toEqual(all('poor'));
  expect(verdictsOf(outcomes, 'fresh real rows')).toEqual(all('good'));
  expect(verdictsOf(outcomes, 'independent columns')).toEqual(all('good'));
  expect(verdictsOf(outcomes, '1 % copied rows')['copies.exact']).toBe('poor');
  expect(verdictsOf(outcomes, 'shuffled training columns')['singlingOut.risk']).toBe('poor');
}

const minutes = 60_000;

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
      expect(verdictsOf(outcomes, '1 % copied rows')['copies.near']).not.toBe('good');
    },
    3 * minutes,
  );

  const adult = adultFile();
  it.skipIf(adult === null)(
    'does so on a real table (skipped where the shared adult table is not at hand)',
    async () => {
      expectToTellCopies(await runSelfTest(await openTable(adult ?? ''), ['privacy']));
    },
    3 * minutes,
  );
});
