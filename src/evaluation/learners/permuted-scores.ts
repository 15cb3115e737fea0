import type { BinnedColumn } from './bin-columns';
import type { BoostedModel } from './gradient-boosting';

/** Something made of a model's predictions: of the rows as they are, and with the cells of one column after another shuffled. */
export interface PermutedScores<Score> {
  readonly whole: Score;
  /** In the order of the columns asked for; `whole` itself where the model never splits on the column. */
  readonly without: readonly Score[];
}

/** Some rows as a model sees them, and an order of them for each column that is to be shuffled. */
export interface PermutationTrial {
  readonly binned: readonly BinnedColumn[];
  readonly rows: number;
  readonly orders: readonly { readonly column: number; readonly order: Uint32Array }[];
}

/**
 * What permutation importance compares: by how much a score drops when a column no longer goes with the rest. Sources:
 * Breiman, "Random forests", Machine Learning 45 (2001), section 10; scikit-learn's `permutation_importance` with one repeat.
 */
export async function scorePermuted<Score>(
  model: BoostedModel,
  { binned, rows, orders }: PermutationTrial,
  score: (predictions: Float64Array) => Score,
  yieldControl: () => Promise<void>,
): Promise<PermutedScores<Score>> {
  const whole = score(model.predictBinned(binned, rows));
  const without: Score[] = [];
  for (const { column, order } of orders) {
    await yieldControl();
    const shuffled = () => binned.with(column, reorder(binned[column], order));
    without.push(model.gains[column] > 0 ? score(model.predictBinned(shuffled(), rows)) : whole);
  }
  return { whole, without };
}

function reorder(column: BinnedColumn, order: Uint32Array): BinnedColumn {
  return { ...column, codes: Uint16Array.from(order, (row) => column.codes[row]) };
}
