import { isNumericKind, type ColumnSchema } from '../../schema';
import type { CategoricalColumn, NumericColumn, TypedColumn, TypedTable } from '../../typed-table';
import { upperBound } from '../sorted';
import { fineEdges, widestPlain } from './fine-bins';
import { addNoise, type CountingNoise, type KeyedCount, thresholdCounts } from './noisy-counts';
import { findBounds } from './private-bounds';
import type { ColumnFacts, PublicFacts, TableLayout } from './public-facts';
import { unitOf } from './units';

/** Noisy counts of a number column, in units (units.ts). */
export interface MeasuredNumbers {
  readonly type: 'numbers';
  readonly unit: number;
  /** Between bins, half-way between units; none where no bounds could be found. */
  readonly edges: Float64Array;
  readonly counts: Float64Array;
  /** Single numbers of a wide range that many rows have; they are counted in the bins too. */
  readonly spikes: readonly KeyedCount<number>[];
  readonly missing: number;
}

export interface MeasuredCategories {
  readonly type: 'categories';
  readonly labels: readonly string[];
  readonly counts: Float64Array;
  readonly missing: number;
  /** Whether each row is counted somewhere. */
  readonly isComplete: boolean;
}

/** Of texts, which are made anew. */
export interface MeasuredPresence {
  readonly type: 'presence';
  readonly filled: number;
  readonly missing: number;
}

/** Identifiers are not looked at: every cell is filled anew. */
interface NotMeasured {
  readonly type: 'none';
}

export type MeasuredColumn = MeasuredNumbers | MeasuredCategories | MeasuredPresence | NotMeasured;

/** Everything that is known of the table's columns one by one, and paid for. */
export interface MeasuredTable {
  readonly columns: readonly MeasuredColumn[];
  /** About how many rows there are. */
  readonly rows: number;
}

/** What looking at the columns one by one takes: public, as it hangs on nothing but kinds and facts. */
export interface LooksNeeded {
  /** Counts in which a row stands once each. */
  readonly histograms: number;
  /** Those among them of keys that are not known beforehand. */
  readonly keyed: number;
}

export function looksNeeded(table: TableLayout, facts: PublicFacts): LooksNeeded {
  let histograms = hasCompleteCounts(table, facts) ? 0 : 1;
  let keyed = 0;
  for (const { schema } of table.columns) {
    const looks = looksAt(schema, facts.get(schema.name) ?? {});
    histograms += looks.histograms;
    keyed += looks.keyed;
  }
  return { histograms, keyed };
}

function looksAt(schema: ColumnSchema, facts: ColumnFacts): LooksNeeded {
  const { kind } = schema;
  const { bounds, categories } = facts;
  if (kind === 'identifier') return { histograms: 0, keyed: 0 };
  if (kind === 'text') return { histograms: 1, keyed: 0 };
  if (!isNumericKind(kind)) return { histograms: 1, keyed: categories ? 0 : 1 };
  // Whether the range is a wide one is known beforehand only of typed bounds.
  if (!bounds) return { histograms: 3, keyed: 1 };
  const { low, high } = typedBounds(facts, unitOf(schema, facts)) as Bounds;
  return high - low > widestPlain ? { histograms: 2, keyed: 1 } : { histograms: 1, keyed: 0 };
}

/** Whether some histogram counts every row, so that the number of rows comes with it. */
function hasCompleteCounts({ columns }: TableLayout, facts: PublicFacts): boolean {
  return columns.some(({ schema: { kind, name } }) => {
    if (kind === 'identifier') return false;
    return isNumericKind(kind) || kind === 'text' || facts.get(name)?.categories !== undefined;
  });
}

/**
 * Counts every column by itself, with noise. A row stands in `looksNeeded` counts once each, so that all of it together
 * costs ρ = histograms / 2σ², and δ for what passes the threshold.
 */
export async function measureColumns(
  table: TypedTable,
  facts: PublicFacts,
  noise: CountingNoise,
  breathe: () => Promise<void>,
): Promise<MeasuredTable> {
  const columns: MeasuredColumn[] = [];
  for (const column of table.columns) {
    columns.push(measureColumn(column, facts.get(column.schema.name) ?? {}, noise));
    await breathe();
  }
  const counted = hasCompleteCounts(table, facts)
    ? combineTotals(columns)
    : addNoise([table.rowCount], noise)[0];
  return { columns, rows: Math.max(1, Math.round(counted)) };
}

