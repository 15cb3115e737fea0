import type { RandomStream } from '../../engine/random';
import type { AlignedTables } from '../align-tables';
import type { CopyFigures } from '../report';
import { describeCopies } from './describe-copies';
import { shareOf } from './excess';
import { type AfterRows, lookForCopies } from './look-for-copies';

/**
 * Copies of training rows among the synthetic and the holdout rows, on the comparable columns. Exact copies are
 * looked for in all rows; neighbours for a random sample (see search-sizes).
 */
export async function compareCopies(
  tables: AlignedTables,
  random: RandomStream,
  afterRows: AfterRows,
): Promise<CopyFigures> {
  const found = await lookForCopies(tables, 'standard', random, afterRows);
  const figures = {
    exact: {
      synthetic: shareOf(found.exact.synthetic),
      holdout: found.exact.holdout && shareOf(found.exact.holdout),
    },
    near: {
      synthetic: shareOf(found.near.synthetic),
      holdout: found.near.holdout && shareOf(found.near.holdout),
    },
    closerToTraining: found.closerToTraining,
    sampled: found.near.synthetic.of,
  };
  return { ...figures, sentence: describeCopies(found) };
}
