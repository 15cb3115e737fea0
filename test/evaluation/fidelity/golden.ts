import { readFileSync } from 'node:fs';

/** Made by bench/reference/make_fidelity_golden.py from SciPy and SDMetrics. */
export const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/fidelity.json', import.meta.url), 'utf8'),
) as {
  readonly counts: readonly {
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly jensenShannon: number;
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly pValue: number;
  }[];
  readonly numbers: readonly {
    readonly real: readonly number[];
    readonly other: readonly number[];
    readonly rangeCoverage: number;
    readonly boundaryAdherence: number;
  }[];
  readonly categories: {
    readonly real: readonly string[];
    readonly other: readonly string[];
    readonly categoryCoverage: number;
  };
  readonly upperGamma: readonly (readonly [number, number, number])[];
  readonly marginals: {
    readonly levels: readonly number[];
    readonly training: readonly (readonly number[])[];
    readonly synthetic: readonly (readonly number[])[];
    readonly two: number;
    readonly three: number;
  };
};
