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

/** Counts duplicates in as many random rows of each table as the smaller of training and synthetic table has. */
export function measureDuplicates(context: MeasureContext, parts: ColumnParts): MeasuredDuplicates {
  const { rows } = context.tables;
  const size = Math.min(rows.training, rows.synthetic);
  const tally = (columns: ColumnParts['training'], rowCount: number, name: string) => {
    if (rowCount === size) return tallyDuplicates(columns, size);
    const taken = permutation(rowCount, context.random(`duplicates in ${name}`)).subarray(0, size);
    return tallyDuplicates(
      columns.map((column) => selectColumnRows(column, taken)),
      size,
    );
  };
  return {
    training: tally(parts.training, rows.training, 'training'),
    synthetic: tally(parts.synthetic, rows.synthetic, 'synthetic'),
    holdout: parts.holdout && rows.holdout >= size ? tally(parts.holdout, rows.holdout, 'holdout') : null,
  };
}
