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

interface BinnedCodes {
  readonly bins: Uint8Array;
  readonly count: number;
}

/**
 * For each column the earlier columns that tell most of it: at most three, by mutual information of their codes
 * (long lines in 20 bins), corrected for chance (Miller 1955).
 */
export function findRelatedColumns(encoded: EncodedTable): number[][] {
  const related: number[][] = encoded.columns.map(() => []);
  const { order } = encoded;
  const pairs = (order.length * (order.length - 1)) / 2;
  const rows = Math.min(
    encoded.rowCount,
    rowsLookedAt,
    Math.max(200, Math.floor(pairRowsBudget / Math.max(1, pairs))),
  );
  const binned = encoded.columns.map((_, index) => binCodes(encoded, index, rows));
  order.forEach((index, place) => {
    related[index] = order
      .slice(0, place)
      .map((other) => ({ other, information: mutualInformation(binned[index], binned[other]) }))
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
  return { bins, count: isLong ? binsPerLine + 1 : Math.min(codec.size, mostNominal + 1) };
}

/** Nats, less what chance alone would give. */
function mutualInformation(a: BinnedCodes, b: BinnedCodes): number {
  if (a.count === 1 || b.count === 1) return 0;
  const rows = a.bins.length;
  const joint = new Float64Array(a.count * b.count);
  const countsA = new Float64Array(a.count);
  const countsB = new Float64Array(b.count);
  for (let row = 0; row < rows; row++) {
    joint[a.bins[row] * b.count + b.bins[row]]++;
    countsA[a.bins[row]]++;
    countsB[b.bins[row]]++;
  }
  let information = 0;
  for (let i = 0; i < joint.length; i++) {
    if (joint[i] === 0) continue;
    const expected = countsA[Math.floor(i / b.count)] * countsB[i % b.count];
    information += (joint[i] / rows) * Math.log((joint[i] * rows) / expected);
  }
  const filled = (counts: Float64Array) => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return information - ((filled(countsA) - 1) * (filled(countsB) - 1)) / (2 * rows);
}
