import { upperGamma } from './upper-gamma';

export interface ChiSquared {
  /** Σ (observed − expected)² / expected: 0 … ∞, 0: the same shares. */
  readonly statistic: number;
  /** Cells that occur in either table, less one. */
  readonly degreesOfFreedom: number;
  /** How often chance alone would give so large a statistic: 0 … 1. 1 where there is nothing to compare. */
  readonly pValue: number;
}

/**
 * Pearson's χ² test that two tables of counts over the same cells come from one distribution. Cells empty in both are left
 * out; nothing is corrected for small counts. Range of the p-value 0 … 1; small: chance is no explanation; 1.0: the shares
 * are the same. Source: scipy.stats.chi2_contingency(correction=False) of the 2 × cells table.
 */
export function chiSquaredTest(first: Float64Array, second: Float64Array): ChiSquared {
  const totals = [first, second].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const all = totals[0] + totals[1];
  let statistic = 0;
  let filled = 0;
  for (let cell = 0; cell < first.length; cell++) {
    const both = first[cell] + second[cell];
    if (both === 0) continue;
    filled++;
    [first, second].forEach((counts, table) => {
      const expected = (both * totals[table]) / all;
      if (expected > 0) statistic += (counts[cell] - expected) ** 2 / expected;
    });
  }
  const degreesOfFreedom = Math.max(0, filled - 1);
  const comparable = degreesOfFreedom > 0 && totals[0] > 0 && totals[1] > 0;
  return {
    statistic,
    degreesOfFreedom,
    pValue: comparable ? upperGamma(degreesOfFreedom / 2, statistic / 2) : 1,
  };
}
