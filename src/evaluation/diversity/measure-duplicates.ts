import { permutation } from '../../engine/random';
import { selectColumnRows } from '../../engine/typed-table';
import type { MeasureContext } from '../measure-context';
import type { ColumnParts } from '../privacy/column-parts';
import type { Tally } from '../privacy/excess';
import { tallyDuplicates } from './duplicates';

/** Rows that occur more than once, in as many rows of each table. */
export interface MeasuredDuplicates {
  readonly training: Tally;
  readonly synthetic: Tally;
  /** Null where there are fewer holdout rows than that. */
  readonly holdout: Tally | null;
}

const mostRows = { standard: 50_000, full: Infinity };

/** Counts duplicates in as many random rows of each table as the smaller of training and synthetic table has, 50,000 at most. */
export async function measureDuplicates(
  context: MeasureContext,
  parts: ColumnParts,
): Promise<MeasuredDuplicates> {
  const { rows } = context.tables;
  const size = Math.min(rows.training, rows.synthetic, mostRows[context.effort]);
  const yieldControl = () => context.yieldControl();
  const tally = (columns: ColumnParts['training'], rowCount: number, name: string) => {
    if (rowCount === size) return tallyDuplicates(columns, size, yieldControl);
    const taken = permutation(rowCount, context.random(`duplicates in ${name}`)).subarray(0, size);
    return tallyDuplicates(
      columns.map((column) => selectColumnRows(column, taken)),
      size,
      yieldControl,
    );
  };
  return {
    training: await tally(parts.training, rows.training, 'training'),
    synthetic: await tally(parts.synthetic, rows.synthetic, 'synthetic'),
    holdout:
      parts.holdout && rows.holdout >= size ? await tally(parts.holdout, rows.holdout, 'holdout') : null,
  };
}
