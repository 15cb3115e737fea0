import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import { scorePermuted } from '../learners/permuted-scores';
import { rocAuc } from '../learners/roc-auc';
import type { TwoSampleTest } from './two-sample-test';

/** Test rows looked at per fold, and columns shuffled, at most: those whose splits gained most. */
const mostRows = 2000;
const mostColumns = 30;

export interface ColumnImportance {
  /** Which of the columns. */
  readonly column: number;
  /** How much of the AUC is lost when the column's cells are shuffled: 0 or about it where the column gives nothing away. */
  readonly drop: number;
}

/**
 * What gives the second sample away: permutation importance on the test folds, mean over the folds, the greatest first.
 * Columns beyond the 30 whose splits gained most are left out. Sources: see permuted-scores; here of `roc_auc`.
 */
export async function permutationImportance(
  test: TwoSampleTest,
  columns: readonly TypedColumn[],
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<ColumnImportance[]> {
  const drops = columnsByGain(test, columns.length).map((column) => ({ column, drop: 0 }));
  for (const { model, rows } of test.folds) {
    const sample = random.shuffle(rows.slice()).subarray(0, mostRows);
    const labels = Uint8Array.from(sample, (row) => test.labels[row]);
    const binned = model.bin(columns, sample);
    const orders = drops.map(({ column }) => ({ column, order: permutation(sample.length, random) }));
    const { whole, without } = await scorePermuted(
      model,
      { binned, rows: sample.length, orders },
      (scores) => rocAuc(labels, scores),
      yieldControl,
    );
    for (const [i, entry] of drops.entries()) entry.drop += (whole - without[i]) / test.folds.length;
    await yieldControl();
  }
  return drops.sort((a, b) => b.drop - a.drop);
}

function columnsByGain({ folds }: TwoSampleTest, count: number): number[] {
  const gains = new Float64Array(count);
  for (const { model } of folds)
    for (let column = 0; column < count; column++) gains[column] += model.gains[column];
  const used = [...gains.keys()].filter((column) => gains[column] > 0);
  return used.sort((a, b) => gains[b] - gains[a]).slice(0, mostColumns);
}
