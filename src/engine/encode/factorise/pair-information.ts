import type { CodeTable } from '../code-table';
import { spacedRows } from '../spaced-rows';
import { type BinnedCodes, binCodes, mostBins } from './code-bins';

const rowsLookedAt = 10_000;
/** Of very wide tables fewer rows are looked at, so that the pairs stay affordable. */
const pairRowsBudget = 4e8;
/** In tables wider than this no pairs are looked at: there are too many of them. */
const mostColumns = 1000;

/** Columns that share less than this are nearly independent, nats. */
export const leastInformation = 0.1;

/**
 * The mutual information of two columns by their indices, nats, of at most 10,000 rows, long lines in 20 bins, corrected for chance
 * (Miller 1955). Null where a table has more columns than can be looked at.
 */
export function informationOf({ columns, rowCount }: CodeTable): ((a: number, b: number) => number) | null {
  if (columns.length > mostColumns) return null;
  const pairs = (columns.length * (columns.length - 1)) / 2;
  const affordable = Math.max(200, Math.floor(pairRowsBudget / Math.max(1, pairs)));
  const rows = spacedRows(rowCount, Math.min(rowsLookedAt, affordable));
  const binned = columns.map((column) => binCodes(column, rows));
  const joint = new Float64Array(mostBins ** 2);
  return (a, b) => mutualInformation(binned[a], binned[b], joint);
}

/** Nats, less what chance alone would give. */
function mutualInformation(a: BinnedCodes, b: BinnedCodes, joint: Float64Array): number {
  if (a.filled === 1 || b.filled === 1) return 0;
  const rows = a.bins.length;
  const cells = a.counts.length * b.counts.length;
  joint.fill(0, 0, cells);
  for (let row = 0; row < rows; row++) joint[a.bins[row] * b.counts.length + b.bins[row]]++;
  let information = 0;
  for (let i = 0; i < a.counts.length; i++) {
    for (let j = 0; j < b.counts.length; j++) {
      const count = joint[i * b.counts.length + j];
      if (count > 0) information += count * Math.log((count * rows) / (a.counts[i] * b.counts[j]));
    }
  }
  return information / rows - ((a.filled - 1) * (b.filled - 1)) / (2 * rows);
}
