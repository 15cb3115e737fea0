import type { TypedColumn } from '../../engine/typed-table';
import type { Figure } from '../evidence';
import { defaultLinearOptions, fitLogistic } from '../learners/linear';
import { normalInterval } from './delong';

/** Nearly unpenalised, to keep weights finite where a category is all of one sample; stops later, as scores lie close together. */
const nearlyExact = { ...defaultLinearOptions, l2: 0.01, tolerance: 1e-4 };
/** Columns of more categories are left out: their terms would need more rows than there are. */
const mostCategories = 100;
/** With fewer rows to a term the χ² is far off. */
const fewestRowsPerTerm = 10;

export interface PropensityFigures {
  /** pMSE over what chance alone is expected to give. */
  readonly ratio: Figure;
  /** Terms of the model beside its intercept. */
  readonly terms: number;
}

/**
 * S_pMSE: the mean squared distance of a logistic regression's propensity scores from the synthetic share, over its
 * expectation for synthetic rows drawn from the very distribution that the real rows were drawn from, given those. Range 0 … ∞,
 * lower is better; 1.0: no further off than that. Two independent samples of one source come to 1/(1 − c), that is 2 for
 * as many rows. It grows with the rows where tables differ. The interval is normal, with the variance of the noncentral χ² that the
 * sum of squares follows. `columns` hold the real rows, then the synthetic ones (label 1). Null where no column varies, or where there are fewer than ten rows
 * to a term.
 * Source: Snoke, Raab, Nowok, Dibben & Slavkovic, "General and specific utility measures for synthetic data", J. R. Stat.
 * Soc. A 181 (2018); synthpop's `utility.gen`.
 */
export async function propensityRatio(
  columns: readonly TypedColumn[],
  labels: Uint8Array,
  yieldControl: () => Promise<void>,
): Promise<PropensityFigures | null> {
  const usable: TypedColumn[] = [];
  let terms = 0;
  for (const column of columns) {
    const own = termsOf(column);
    await yieldControl();
    if (own === 0 || own >= mostCategories) continue;
    usable.push(column);
    terms += own;
  }
  if (terms === 0 || labels.length < fewestRowsPerTerm * terms) return null;
  const rows = Uint32Array.from(labels.keys());
  const model = await fitLogistic(
    usable,
    rows,
    Float64Array.from(labels),
    { ...nearlyExact, count: 2 },
    yieldControl,
  );
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const ratio =
    meanSquare(model.predict(usable, rows), share) / expectedMeanSquare(terms, share, labels.length);
  const chiSquare = ratio * terms * (1 - share);
  const noncentrality = Math.max(0, chiSquare - terms);
  const variance = (2 * terms + 4 * noncentrality) / (terms * (1 - share)) ** 2;
  return { ratio: { value: ratio, interval: normalInterval(ratio, variance, [0, Infinity]) }, terms };
}

/** pMSE: the mean squared distance of propensity scores from the synthetic share; 0 … ¼ for as many rows of both. */
function meanSquare(scores: Float64Array, share: number): number {
  return scores.reduce((sum, score) => sum + (score - share) ** 2, 0) / scores.length;
}

/** What pMSE is expected to be by chance: (k − 1)(1 − c)²c / N, where k − 1 are the terms beside the intercept. */
export function expectedMeanSquare(terms: number, share: number, rows: number): number {
  return (terms * (1 - share) ** 2 * share) / rows;
}

/** Free terms that a column adds to the model; 0 where it is constant. */
function termsOf(column: TypedColumn): number {
  if (column.type === 'categorical') return new Set(column.codes).size - 1;
  const present = column.values.filter((value) => !Number.isNaN(value));
  const missing = present.length > 0 && present.length < column.values.length ? 1 : 0;
  return missing + (present.some((value) => value !== present[0]) ? 1 : 0);
}
