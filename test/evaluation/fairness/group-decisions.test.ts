import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseRateGap } from '../../../src/evaluation/fairness/base-rates';
import {
  countDecisions,
  demographicParityDifference,
  equalisedOddsDifference,
} from '../../../src/evaluation/fairness/group-decisions';
import { expectAsReference } from '../golden';
import { golden } from '../utility/golden';

const names = [...new Set(golden.group)];
const groups = names.map((name) =>
  Uint32Array.from([...golden.group.keys()].filter((row) => golden.group[row] === name)),
);
const once = new Uint8Array(golden.group.length).fill(1);

function confusionsOf(truths: readonly number[], decisions: Uint8Array, classes: number) {
  return countDecisions(groups, Uint8Array.from(truths), decisions, classes, once);
}

describe('how unequally groups are decided about', () => {
  it("is fairlearn's demographic parity and equalised odds difference for two classes", () => {
    const { truths, chances, demographicParity, equalisedOdds } = golden.binary;
    const decisions = Uint8Array.from(chances, (chance) => (chance > 0.5 ? 1 : 0));
    const confusions = confusionsOf(truths, decisions, 2);
    expectAsReference(demographicParityDifference(confusions, 2), demographicParity);
    expectAsReference(equalisedOddsDifference(confusions, 2), equalisedOdds);
  });

  it('is the largest of those of each class against the rest for three classes', () => {
    const { truths, chances, demographicParity, equalisedOdds } = golden.three;
    const decisions = Uint8Array.from(truths, (_, row) => {
      const own = chances.slice(3 * row, 3 * row + 3);
      return own.indexOf(Math.max(...own));
    });
    const confusions = confusionsOf(truths, decisions, 3);
    expectAsReference(demographicParityDifference(confusions, 3), demographicParity);
    expectAsReference(equalisedOddsDifference(confusions, 3), equalisedOdds);
  });

  it('is 0 where all groups are decided about alike, 1 where one always gets what the other never does', () => {
    const alike = [Float64Array.of(3, 1, 2, 2), Float64Array.of(30, 10, 20, 20)];
    expect(demographicParityDifference(alike, 2)).toBeCloseTo(0, 12);
    expect(equalisedOddsDifference(alike, 2)).toBeCloseTo(0, 12);
    const apart = [Float64Array.of(4, 0, 4, 0), Float64Array.of(0, 4, 0, 4)];
    expect(demographicParityDifference(apart, 2)).toBe(1);
    expect(equalisedOddsDifference(apart, 2)).toBe(1);
  });

  it('leaves groups without rows out, and is not known of one group', () => {
    const one = Float64Array.of(3, 1, 2, 2);
    const empty = new Float64Array(4);
    expect(demographicParityDifference([one, empty], 2)).toBeNaN();
    expect(equalisedOddsDifference([one], 2)).toBeNaN();
    expect(baseRateGap([Float64Array.of(1, 2), new Float64Array(2)]).gap).toBeNaN();
  });

  it('is of the truth itself the base rate gap, with the variance of two shares', () => {
    const { gap, variance } = baseRateGap([
      Float64Array.of(30, 70),
      Float64Array.of(30, 30),
      Float64Array.of(12, 28),
    ]);
    expect(gap).toBeCloseTo(0.2, 12);
    expect(variance).toBeCloseTo((0.7 * 0.3) / 100 + 0.25 / 60, 12);
  });

  it('is between 0 and 1, whatever is decided', () => {
    const counts = fc.array(fc.nat(20), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (cells) => {
        const confusions = cells.map((own) => Float64Array.from(own));
        for (const measure of [demographicParityDifference, equalisedOddsDifference]) {
          const value = measure(confusions, 3);
          expect(Number.isNaN(value) || (value >= 0 && value <= 1)).toBe(true);
        }
      }),
    );
  });
});
