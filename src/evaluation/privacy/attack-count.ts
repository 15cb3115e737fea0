import type { MeasureContext } from '../measure-context';
import type { SearchSizes } from './search-sizes';

const mostAttacks = { standard: 2000, full: 10_000 } as const;

/**
 * Rows of a table that are attacked, at most: 2,000 as a standard, fewer where searching a wide table is dear. No more
 * than there are holdout rows to attack beside them: Wilson's rate moves fewer tries further from 1, and a secret that
 * everybody guesses would seem owed to having been in the table.
 */
export function attackCount({ effort, tables }: MeasureContext, sizes: SearchSizes): number {
  const { holdout } = tables.rows;
  return Math.min(mostAttacks[effort], sizes.asked, holdout > 0 ? holdout : Infinity);
}