function measureColumn(column: TypedColumn, facts: ColumnFacts, noise: CountingNoise): MeasuredColumn {
  if (column.type === 'numeric') return measureNumbers(column, facts, noise);
  if (column.schema.kind === 'identifier') return { type: 'none' };
  if (column.schema.kind === 'text') return measurePresence(column, noise);
  return measureCategories(column, facts, noise);
}

function measureNumbers(column: NumericColumn, facts: ColumnFacts, noise: CountingNoise): MeasuredNumbers {
  const unit = unitOf(column.schema, facts);
  const units = column.values.map((value) => Math.round(value / unit));
  const bounds = typedBounds(facts, unit) ?? findBounds(units, noise);
  const edges = bounds ? fineEdges(bounds.low, bounds.high) : new Float64Array(0);
  const bins = Math.max(0, edges.length - 1);
  const counts = new Float64Array(bins + 1);
  const keys = new Map<number, number>();
  const isWide = bounds !== null && bounds.high - bounds.low > widestPlain;
  for (const given of units) {
    if (Number.isNaN(given) || !bounds) {
      counts[bins]++;
      continue;
    }
    const kept = Math.min(Math.max(given, bounds.low), bounds.high);
    counts[upperBound(edges, kept) - 1]++;
    if (isWide) keys.set(kept, (keys.get(kept) ?? 0) + 1);
  }
  const noisy = addNoise(counts, noise);
  return {
    type: 'numbers',
    unit,
    edges,
    counts: noisy.slice(0, bins),
    missing: noisy[bins],
    spikes: thresholdCounts(keys, noise),
  };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Null where none are typed. */
function typedBounds({ bounds }: ColumnFacts, unit: number): Bounds | null {
  return bounds ? { low: Math.round(bounds.minimum / unit), high: Math.round(bounds.maximum / unit) } : null;
}

function measureCategories(
  { dictionary, codes }: CategoricalColumn,
  { categories }: ColumnFacts,
  noise: CountingNoise,
): MeasuredCategories {
  const byEntry = new Float64Array(dictionary.length);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else byEntry[code]++;
  }
  if (categories) {
    const places = new Map(categories.map((label, place) => [label, place]));
    const counts = new Float64Array(categories.length + 1);
    counts[categories.length] = missing;
    byEntry.forEach((count, entry) => (counts[places.get(dictionary[entry]) ?? categories.length] += count));
    const noisy = addNoise(counts, noise);
    return {
      type: 'categories',
      labels: categories,
      counts: noisy.slice(0, categories.length),
      missing: noisy[categories.length],
      isComplete: true,
    };
  }
  const occurring = new Map<string, number>();
  byEntry.forEach((count, entry) => count > 0 && occurring.set(dictionary[entry], count));
  const known = thresholdCounts(occurring, noise);
  return {
    type: 'categories',
    labels: known.map(({ key }) => key),
    counts: Float64Array.from(known, ({ count }) => count),
    missing: addNoise([missing], noise)[0],
    isComplete: false,
  };
}

function measurePresence({ codes }: CategoricalColumn, noise: CountingNoise): MeasuredPresence {
  let missing = 0;
  for (const code of codes) if (code < 0) missing++;
  const [filled, absent] = addNoise(Float64Array.of(codes.length - missing, missing), noise);
  return { type: 'presence', filled, missing: absent };
}

/** The number of rows as all complete counts have it, those of fewer bins weighing more (least variance). */
function combineTotals(columns: readonly MeasuredColumn[]): number {
  let sum = 0;
  let weights = 0;
  const add = (counts: ArrayLike<number>, missing: number) => {
    const weight = 1 / (counts.length + 1);
    for (let i = 0; i < counts.length; i++) sum += weight * counts[i];
    sum += weight * missing;
    weights += weight;
  };
  for (const column of columns) {
    if (column.type === 'presence') add([column.filled], column.missing);
    if (column.type === 'numbers' || (column.type === 'categories' && column.isComplete))
      add(column.counts, column.missing);
  }
  return sum / weights;
}
