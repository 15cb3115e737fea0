import { binCount, makeBins } from '../../engine/analyze/bins';
import type { TypedColumn } from '../../engine/typed-table';
import { binRows } from '../bin-rows';
import type { Figure } from '../evidence';
import { wilsonInterval } from '../privacy/wilson-interval';
import type { TwoSampleTest } from './two-sample-test';

/** One bin of a column, of those that `makeBins` gives for its real rows; null: missing cells, or cells of no bin. */
export interface SlicePart {
  readonly column: string;
  readonly bin: number | null;
}

/** Rows that have all parts in common. */
export interface Slice {
  readonly parts: readonly SlicePart[];
  readonly rows: number;
  /** How many of them are synthetic: a half where nothing gives them away. */
  readonly syntheticShare: Figure;
  /** What share of them the detectors, which did not learn from these rows, expected to be synthetic. */
  readonly expectedShare: number;
}

/** A column that slices are cut from. */
export interface SlicedColumn {
  /** Real rows: what the bins are made from. */
  readonly real: TypedColumn;
  /** The tested rows. */
  readonly tested: TypedColumn;
}

/** All tested rows in slices that do not overlap, numbered from 0. */
export interface Cut {
  readonly size: number;
  readonly sliceOf: Int32Array;
  partsOf(slice: number): SlicePart[];
}

/** The column's bins, and its missing cells as a slice of their own; null where it has no bins. */
export function cutColumn({ real, tested }: SlicedColumn): Cut | null {
  const bins = makeBins(real);
  if (bins === null) return null;
  const missing = binCount(bins);
  return {
    size: missing + 1,
    sliceOf: binRows(tested, bins).map((bin) => (bin < 0 ? missing : bin)),
    partsOf: (slice) => [{ column: real.schema.name, bin: slice === missing ? null : slice }],
  };
}

/** The slices that two cuts make together. */
export function crossCuts(first: Cut, second: Cut): Cut {
  return {
    size: first.size * second.size,
    sliceOf: first.sliceOf.map((slice, row) => slice * second.size + second.sliceOf[row]),
    partsOf: (slice) => [
      ...first.partsOf(Math.floor(slice / second.size)),
      ...second.partsOf(slice % second.size),
    ],
  };
}

/** Rows, synthetic rows among them, and the expected number of synthetic ones, for each slice of a cut. */
export interface SliceCounts {
  readonly rows: Float64Array;
  readonly synthetic: Float64Array;
  readonly expected: Float64Array;
}

/** Counts the rows named. */
export function countSlices({ size, sliceOf }: Cut, test: TwoSampleTest, rows: Uint32Array): SliceCounts {
  const counts = {
    rows: new Float64Array(size),
    synthetic: new Float64Array(size),
    expected: new Float64Array(size),
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const slice = sliceOf[row];
    counts.rows[slice]++;
    counts.synthetic[slice] += test.labels[row];
    counts.expected[slice] += test.scores[row];
  }
  return counts;
}

/** How far the expected share is from a half, 0 … ½. */
export function sharpness({ rows, expected }: SliceCounts, slice: number): number {
  return Math.abs(expected[slice] / rows[slice] - 0.5);
}

/** The slice in full. */
export function describeSlice(parts: readonly SlicePart[], counts: SliceCounts, slice: number): Slice {
  const rows = counts.rows[slice];
  const synthetic = counts.synthetic[slice];
  return {
    parts,
    rows,
    syntheticShare: { value: synthetic / rows, interval: wilsonInterval(synthetic, rows) },
    expectedShare: counts.expected[slice] / rows,
  };
}
