import { readFileSync } from 'node:fs';
import type { TypedTable } from '../../../src/engine/typed-table';
import { categories, numbers, tableOf } from '../make-tables';

type Cells = Readonly<Record<string, readonly (number | string)[]>>;

interface Attacked {
  readonly attack: number;
  readonly control: number;
  readonly risk: { readonly value: number; readonly error: number };
}

interface PrivacyGolden {
  readonly training: Cells;
  readonly holdout: Cells;
  readonly synthetic: Cells;
  readonly known: readonly string[];
  readonly linkability: Attacked;
  readonly inference: Readonly<Record<string, Attacked>>;
  readonly inferenceFromKnown: Readonly<Record<string, Attacked>>;
  readonly scores: { readonly positives: readonly number[]; readonly negatives: readonly number[] };
  readonly roc: {
    readonly auc: number;
    readonly error: number;
    readonly tpr: Readonly<Record<string, number>>;
  };
}

/** Made by bench/reference/make_privacy_golden.py from NumPy and scikit-learn, by Anonymeter's formulas. */
export const privacyGolden = JSON.parse(
  readFileSync(new URL('../../fixtures/evaluation/privacy-golden.json', import.meta.url), 'utf8'),
) as PrivacyGolden;

function tableFrom(cells: Cells): TypedTable {
  return tableOf(
    ...Object.entries(cells).map(([name, values]) =>
      typeof values[0] === 'number'
        ? numbers(name, values as number[], 4)
        : categories(name, values as string[]),
    ),
  );
}

export const goldenTables = {
  training: tableFrom(privacyGolden.training),
  holdout: tableFrom(privacyGolden.holdout),
  synthetic: tableFrom(privacyGolden.synthetic),
};
