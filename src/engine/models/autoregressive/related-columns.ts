import type { EncodedTable } from '../../encode/encode-table';
import { longLine } from './plan';

const mostRelated = 3;
/** Columns that share less than this are left to the hidden layer, nats. */
const leastInformation = 0.1;
const binsPerLine = 20;
const rowsLookedAt = 10_000;
/** Of very wide tables fewer rows are looked at, so that the pairs stay affordable. */
const pairRowsBudget = 4e8;

/**
 * For each long-lined column the earlier long-lined columns that tell most of it: at most three, by mutual
 * information of their codes in 20 bins, corrected for chance (Miller 1955).
 */
export function findRelatedColumns(encoded: EncodedTable): number[][] {
  const related: number[][] = encoded.columns.map(() => []);
  const lines = encoded.order.filter((index) => encoded.columns[index].codec.ordered > longLine);
  const pairs = (lines.length * (lines.length - 1)) / 2;
  const rows = Math.min(
    encoded.rowCount,
    rowsLookedAt,
    Math.max(200, Math.floor(pairRowsBudget / Math.max(1, pairs))),
  );
  const bins = new Map(lines.map((index) => [index, binCodes(encoded, index, rows)]));
  lines.forEach((index, place) => {
    related[index] = lines
      .slice(0, place)
      .map((other) => ({
        other,
        information: mutualInformation(bins.get(index) as Uint8Array, bins.get(other) as Uint8Array),
      }))
      .filter(({ information }) => information > leastInformation)
      .sort((a, b) => b.information - a.information)
      .slice(0, mostRelated)
      .map(({ other }) => other);
  });
  return related;
}

/** Codes of the first rows (they are in no order) in 20 bins, one more for codes off the line. */
function binCodes(encoded: EncodedTable, index: number, rows: number): Uint8Array {
  const { base, codec } = encoded.columns[index];
  return Uint8Array.from({ length: rows }, (_, row) =>
    base[row] < codec.ordered ? Math.floor((base[row] * binsPerLine) / codec.ordered) : binsPerLine,
  );
}

/** Nats, less what chance alone would give. */
function mutualInformation(a: Uint8Array, b: Uint8Array): number {
  const width = binsPerLine + 1;
  const joint = new Float64Array(width * width);
  const countsA = new Float64Array(width);
  const countsB = new Float64Array(width);
  for (let row = 0; row < a.length; row++) {
    joint[a[row] * width + b[row]]++;
    countsA[a[row]]++;
    countsB[b[row]]++;
  }
  let information = 0;
  for (let i = 0; i < joint.length; i++) {
    if (joint[i] === 0) continue;
    const expected = countsA[Math.floor(i / width)] * countsB[i % width];
    information += (joint[i] / a.length) * Math.log((joint[i] * a.length) / expected);
  }
  const filled = (counts: Float64Array) => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  return information - ((filled(countsA) - 1) * (filled(countsB) - 1)) / (2 * a.length);
}
