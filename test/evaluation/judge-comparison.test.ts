import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/random';
import { compareTables } from '../../src/evaluation/compare-tables';
import { correlationRatioError, judgeComparison } from '../../src/evaluation/judge-comparison';
import { golden, goldenTable, expectAsReference } from './golden';
import { silent } from './make-tables';

const input = {
  training: goldenTable(golden.training),
  holdout: goldenTable(golden.holdout),
  synthetic: goldenTable(golden.synthetic),
};
const report = await compareTables({ ...input, random: new RandomStream(1, 'test'), ...silent });

describe('judgeComparison', () => {
  it('makes a finding of each figure that the comparison names', () => {
    const findings = judgeComparison(report);
    expect(findings.map(({ id }) => id)).toEqual([
      'shape.mean',
      'trend.mean',
      'missing.mean',
      'trend.correlationRatio',
    ]);
    expect(findings[0]).toMatchObject({
      family: 'fidelity',
      verdict: 'fair',
      sentence: report.overall[0].sentence,
    });
    expect(findings[0].synthetic.value).toBe(report.overall[0].synthetic);
  });

  it('finds held-out rows good beside themselves', async () => {
    const same = { ...input, synthetic: input.holdout };
    const fresh = await compareTables({ ...same, random: new RandomStream(1, 'test'), ...silent });
    expect(judgeComparison(fresh).every(({ verdict }) => verdict === 'good')).toBe(true);
  });

  it('has nothing to say while nothing is known', () => {
    expect(judgeComparison({})).toEqual([]);
  });
});

describe('correlationRatioError', () => {
  it('is the mean difference of the reference correlation ratios', () => {
    const numeric = ['amount', 'visits', 'score'];
    const mixed = golden.pairs.filter(
      ({ first, second }) => numeric.includes(first) !== numeric.includes(second),
    );
    const mean = (which: 'synthetic' | 'holdout') =>
      mixed.reduce((sum, pair) => sum + Math.abs(pair.training - pair[which]), 0) / mixed.length;
    const error = correlationRatioError(report.pairs, report.columns);
    expectAsReference(error.synthetic, mean('synthetic'));
    expectAsReference(error.holdout ?? Number.NaN, mean('holdout'));
  });
});
