import type { NumericColumn, TypedColumn } from '../../engine/typed-table';
import type { AlignedColumn } from '../align-tables';
import { sortPresent } from '../single-column/sorted-values';
import { countLevels } from './count-levels';
import type { TablePart } from './prediction-task';

/** Which rows a group has. Holds values of the real table: private. */
export type GroupLabel =
  | { readonly type: 'category'; readonly text: string }
  /** Dates are days or milliseconds since 1970, as in typed tables. */
  | { readonly type: 'range'; readonly from: number; readonly to: number }
  | { readonly type: 'missing' };

export interface Group {
  readonly label: GroupLabel;
  /** The group's rows, rising. */
  readonly rows: Readonly<Record<TablePart, Uint32Array>>;
}

/** A number with more values is cut at quartiles. */
const mostValues = 4;

/**
 * Parts the rows of three tables by one column: by category, or by the quartiles of a number's training rows; missing
 * cells are a group. Only groups with at least `fewest` held-out and training rows, the `most` most frequent ones.
 * No group where there are no held-out rows.
 */
export function cutGroups(column: AlignedColumn, fewest: number, most: number): Group[] {
  const { training, synthetic, holdout } = column;
  if (holdout === null) return [];
  const { labels, place } = cutterOf(training);
  const parts = {
    training: gather(place(training), labels.length),
    synthetic: gather(place(synthetic), labels.length),
    holdout: gather(place(holdout), labels.length),
  };
  const groups = labels.map((label, group) => ({
    label,
    rows: {
      training: parts.training[group],
      synthetic: parts.synthetic[group],
      holdout: parts.holdout[group],
    },
  }));
  const enough = groups.filter(({ rows }) => rows.holdout.length >= fewest && rows.training.length >= fewest);
  const frequent = new Set(
    [...enough].sort((a, b) => b.rows.training.length - a.rows.training.length).slice(0, most),
  );
  return enough.filter((group) => frequent.has(group));
}

interface Cutter {
  /** The last one is that of missing cells. */
  readonly labels: readonly GroupLabel[];
  readonly place: (column: TypedColumn) => Int32Array;
}

function cutterOf(training: TypedColumn): Cutter {
  return training.type === 'numeric' ? cutNumbers(training) : cutCategories(training.dictionary);
}

function cutCategories(dictionary: readonly string[]): Cutter {
  const labels: GroupLabel[] = dictionary.map((text) => ({ type: 'category', text }));
  return {
    labels: [...labels, { type: 'missing' }],
    place: (column) =>
      Int32Array.from(column.type === 'categorical' ? column.codes : [], (code) =>
        code < 0 ? dictionary.length : code,
      ),
  };
}

function cutNumbers(training: NumericColumn): Cutter {
  const sorted = sortPresent(training.values);
  const starts = startsOf(training, sorted);
  const labels: GroupLabel[] = starts.map((from, group) => ({
    type: 'range',
    from,
    to: group + 1 < starts.length ? lastBelow(sorted, starts[group + 1]) : sorted[sorted.length - 1],
  }));
  const groupOf = (value: number) =>
    Number.isNaN(value)
      ? starts.length
      : Math.max(
          0,
          starts.findLastIndex((from) => value >= from),
        );
  return {
    labels: [...labels, { type: 'missing' }],
    place: (column) => Int32Array.from(column.type === 'numeric' ? column.values : [], groupOf),
  };
}

/** Every value where they are few, else the quartiles: where groups begin, rising. */
function startsOf(training: NumericColumn, sorted: Float64Array): number[] {
  if (sorted.length === 0) return [];
  if (countLevels(training, mostValues) !== null) return [...new Set(sorted)];
  const quartile = (quarter: number) => sorted[Math.floor((quarter * sorted.length) / 4)];
  return [...new Set([0, 1, 2, 3].map(quartile))];
}

function lastBelow(sorted: Float64Array, limit: number): number {
  return sorted[sorted.findLastIndex((value) => value < limit)];
}

function gather(groupOf: Int32Array, groups: number): Uint32Array[] {
  const sizes = new Uint32Array(groups);
  for (const group of groupOf) sizes[group]++;
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(groups);
  groupOf.forEach((group, row) => (rows[group][filled[group]++] = row));
  return rows;
}
