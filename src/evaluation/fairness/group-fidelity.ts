import { permutation, type RandomStream } from '../../engine/random';
import { selectColumnRows } from '../../engine/typed-table';
import { comparableColumns, type AlignedColumn, type AlignedTables } from '../align-tables';
import { comparePairs } from '../column-pairs/compare-pairs';
import { preparePairColumn } from '../column-pairs/prepare-pairs';
import { measureColumn } from '../compare-columns';
import type { Figure } from '../evidence';
import type { RuledFigure } from '../report';
import type { Group } from '../utility/cut-groups';

/** Looked at within one group, at most. */
const most = { rows: 2000, columns: 40, pairedColumns: 15 };
/** Random halves that an interval is made from. */
const halves = 40;
/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/** How well one group is imitated. */
export interface GroupFidelity {
  /** Mean distance of a column (Kolmogorov–Smirnov, total variation) to the group's training rows, 0 … 1. */
  readonly shape: RuledFigure;
  /** Mean error of a pair of columns (SDMetrics' similarities, 1 minus them), 0 … 1; NaN of one column. */
  readonly pairs: RuledFigure;
}

/** The rows of a group that are compared, as many synthetic as held-out ones: chance errs alike in both. */
export interface GroupSample {
  readonly columns: readonly AlignedColumn[];
  readonly rows: number;
}

/**
 * Draws at most 2,000 training rows of the group, and as many synthetic as held-out rows (2,000 at most), of the named
 * columns. The column that makes the group says nothing within it, so it should not be among them.
 */
export function sampleGroup(
  columns: readonly AlignedColumn[],
  group: Group,
  random: RandomStream,
): GroupSample {
  const rows = Math.min(group.rows.synthetic.length, group.rows.holdout.length, most.rows);
  const take = (from: Uint32Array, wanted: number) =>
    permutation(from.length, random)
      .subarray(0, wanted)
      .map((at) => from[at]);
  const taken = {
    training: take(group.rows.training, most.rows),
    synthetic: take(group.rows.synthetic, rows),
    holdout: take(group.rows.holdout, rows),
  };
  return { columns: columns.map((column) => selectRowsOf(column, taken)), rows };
}

/** The columns that are compared within groups: 40 random ones at most. */
export function comparedColumns(
  tables: AlignedTables,
  without: AlignedColumn,
  random: RandomStream,
): AlignedColumn[] {
  const columns = comparableColumns(tables).filter((column) => column !== without);
  return [...permutation(columns.length, random).subarray(0, most.columns).sort()].map((at) => columns[at]);
}

/** Compares single columns, and pairs of the first 15, within the group. */
export async function measureGroup(
  { columns }: GroupSample,
  yieldControl: () => Promise<void>,
): Promise<GroupFidelity> {
  const shape = meanShape(columns);
  const paired = columns.slice(0, most.pairedColumns).map((column) => preparePairColumn(column, null));
  const pairs = await comparePairs(
    { columns: paired, hasHoldout: true, sampledRows: null, unpairedColumns: 0 },
    yieldControl,
  );
  const size = pairs.names.length;
  const off = (errors: Float64Array) => errors.filter((_, cell) => cell % size < Math.floor(cell / size));
  return {
    shape,
    pairs: { synthetic: meanOf(off(pairs.error)), holdout: meanOf(off(pairs.holdoutError ?? pairs.error)) },
  };
}

/**
 * The mean shape error with its 95 % interval, from the spread over 40 random halves of the synthetic rows (a half
 * drawn without replacement varies as the whole would from sample to sample; McCarthy, "Pseudo-replication" (1969)).
 */
export async function shapeInterval(
  { columns, rows }: GroupSample,
  value: number,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<Figure> {
  if (rows < 4) return { value, interval: null };
  const errors = new Float64Array(halves);
  for (let half = 0; half < halves; half++) {
    const kept = permutation(rows, random).subarray(0, rows >> 1);
    errors[half] = meanShape(columns.map((column) => keepSynthetic(column, kept))).synthetic;
    await yieldControl();
  }
  const mean = meanOf(errors);
  const spread = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (halves - 1));
  return { value, interval: { low: Math.max(0, value - z * spread), high: Math.min(1, value + z * spread) } };
}

function selectRowsOf(column: AlignedColumn, rows: Group['rows']): AlignedColumn {
  return {
    ...column,
    training: selectColumnRows(column.training, rows.training),
    synthetic: selectColumnRows(column.synthetic, rows.synthetic),
    holdout: column.holdout && selectColumnRows(column.holdout, rows.holdout),
  };
}

function keepSynthetic(column: AlignedColumn, rows: Uint32Array): AlignedColumn {
  return { ...column, synthetic: selectColumnRows(column.synthetic, rows) };
}

function meanShape(columns: readonly AlignedColumn[]): RuledFigure {
  const distances = columns.map((column) => measureColumn(column).distance);
  return {
    synthetic: meanOf(Float64Array.from(distances, ({ synthetic }) => synthetic)),
    holdout: meanOf(Float64Array.from(distances, ({ holdout }) => holdout ?? Number.NaN)),
  };
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
