import type { PlacedRows } from './row-space';

/** Rows of a block that are looked at, evenly spread, to choose where it is cut. */
const rowsLookedAt = 48;

/**
 * Reorders the run of row numbers so that it falls into two blocks, cut near the middle of the column in which its rows
 * differ most.
 * @returns where the second block begins; null where a sample of the rows is all alike
 */
export function splitBlock(
  placed: PlacedRows,
  order: Uint32Array,
  start: number,
  end: number,
): number | null {
  const cut = chooseCut(placed, order, start, end);
  if (cut === null) return null;
  const { cells, width, at, limit } = cut;
  let left = start;
  for (let i = start; i < end; i++) {
    const row = order[i];
    if (!(cells[row * width + at] <= limit)) continue;
    order[i] = order[left];
    order[left++] = row;
  }
  return left;
}

/** Cells at or below the limit go left, others and missing numbers right. */
interface Cut {
  readonly cells: Float32Array | Int32Array;
  readonly width: number;
  readonly at: number;
  readonly limit: number;
}

function chooseCut(placed: PlacedRows, order: Uint32Array, start: number, end: number): Cut | null {
  const sampled = Math.min(rowsLookedAt, end - start);
  const sample = new Float64Array(sampled);
  let most = 0;
  let best: Cut | null = null;
  for (const cells of [placed.codes, placed.positions]) {
    const width = cells.length / placed.count;
    for (let at = 0; at < width; at++) {
      for (let i = 0; i < sampled; i++) {
        sample[i] = cells[order[start + Math.floor((i * (end - start)) / sampled)] * width + at];
      }
      sample.sort();
      const spread = cells === placed.codes ? mismatchIn(sample) : gapIn(sample);
      if (spread > most) {
        most = spread;
        best = { cells, width, at, limit: middleLimit(sample) };
      }
    }
  }
  return best;
}

/** How often two sorted values differ. */
function mismatchIn(sorted: Float64Array): number {
  let same = 0;
  for (let i = 0, first = 0; i < sorted.length; i++) {
    if (i + 1 < sorted.length && sorted[i + 1] === sorted[i]) continue;
    same += (i + 1 - first) ** 2;
    first = i + 1;
  }
  return 1 - same / sorted.length ** 2;
}

/** Mean difference of two sorted values; a missing one, at the end, is 1 from all that are there. */
function gapIn(sorted: Float64Array): number {
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1])) present--;
  let sum = 0;
  for (let i = 0; i < present; i++) sum += (2 * i - present + 1) * sorted[i];
  return (2 * (sum + present * (sorted.length - present))) / sorted.length ** 2;
}

/** The value after which the sorted ones fall apart most evenly: not the last of them. */
function middleLimit(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  for (let away = 0; away < sorted.length; away++) {
    for (const i of [half - 1 - away, half - 1 + away]) {
      if (i >= 0 && sorted[i] <= Infinity && i + 1 < sorted.length && !(sorted[i] >= sorted[i + 1])) {
        return sorted[i];
      }
    }
  }
  return Number.NaN;
}
