import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { TypedTable } from '../../src/engine/typed-table';
import { categories, numbers, tableOf } from './make-tables';

type Cells = readonly (number | string | null)[];
type GoldenTable = Readonly<Record<string, Cells>>;

interface GoldenColumn {
  readonly ksComplement?: number;
  readonly wasserstein?: number;
  readonly tvComplement?: number;
  readonly missingSimilarity: number;
}

interface GoldenPair {
  readonly first: string;
  readonly second: string;
  readonly training: number;
  readonly synthetic: number;
  readonly holdout: number;
  readonly error: number;
  readonly holdoutError: number;
}

interface Golden {
  readonly training: GoldenTable;
  readonly holdout: GoldenTable;
  readonly synthetic: GoldenTable;
  readonly single: Readonly<Record<'synthetic' | 'holdout', Readonly<Record<string, GoldenColumn>>>>;
  readonly pairs: readonly GoldenPair[];
  readonly copies: number;
  readonly completeRows: Readonly<Record<'training' | 'synthetic', GoldenTable>>;
  readonly nearestOfComplete: readonly number[];
}

/** Made by bench/reference/make_evaluation_golden.py from SciPy, scikit-learn and SDMetrics. */
export const golden = JSON.parse(
  readFileSync(new URL('../fixtures/evaluation/golden.json', import.meta.url), 'utf8'),
) as Golden;

const fractionDigits: Readonly<Record<string, number>> = { amount: 1, visits: 0, score: 2, fixed: 0 };

export function goldenTable(cells: GoldenTable): TypedTable {
  return tableOf(
    ...Object.entries(cells).map(([name, values]) =>
      name in fractionDigits
        ? numbers(name, values as (number | null)[], fractionDigits[name])
        : categories(name, values as (string | null)[]),
    ),
  );
}

/** Double precision, other order of summation than the reference. */
export function expectAsReference(actual: number, reference: number): void {
  expect(Math.abs(actual - reference)).toBeLessThan(1e-9);
}
