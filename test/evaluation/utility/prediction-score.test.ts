import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictionScore, rootMeanSquaredError } from '../../../src/evaluation/utility/prediction-score';
import { rankCorrelation } from '../../../src/evaluation/utility/rank-correlation';
import { expectAsReference } from '../golden';
import { golden } from './golden';

const weights = Uint8Array.from(golden.weights);
const once = new Uint8Array(weights.length).fill(1);
const rows = Uint32Array.from(weights.keys());
const two = { kind: 'classes', count: 2 } as const;

function classes({ truths, chances }: typeof golden.binary) {
  return { truths: Float64Array.from(truths), predictions: Float64Array.from(chances) };
}

describe('how good predictions are', () => {
  it('is the AUC that scikit-learn has for two classes, ties and weights included', () => {
    const score = predictionScore(two, classes(golden.binary), rows);
    expectAsReference(score(once), golden.binary.auc);
    expectAsReference(score(weights), golden.binary.weightedAuc);
  });

  it('is the weighted one-vs-rest AUC that scikit-learn has for three classes', () => {
    const score = predictionScore({ kind: 'classes', count: 3 }, classes(golden.three), rows);
    expectAsReference(score(once), golden.three.auc);
    expectAsReference(score(weights), golden.three.weightedAuc);
  });

  it('is R² for amounts, beside the root mean squared error', () => {
    const { truths, guesses, r2, weightedR2, rmse } = golden.amount;
    const predicted = { truths: Float64Array.from(truths), predictions: Float64Array.from(guesses) };
    const score = predictionScore({ kind: 'amount' }, predicted, rows);
    expectAsReference(score(once), r2);
    expectAsReference(score(weights), weightedR2);
    expectAsReference(rootMeanSquaredError(predicted, rows), rmse);
  });

  it('is not known where all rows have one class, or one amount', () => {
    const same = { truths: new Float64Array(9), predictions: Float64Array.from({ length: 9 }, (_, i) => i) };
    const nine = Uint32Array.from(same.truths.keys());
    const equal = new Uint8Array(9).fill(1);
    expect(predictionScore(two, same, nine)(equal)).toBeNaN();
    expect(predictionScore({ kind: 'amount' }, same, nine)(equal)).toBeNaN();
  });

  it('does not depend on the order of the rows, and of some rows is that of those rows alone', () => {
    const some = fc.uniqueArray(fc.nat(golden.weights.length - 1), { minLength: 2 });
    fc.assert(
      fc.property(some, (chosen) => {
        const whole = classes(golden.binary);
        const own = {
          truths: Float64Array.from(chosen, (row) => whole.truths[row]),
          predictions: Float64Array.from(chosen, (row) => whole.predictions[row]),
        };
        const asPart = predictionScore(two, whole, Uint32Array.from(chosen))(once);
        const alone = predictionScore(two, own, Uint32Array.from(chosen.keys()))(once);
        expect(asPart).toBe(alone);
      }),
    );
  });
});

describe('how far two orders agree', () => {
  it("is Spearman's correlation as SciPy has it, with ties", () => {
    const { first, second, spearman } = golden.ranks;
    expectAsReference(rankCorrelation(Float64Array.from(first), Float64Array.from(second)), spearman);
  });

  it('is not known where one has no order', () => {
    expect(rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(4, 4, 4))).toBeNaN();
    expect(rankCorrelation(Float64Array.of(1, NaN, 3), Float64Array.of(4, 5, 6))).toBeNaN();
  });
});
