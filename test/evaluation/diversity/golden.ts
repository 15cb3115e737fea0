import { readFileSync } from 'node:fs';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, numbers, tableOf } from '../make-tables';

interface GoldenTable {
  readonly amount: readonly number[];
  readonly score: readonly number[];
  readonly plan: readonly string[];
  readonly region: readonly string[];
}

interface GoldenClouds {
  readonly alphaPrecision: number;
  readonly betaRecall: number;
  readonly density: number;
  readonly coverage: number;
}

/** Made by bench/reference/make_diversity_golden.py with the formulas of synthcity, prdc and vendi_score. */
export const golden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/diversity.json', import.meta.url), 'utf8'),
) as {
  readonly training: GoldenTable;
  readonly synthetic: GoldenTable;
  readonly expected: Readonly<Record<'synthetic' | 'copies', GoldenClouds>>;
  readonly vendi: Readonly<Record<'line' | 'three' | 'training', number>>;
};

export function goldenTable({ amount, score, plan, region }: GoldenTable): TypedTable {
  return tableOf(
    numbers('amount', amount, 2),
    numbers('score', score, 2),
    categories('plan', plan),
    categories('region', region),
  );
}
