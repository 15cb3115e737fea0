import { describe, expect, it } from 'vitest';
import { describeDraw, describeRarity, percentText } from '../../../../src/engine/generate/given/describe';
import { WeightLog } from '../../../../src/engine/generate/given/report';

describe('percentText', () => {
  it.each([
    [1, '100 %'],
    [0.1234, '12.3 %'],
    [0.01234, '1.2 %'],
    [0.001234, '0.12 %'],
    [0.00001234, '0.0012 %'],
    [0, '0 %'],
  ])('writes %f as %s', (share, text) => expect(percentText(share)).toBe(text));
});

describe('WeightLog', () => {
  it('reports the figures of all weights it was told of', () => {
    const log = new WeightLog();
    log.add(Float64Array.of(0.1, 0.2), 0.25, 1);
    log.add(Float64Array.of(0.3, 0), 0.25, 1);
    const report = log.report();
    expect(report).toMatchObject({ method: 'weighted', drawn: 4, kept: 2 });
    expect(report.probability).toBeCloseTo(0.15, 12);
    expect(report.effectiveShare).toBeCloseTo(0.36 / 0.14 / 4, 12);
    expect(report.acceptance).toBeCloseTo((0.4 + 0.8 + 1) / 4, 12);
    expect(report.cutOff).toBeCloseTo(0.05 / 0.6, 12);
    expect([...log.weights()]).toEqual([0.1, 0.2, 0.3, 0]);
  });

  it('calls a draw exact whose weights are all alike', () => {
    const log = new WeightLog();
    log.add(new Float64Array(100).fill(0.02), 0.02, 100);
    expect(log.report()).toMatchObject({ method: 'exact', cutOff: 0 });
    expect(describeDraw(log.report())).toMatch(/^The draw is exact/);
    expect(describeRarity(log.report(), 1000)).toBe("About 2.0 % of the model's rows meet the conditions.");
    expect(describeRarity(log.report(), 10)).toMatch(/less than one row in as many as were learnt/);
  });

  it('warns where few rows carry the weight', () => {
    const log = new WeightLog();
    log.add(
      Float64Array.from({ length: 1000 }, (_, i) => Number(i < 10)),
      1,
    );
    expect(describeDraw(log.report())).toMatch(/effective sample size 1\.0 %.*look at it before it is used/);
  });
});
