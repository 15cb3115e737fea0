import { describe, expect, it } from 'vitest';
import { aucFigure, truePositiveRateAt } from '../../../src/evaluation/privacy/roc';
import { expectAsReference } from '../golden';
import { privacyGolden } from './privacy-golden';

const positives = Float64Array.from(privacyGolden.scores.positives);
const negatives = Float64Array.from(privacyGolden.scores.negatives);

describe('aucFigure', () => {
  it('is scikit-learn’s area, ties counted half, with DeLong’s interval', () => {
    const { value, interval } = aucFigure(positives, negatives);
    expectAsReference(value, privacyGolden.roc.auc);
    expectAsReference(interval?.high ?? Number.NaN, privacyGolden.roc.auc + privacyGolden.roc.error);
  });

  it('is not a number where a side is empty', () => {
    expect(aucFigure(positives, new Float64Array(0))).toEqual({ value: Number.NaN, interval: null });
  });
});

describe('truePositiveRateAt', () => {
  it.each(Object.entries(privacyGolden.roc.tpr))(
    'is the height of scikit-learn’s curve at %s',
    (rate, height) => {
      expectAsReference(truePositiveRateAt(Number(rate), positives, negatives), height);
    },
  );

  it('is 1 where all positives score above all negatives, and the rate itself where all score alike', () => {
    expect(truePositiveRateAt(0.01, Float64Array.of(2, 3), Float64Array.of(0, 1))).toBe(1);
    expect(truePositiveRateAt(0.25, Float64Array.of(1, 1), Float64Array.of(1, 1, 1))).toBeCloseTo(0.25, 12);
  });
});
