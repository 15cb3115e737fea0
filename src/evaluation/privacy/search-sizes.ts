import type { MeasureContext } from '../measure-context';
import { visitNear } from '../neighbours/find-neighbours';
import type { NeighbourIndex } from '../neighbours/neighbour-index';
import { distanceBelow, type PlacedRows } from '../neighbours/row-space';

/** How many rows take part in searches for neighbours. */
export interface SearchSizes {
  /** Rows of a table whose neighbours are looked for, at most. */
  readonly asked: number;
  /** Rows among which they are looked for, at most. */
  readonly known: number;
}

type Effort = MeasureContext['effort'];

const mostAsked = { standard: 8000, full: 50_000 } as const;
const fewestAsked = 200;
const mostKnown = 50_000;
const fewestKnown = 2000;
/** Cells of the rows searched, at most, as a standard. */
const mostCells = 800_000;
/** Cells that may be compared in one search for all rows asked about. */
const mostComparisons = { standard: 300_000_000, full: 20_000_000_000 } as const;
const rowsTried = 20;

/** 8,000 rows among 50,000 as a standard, among fewer in wide tables; in full 50,000 among all. */
export function searchSizes(columns: number, effort: Effort, rows: number): SearchSizes {
  const roomFor = Math.max(fewestKnown, Math.min(mostKnown, Math.floor(mostCells / Math.max(1, columns))));
  return { asked: mostAsked[effort], known: Math.min(rows, effort === 'full' ? Infinity : roomFor) };
}

/**
 * How many rows can be asked about, by what the first twenty cost: where columns are many and far apart, a search
 * passes over little. 200 at least.
 */
export function affordableRows(
  indices: readonly NeighbourIndex[],
  asked: PlacedRows,
  effort: Effort,
): number {
  const tried = Math.min(rowsTried, asked.count);
  let compared = 0;
  for (const index of indices) {
    const { categorical, numeric } = index.space;
    for (let row = 0; row < tried; row++) {
      compared += countVisited(index, asked, row) * (categorical.length + numeric.length);
    }
  }
  const affordable = Math.floor((mostComparisons[effort] * tried) / Math.max(1, compared));
  return Math.max(fewestAsked, Math.min(mostAsked[effort], affordable));
}

function countVisited(index: NeighbourIndex, asked: PlacedRows, row: number): number {
  let visited = 0;
  let least = Infinity;
  visitNear(index, asked, row, (start, end) => {
    visited += end - start;
    for (let other = start; other < end; other++) {
      least = Math.min(least, distanceBelow(least, index.space, asked, row, index.rows, other));
    }
    return least;
  });
  return visited;
}
