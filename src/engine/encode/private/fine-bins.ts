/** Whole numbers up to this range are counted one by one. */
export const widestPlain = 200;
const evenBins = 128;
/** On each side of 0, from the ten-thousandth part of the farther bound up. */
const growingBins = 64;
const smallestPart = 1e-4;

/**
 * The edges of the bins that whole numbers from `low` to `high` are counted in, half-way between numbers: one bin for each
 * number, or in wide ranges even ones and, around 0, ones that grow with the distance from it. They hang on
 * nothing but the bounds.
 */
export function fineEdges(low: number, high: number): Float64Array {
  const range = high - low;
  if (range <= widestPlain) return Float64Array.from({ length: range + 2 }, (_, i) => low + i - 0.5);
  const starts = new Set([low]);
  const add = (point: number) => {
    const start = Math.round(point);
    if (start > low && start < high) starts.add(start);
  };
  for (let i = 1; i < evenBins; i++) add(low + (range * i) / evenBins);
  const farthest = Math.max(Math.abs(low), Math.abs(high));
  for (let i = 0; i < growingBins; i++) {
    const distance = farthest * smallestPart ** (1 - i / (growingBins - 1));
    add(distance);
    add(-distance);
  }
  const edges = [...starts].map((start) => start - 0.5);
  return Float64Array.from([...edges, high + 0.5]).sort();
}
