import { describe, expect, it } from 'vitest';
import { rocAuc, weightedOneVsRestAuc } from '../../../src/evaluation/learners/roc-auc';
import { golden, takeTargets, testRows } from './golden';

describe('rocAuc', () => {
  it('has the value of scikit-learn for scores with ties', () => {
    const scores = Float64Array.from(golden.boosted['binary1']);
    expect(rocAuc(takeTargets('binary', testRows), scores)).toBeCloseTo(golden.scores.auc, 12);
  });

  it('is 1 for classes that are apart, 0 for the wrong way round, one half for equal scores', () => {
    const labels = [0, 0, 1, 1];
    expect(rocAuc(labels, Float64Array.of(1, 2, 3, 4))).toBe(1);
    expect(rocAuc(labels, Float64Array.of(4, 3, 2, 1))).toBe(0);
    expect(rocAuc(labels, Float64Array.of(1, 1, 1, 1))).toBe(0.5);
  });

  it('is not a number where a class has no rows', () => {
    expect(rocAuc([1, 1], Float64Array.of(1, 2))).toBeNaN();
    expect(rocAuc([], new Float64Array(0))).toBeNaN();
  });
});

describe('weightedOneVsRestAuc', () => {
  it('has the value of scikit-learn for three classes', () => {
    const scores = Float64Array.from(golden.boosted['three10']);
    const labels = takeTargets('three', testRows);
    expect(weightedOneVsRestAuc(labels, scores, 3)).toBeCloseTo(golden.scores.weightedAuc, 12);
  });

  it('is not a number where all rows are of one class', () => {
    expect(weightedOneVsRestAuc([0], Float64Array.of(1, 0, 0), 3)).toBeNaN();
    expect(weightedOneVsRestAuc([], new Float64Array(0), 3)).toBeNaN();
  });
});
