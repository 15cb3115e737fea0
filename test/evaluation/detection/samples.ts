import { readFileSync } from 'node:fs';
import { RandomStream } from '../../../src/engine/random';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, numbers, tableOf } from '../make-tables';

interface DetectionGolden {
  readonly delong: {
    readonly labels: readonly number[];
    readonly scores: readonly number[];
    readonly auc: number;
    readonly variance: number;
  };
  readonly propensity: {
    readonly amount: readonly (number | null)[];
    readonly plan: readonly string[];
    readonly labels: readonly number[];
    readonly pmse: number;
    readonly ratio: number;
    readonly terms: number;
  };
}

/** Made by bench/reference/make_detection_golden.py from scikit-learn and the definitions. */
export const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/detection.json', import.meta.url), 'utf8'),
) as DetectionGolden;

interface Fault {
  /** Added to the amounts. */
  readonly shift?: number;
  /** The share of full plans among visits of 3 and more, and among fewer. */
  readonly plans?: readonly [number, number];
}

/** Amounts, visits, and plans that go with the visits; a noise that says nothing. */
export function makeRows(
  rows: number,
  seed: number,
  { shift = 0, plans = [0.8, 0.2] }: Fault = {},
): TypedTable {
  const random = new RandomStream(seed, 'rows');
  const all = Array.from({ length: rows }, () => {
    const visits = random.int(6);
    return {
      amount: Math.round(100 * (random.normal() + shift)) / 100,
      visits,
      plan: random.float() < plans[visits >= 3 ? 0 : 1] ? 'full' : 'basic',
      noise: random.int(1000),
    };
  });
  return tableOf(
    numbers(
      'amount',
      all.map((row) => row.amount),
      2,
    ),
    numbers(
      'visits',
      all.map((row) => row.visits),
    ),
    categories(
      'plan',
      all.map((row) => row.plan),
    ),
    numbers(
      'noise',
      all.map((row) => row.noise),
    ),
  );
}
