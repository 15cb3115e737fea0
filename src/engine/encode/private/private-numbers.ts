import { NumericCodec, type NumericCode } from '../numeric';
import type { Stretches } from '../quantile';
import { upperBound } from '../sorted';
import type { KeyedCount } from './noisy-counts';
import { projectToTotal } from './noisy-counts';
import type { MeasuredNumbers } from './measure-columns';
import { codesAsCells, type PrivateColumn } from './private-column';
import { valueOfUnits } from './units';

/** What is known of the counting, and how finely columns are to be cut. */
export interface CellOptions {
  readonly rows: number;
  readonly sigma: number;
  /** About so many cells a number column. */
  readonly cells: number;
}

/** Counts below so many standard deviations of their noise are not told from none. */
export const clearDeviations = 3;
/** A spike becomes a cell of its own from this share of an even cell on. */
const spikeShare = 0.3;
/** A bin that fills a cell nearly by itself stays alone. */
const loneShare = 0.8;
/** A remainder with less than this share of a cell joins the one before. */
const remainderShare = 0.3;

/** Bins `first` … `last` as one cell. */
interface BinRun {
  readonly first: number;
  readonly last: number;
}

interface NumberCell {
  readonly code: NumericCode;
  /** Where it begins, in units. */
  readonly start: number;
  readonly count: number;
  readonly variance: number;
}

/**
 * Cuts a number column into cells that hold about equally many rows, no fewer than noise allows, from its noisy fine bins. Numbers
 * that many rows have are cells of their own. A cell decodes to its bins and lesser spikes in their noisy shares.
 */
export function cutNumbers(measured: MeasuredNumbers, options: CellOptions): PrivateColumn {
  const { sigma, rows } = options;
  const { unit, edges, missing } = measured;
  const hasMissing = missing >= clearDeviations * sigma || edges.length === 0;
  const cells =
    edges.length === 0 ? [] : cutFilled(measured, Math.max(1, rows - (hasMissing ? missing : 0)), options);
  const codec = new NumericCodec({
    codes: cells.map(({ code }) => code),
    hasMissing,
    minimum: edges.length === 0 ? Number.NaN : valueOfUnits(edges[0] + 0.5, unit),
    maximum: edges.length === 0 ? Number.NaN : valueOfUnits(edges[edges.length - 1] - 0.5, unit),
    resolution: unit,
    grid: { origin: 0, step: unit },
  });
  const withMissing = (values: number[], last: number) =>
    Float64Array.from(hasMissing ? [...values, last] : values);
  return codesAsCells(
    codec,
    withMissing(
      cells.map(({ count }) => count),
      missing,
    ),
    withMissing(
      cells.map(({ variance }) => variance * sigma ** 2),
      sigma ** 2,
    ),
  );
}

function cutFilled(
  { unit, edges, counts, spikes }: MeasuredNumbers,
  filled: number,
  options: CellOptions,
): NumberCell[] {
  const { sigma, cells } = options;
  const large = spikes.filter(({ count }) => count > (spikeShare * filled) / cells);
  const small = spikes.filter((spike) => !large.includes(spike));
  const rest = counts.slice();
  const variances = new Float64Array(counts.length).fill(1);
  for (const { key, count } of large) {
    const bin = upperBound(edges, key) - 1;
    rest[bin] -= count;
    variances[bin]++;
  }
  const restRows = Math.max(1, filled - sumOf(large.map(({ count }) => count)));
  const masses = projectToTotal(rest, restRows);
  const shares = Math.max(2, Math.round(cells * Math.min(1, 0.25 + restRows / filled)));
  const runs = mergeBins(masses, Math.max(restRows / shares, clearDeviations * sigma));
  const spikeCells = large.map(({ key, count }): NumberCell => ({
    code: { value: valueOfUnits(key, unit) },
    start: key,
    count,
    variance: 1,
  }));
  const runCells = runs.map(({ first, last }): NumberCell => {
    const within = small.filter(({ key }) => key > edges[first] && key < edges[last + 1]);
    const lone = edges[last + 1] - edges[first] === 1 ? edges[first] + 0.5 : null;
    const isKnown = lone !== null && large.some(({ key }) => key === lone);
    return {
      code:
        lone !== null && !isKnown
          ? { value: valueOfUnits(lone, unit) }
          : {
              from: edges[first] * unit,
              quantile: asQuantile(stretchesOf({ first, last }, edges, masses, within), unit),
            },
      start: edges[first],
      count: sumOf(rest.subarray(first, last + 1)),
      variance: sumOf(variances.subarray(first, last + 1)),
    };
  });
  return [...spikeCells, ...runCells].sort((a, b) => a.start - b.start);
}

/** Neighbouring bins together until they hold the mass. */
function mergeBins(masses: Float64Array, target: number): BinRun[] {
  const runs: BinRun[] = [];
  let first = 0;
  let mass = 0;
  const close = (end: number) => {
    if (end > first) runs.push({ first, last: end - 1 });
    first = end;
    mass = 0;
  };
  for (let bin = 0; bin < masses.length; bin++) {
    if (masses[bin] >= loneShare * target) {
      close(bin);
      close(bin + 1);
      continue;
    }
    mass += masses[bin];
    if (mass >= target) close(bin + 1);
  }
  const previous = runs.at(-1);
  if (first < masses.length && previous && mass < remainderShare * target)
    runs[runs.length - 1] = { first: previous.first, last: masses.length - 1 };
  else close(masses.length);
  return runs;
}

/** Equally likely numbers from `low` to `high`, in units, with their mass. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly mass: number;
}

const leastMass = 1e-9;

/** The run's bins, cut at the spikes within, and those spikes, rising. */
function stretchesOf(
  { first, last }: BinRun,
  edges: Float64Array,
  masses: Float64Array,
  spikes: readonly KeyedCount<number>[],
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let bin = first; bin <= last; bin++) {
    const [start, end] = [edges[bin], edges[bin + 1]];
    const own = spikes.filter(({ key }) => key > start && key < end).sort((a, b) => a.key - b.key);
    const free = Math.max(leastMass, masses[bin] - sumOf(own.map(({ count }) => count)));
    const width = Math.max(1, end - start - own.length);
    let low = start;
    for (const { key, count } of own) {
      if (key - 0.5 > low) stretches.push({ low, high: key - 0.5, mass: (free * (key - 0.5 - low)) / width });
      stretches.push({ low: key, high: key, mass: count });
      low = key + 0.5;
    }
    if (end > low) stretches.push({ low, high: end, mass: (free * (end - low)) / width });
  }
  return stretches;
}

function asQuantile(stretches: readonly Stretch[], unit: number): Stretches {
  let sum = 0;
  return {
    unit,
    lows: Float64Array.from(stretches, ({ low }) => low),
    highs: Float64Array.from(stretches, ({ high }) => high),
    upTo: Float64Array.from(stretches, ({ mass }) => (sum += mass)),
  };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
