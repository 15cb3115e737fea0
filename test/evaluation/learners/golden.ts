import { readFileSync } from 'node:fs';
import type { TypedColumn } from '../../../src/engine/typed-table';
import { categories, numbers } from '../make-tables';

interface LearnerGolden {
  readonly table: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly targets: Readonly<Record<'binary' | 'three' | 'amount', readonly number[]>>;
  readonly boosted: Readonly<Record<string, readonly number[]>>;
  readonly linear: Readonly<Record<'binary' | 'three' | 'amount', readonly number[]>>;
  readonly scores: Readonly<Record<'auc' | 'weightedAuc' | 'rSquared' | 'rmse', number>>;
}

/** Made by bench/reference/make_learner_golden.py from XGBoost and scikit-learn. */
export const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/learners.json', import.meta.url), 'utf8'),
) as LearnerGolden;

export const columns: readonly TypedColumn[] = Object.entries(golden.table).map(([name, cells]) =>
  cells.some((cell) => typeof cell === 'string')
    ? categories(name, cells as (string | null)[])
    : numbers(name, cells as (number | null)[], 1),
);

const all = Uint32Array.from({ length: golden.targets.binary.length }, (_, row) => row);
/** Every third row is tested. */
export const testRows = all.filter((row) => row % 3 === 0);
export const trainRows = all.filter((row) => row % 3 !== 0);

export function largestDifference(actual: ArrayLike<number>, reference: readonly number[]): number {
  if (actual.length !== reference.length) return Infinity;
  return reference.reduce((most, value, i) => Math.max(most, Math.abs(value - actual[i])), 0);
}

export function takeTargets(name: keyof LearnerGolden['targets'], rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => golden.targets[name][row]);
}
