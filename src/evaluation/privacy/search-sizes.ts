import type { MeasureContext } from '../measure-context';

/** How many rows take part in searches for neighbours. */
export interface SearchSizes {
  /** Rows of a table whose neighbours are looked for, at most. */
  readonly asked: number;
  /** Rows among which they are looked for, at most. */
  readonly known: number;
}

/** Cells of the rows searched, and cells compared if no row could be passed over, at most. */
const mostCells = 8_000_000;
const mostComparisons = { standard: 4_000_000_000, full: 40_000_000_000 } as const;
const fewestAsked = 200;
const fewestKnown = 2000;

/**
 * As many rows as are affordable in a table of so many columns: 8,000 among 50,000 as a standard, 50,000 among all in
 * full; fewer in wide tables, where a search can pass over little.
 */
export function searchSizes(columns: number, effort: MeasureContext['effort'], rows: number): SearchSizes {
  const width = Math.max(1, columns);
  const most = effort === 'full' ? { asked: 50_000, known: Infinity } : { asked: 8000, known: 50_000 };
  const roomFor = effort === 'full' ? Infinity : Math.floor(mostCells / width);
  const known = Math.min(rows, most.known, Math.max(fewestKnown, roomFor));
  const affordable = Math.floor(mostComparisons[effort] / (width * Math.max(1, known)));
  return { known, asked: Math.max(fewestAsked, Math.min(most.asked, affordable)) };
}
