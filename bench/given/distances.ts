import { countInBins, makeBins } from '../../src/engine/analyze/bins';
import type { TypedTable } from '../../src/engine/typed-table';

/** Total variation between two tables' columns, averaged over the columns, and what chance alone would give. */
export interface ColumnDistance {
  readonly mean: number;
  readonly byChance: number;
}

/**
 * Compares each column but those named in bins made from the whole real table, missing cells in a bin of their own.
 * By chance: the expectation of |p − q| / 2 for two samples of those sizes of one distribution, each bin taken for normal.
 */
export function columnDistance(
  whole: TypedTable,
  real: TypedTable,
  synthetic: TypedTable,
  leftOut: ReadonlySet<string>,
): ColumnDistance {
  let sum = 0;
  let chance = 0;
  let columns = 0;
  whole.columns.forEach((column, index) => {
    const bins = makeBins(column, 50);
    if (!bins || leftOut.has(column.schema.name)) return;
    const sharesOf = (table: TypedTable) => {
      const counts = countInBins(table.columns[index], bins);
      const filled = counts.reduce((total, count) => total + count, 0);
      return [...counts, table.rowCount - filled].map((count) => count / Math.max(1, table.rowCount));
    };
    const [p, q] = [sharesOf(real), sharesOf(synthetic)];
    p.forEach((share, bin) => {
      const pooled =
        (share * real.rowCount + q[bin] * synthetic.rowCount) / (real.rowCount + synthetic.rowCount);
      const variance = pooled * (1 - pooled) * (1 / real.rowCount + 1 / synthetic.rowCount);
      sum += Math.abs(share - q[bin]) / 2;
      chance += Math.sqrt((2 / Math.PI) * variance) / 2;
    });
    columns++;
  });
  return { mean: sum / columns, byChance: chance / columns };
}
