/** Edges of bins, rising; the scale says how they are spaced. */
export interface Cut {
  readonly edges: Float64Array;
  readonly scale: 'linear' | 'log';
}

export const mostBins = 30;

/** Whole numbers are shown over at least so many steps, however few most of them take. */
const leastWholeRange = 10;

/** Edges for numbers, given sorted and without NaN (at least one). */
export function cutNumbers(sorted: Float64Array, isWhole: boolean): Cut {
  const cut = cutByShape(sorted, isWhole);
  const edges = cut.edges.filter((edge, i) => i === 0 || edge > cut.edges[i - 1]);
  return edges.length > 1 ? { ...cut, edges } : { edges: edgesAround(sorted[0]), scale: 'linear' };
}

/** The same, but edges may coincide where numbers differ by no more than a rounding error. */
function cutByShape(sorted: Float64Array, isWhole: boolean): Cut {
  const smallest = sorted[0];
  const largest = sorted[sorted.length - 1];
  if (smallest === largest) return { edges: edgesAround(smallest), scale: 'linear' };
  const [low, trimmed] = trimTails(sorted);
  const high = isWhole ? Math.min(largest, Math.max(trimmed, low + leastWholeRange)) : trimmed;
  const centred = cutAtValues(sorted, low, high);
  if (centred) return { edges: centred, scale: 'linear' };
  if (leansLow(sorted)) return { edges: cutDecades(smallest, largest), scale: 'log' };
  return { edges: cutEvenly(low, high, isWhole), scale: 'linear' };
}

/** All positive, spanning over three decades, and half of them in the lowest tenth of the range. */
function leansLow(sorted: Float64Array): boolean {
  const smallest = sorted[0];
  const largest = sorted[sorted.length - 1];
  const median = sorted[sorted.length >> 1];
  return smallest > 0 && largest / smallest > 1000 && median - smallest < 0.1 * (largest - smallest);
}

/**
 * The range worth showing: all of it, unless the outer half per cent on a side reaches further out than twice the
 * width of all the rest; then that side ends where the rest ends.
 */
export function trimTails(sorted: Float64Array): [number, number] {
  const last = sorted.length - 1;
  const low = sorted[Math.floor(last * 0.005)];
  const high = sorted[Math.ceil(last * 0.995)];
  const reach = 2 * (high - low);
  if (reach === 0) return [sorted[0], sorted[last]];
  return [low - sorted[0] > reach ? low : sorted[0], sorted[last] - high > reach ? high : sorted[last]];
}

/** One bin around a single value. */
function edgesAround(value: number): Float64Array {
  const half = Math.max(0.5, Math.abs(value) * 1e-6);
  return Float64Array.of(value - half, value + half);
}

/** One bin per value between `low` and `high`, centred, where few values lie on an even grid; else null. */
function cutAtValues(sorted: Float64Array, low: number, high: number): Float64Array | null {
  const values: number[] = [];
  for (const value of sorted) {
    if (value < low || value > high || value === values.at(-1)) continue;
    if (values.push(value) > mostBins) return null;
  }
  if (values.length < 2) return null;
  const gap = values.slice(1).reduce((least, value, i) => Math.min(least, value - values[i]), Infinity);
  const steps = Math.round((values[values.length - 1] - values[0]) / gap);
  const isOnGrid = values.every((value) => isNearWhole((value - values[0]) / gap));
  if (steps >= mostBins || !isOnGrid) return null;
  return Float64Array.from({ length: steps + 2 }, (_, i) => withoutDust(values[0] + (i - 0.5) * gap));
}

function isNearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** The number without the last digits that floating-point sums leave behind. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(12));
}

/** Edges at multiples of 1, 2 or 5 × 10^k. Whole numbers get whole steps, and an open end above the last of them. */
function cutEvenly(low: number, high: number, isWhole: boolean): Float64Array {
  const { step, multiple, exponent } = roundStep((high - low) / mostBins, isWhole);
  const first = Math.floor(low / step + 1e-9);
  const last = isWhole ? Math.floor(high / step) + 1 : Math.ceil(high / step - 1e-9);
  return Float64Array.from({ length: Math.max(2, last - first + 1) }, (_, i) => {
    const units = (first + i) * multiple;
    return exponent < 0 ? units / 10 ** -exponent : units * 10 ** exponent;
  });
}

function roundStep(least: number, isWhole: boolean): { step: number; multiple: number; exponent: number } {
  let exponent = Math.floor(Math.log10(least));
  if (isWhole && exponent < 0) return { step: 1, multiple: 1, exponent: 0 };
  const multiple = [1, 2, 5, 10].find((m) => m * 10 ** exponent >= least * (1 - 1e-9)) ?? 10;
  if (multiple === 10) exponent++;
  const kept = multiple === 10 ? 1 : multiple;
  return { step: kept * 10 ** exponent, multiple: kept, exponent };
}

/** Edges evenly spaced in the logarithm: as many to a decade as thirty bins allow. */
function cutDecades(low: number, high: number): Float64Array {
  const span = Math.log10(high) - Math.log10(low);
  const perDecade = [10, 5, 4, 3, 2, 1].find((count) => span * count <= mostBins - 1) ?? mostBins / span;
  const first = Math.floor(Math.log10(low) * perDecade + 1e-9);
  const last = Math.ceil(Math.log10(high) * perDecade - 1e-9);
  return Float64Array.from({ length: last - first + 1 }, (_, i) =>
    withoutDust(10 ** ((first + i) / perDecade)),
  );
}
