import { readFileSync } from 'node:fs';

interface GoldenDecisions {
  readonly demographicParity: number;
  readonly equalisedOdds: number;
}

interface GoldenClasses extends GoldenDecisions {
  readonly truths: readonly number[];
  readonly chances: readonly number[];
  readonly auc: number;
  readonly weightedAuc: number;
}

interface Golden {
  readonly weights: readonly number[];
  readonly group: readonly string[];
  readonly binary: GoldenClasses;
  readonly three: GoldenClasses;
  readonly amount: {
    readonly truths: readonly number[];
    readonly guesses: readonly number[];
    readonly r2: number;
    readonly weightedR2: number;
    readonly rmse: number;
  };
  readonly ranks: {
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly spearman: number;
  };
}

/** Made by bench/reference/make_utility_golden.py from scikit-learn, SciPy and fairlearn. */
export const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/utility.json', import.meta.url), 'utf8'),
) as Golden;
