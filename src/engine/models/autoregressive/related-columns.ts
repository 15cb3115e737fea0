import type { EncodedTable } from '../../encode/encode-table';
import { longLine } from './plan';

const mostRelated = 3;
/** Columns that share less than this are left to the hidden layer, nats. */
const leastInformation = 0.1;
const binsPerLine = 20;
/** Of many nominal codes, which come by falling frequency, the rarer ones are looked at together. */
const mostNominal = 60;
const rowsLookedAt = 10_000;
/** Of very wide tables fewer rows are looked at, so that the pairs stay affordable. */
const pairRowsBudget = 4e8;

/** In tables wider than this no pairs are looked at: there are too many of them. */
const mostColumns = 1000;

interface BinnedCodes {
  readonly bins: Uint8Array;
  /** Rows in each bin, and the number of bins that have any. */
  readonly counts: Float64Array;
  readonly filled: number;
}

/**
 * For each column the earlier columns that tell most of it: at most three, by mutual information of their codes
 * (long lines in 20 bins), corrected for chance (Miller 1955).
 */
export function findRelatedColumns(encoded: EncodedTable): number[][] {
  const related: number[][] = encoded.columns.map(() => []);
  const { order } = encoded;
  if (order.length > mostColumns) return related;
  const pairs = (order.length * (order.length - 1)) / 2;
  const rows = Math.min(
    encoded.rowCount,
    rowsLookedAt,
    Math.max(200, Math.floor(pairRowsBudget / Math.max(1, pairs))),
  );
  const binned = encoded.columns.map((_, index) => binCodes(encoded, index, rows));
  const joint = new Float64Array((mostNominal + 1) ** 2);
  order.forEach((index, place) => {
    related[index] = order
      .slice(0, place)
      .map((other) => ({ other, information: mutualInformation(binned[index], binned[other], joint) }))
      .filter(({ information }) => information > leastInformation)
      .sort((a, b) => b.information - a.information)
      .slice(0, mostRelated)
      .map(({ other }) => other);
  });
  return related;
}

/** Codes of the first rows (they are in no order), few enough to count in pairs. */
function binCodes(encoded: EncodedTable, index: number, rows: number): BinnedCodes {
  const { base, codec } = encoded.columns[index];
  const { ordered } = codec;
  const isLong = ordered > longLine;
  const bins = Uint8Array.from({ length: rows }, (_, row) => {
    const code = base[row];
    if (!isLong) return Math.min(code, mostNominal);
    return code < ordered ? Math.floor((code * binsPerLine) / ordered) : binsPerLine;
  });
  const counts = new Float64Array(isLong ? binsPerLine + 1 : Math.min(codec.size, mostNominal + 1));
  for (const bin of bins) counts[bin]++;
  return { bins, counts, filled: counts.filter((count) => count > 0).length };
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
