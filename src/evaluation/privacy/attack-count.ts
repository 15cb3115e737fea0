import type { MeasureContext } from '../measure-context';
import type { SearchSizes } from './search-sizes';

const mostAttacks = { standard: 2000, full: 10_000 } as const;

/** Rows of a table that are attacked, at most: 2,000 as a standard, fewer where searching a wide table is dear. */
export function attackCount({ effort }: MeasureContext, sizes: SearchSizes): number {
  return Math.min(mostAttacks[effort], sizes.asked);
}
