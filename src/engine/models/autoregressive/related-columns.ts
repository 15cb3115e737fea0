import { type BinnedCodes, binCodes, mostBins } from '../../encode/factorise/code-bins';
import type { LearntTable } from '../../encode/factorise/learnt-table';
import { spacedRows } from '../../encode/spaced-rows';

const mostRelated = 3;
/** Columns that share less than this are left to the hidden layer, nats. */
const leastInformation = 0.1;
const rowsLookedAt = 10_000;
/** Of very wide tables fewer rows are looked at, so that the pairs stay affordable. */
const pairRowsBudget = 4e8;

/** In tables wider than this no pairs are looked at: there are too many of them. */
const mostColumns = 1000;

/**
 * For each column the earlier columns that tell most of it: at most three, by mutual information of their codes
 * (long lines in 20 bins), corrected for chance (Miller 1955). Members look at their groups alone.
 */
export function findRelatedColumns(table: LearntTable): number[][] {
  const related: number[][] = table.columns.map(() => []);
  const { order } = table;
  if (order.length > mostColumns) return related;
  const pairs = (order.length * (order.length - 1)) / 2;
  const affordable = Math.max(200, Math.floor(pairRowsBudget / Math.max(1, pairs)));
  const rows = spacedRows(table.rowCount, Math.min(rowsLookedAt, affordable));
  const binned = table.columns.map((column) => binCodes(column, rows));
  const joint = new Float64Array(mostBins ** 2);
  order.forEach((index, place) => {
    related[index] = order
      .slice(0, place)
      .map((other) => ({ other, information: mutualInformation(binned[index], binned[other], joint) }))
      .filter(({ information }) => information > leastInformation)
      .sort((a, b) => b.information - a.information)
      .slice(0, mostRelated)
      .map(({ other }) => other);
  });
  for (const { index, memberIndex } of table.factored) related[memberIndex] = [index];
  return related;
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
