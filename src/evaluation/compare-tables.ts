import type { RandomStream } from '../engine/random';
import type { TypedTable } from '../engine/typed-table';
import { alignTables, fewestHoldoutRows, type AlignedTables } from './align-tables';
import { compareColumn } from './compare-columns';
import { comparePairs } from './column-pairs/compare-pairs';
import { preparePairs, type PairTables } from './column-pairs/prepare-pairs';
import { summariseMissing, summariseShape, summariseTrend } from './overall';
import { type AfterRows, type CopiesFound, lookForCopies } from './privacy/look-for-copies';
import { summariseCopies } from './privacy/summarise-copies';
import type { ColumnComparison, ComparisonReport } from './report';
import { evaluationWords } from './words';

/** How far a comparison is. */
export interface ComparisonProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'columns' | 'rows' | 'steps';
}

/** Who hears of a comparison while it runs. */
export interface ComparisonWatch {
  /** Tells finished fields of the report, each whole as far as it is known; later ones replace earlier ones. */
  readonly onPartial: (tell: () => Partial<ComparisonReport>) => void;
  readonly onProgress: (progress: ComparisonProgress) => void;
  /** Awaited often, so that the thread can answer others. */
  readonly yieldControl: () => Promise<void>;
}

/** The three tables of one comparison, read with one schema. */
export interface ComparedTables {
  readonly training: TypedTable;
  readonly holdout: TypedTable;
  readonly synthetic: TypedTable;
}

/**
 * Compares synthetic rows with the rows a model learnt from, every figure beside the same figure for the holdout
 * rows (null where there are fewer than 20). Columns are compared first, then pairs, then copies. Nothing is sorted.
 * The same tables and random stream give the same report.
 */
export async function compareTables(
  input: ComparedTables & ComparisonWatch & { readonly random: RandomStream },
): Promise<ComparisonReport> {
  const tables = alignTables(input.training, input.holdout, input.synthetic);
  const { random } = input;
  const tell = await compareAligned(tables, random, input, (afterRows) =>
    lookForCopies(tables, 'standard', random, afterRows),
  );
  return tell();
}

/** The same for tables that have been aligned before, and with who looks for copies; the report is told in the language spoken then. */
export async function compareAligned(
  tables: AlignedTables,
  random: RandomStream,
  watch: ComparisonWatch,
  lookForThem: (afterRows: AfterRows) => Promise<CopiesFound>,
): Promise<() => ComparisonReport> {
  const { rows } = tables;
  const columns = await compareAllColumns(tables, watch);
  watch.onPartial(() => ({ rows, columns, overall: [summariseShape(columns), summariseMissing(columns)] }));
  const prepared = await preparePairs(tables, random, watch.yieldControl);
  const pairs = await comparePairs(prepared, async (done) => {
    const total = prepared.columns.length;
    watch.onProgress({ phase: evaluationWords().comparingPairs, done, total, unit: 'columns' });
    await watch.yieldControl();
  });
  const trend = () => ({
    pairs,
    overall: [summariseShape(columns), summariseTrend(pairs), summariseMissing(columns)],
    notes: describeLimits(tables, prepared),
  });
  watch.onPartial(trend);
  const found = await lookForThem(async (done, total) => {
    watch.onProgress({ phase: evaluationWords().lookingForCopies, done, total, unit: 'rows' });
    await watch.yieldControl();
  });
  return () => ({ rows, columns, copies: summariseCopies(found), ...trend() });
}

/** Hands out what there is after 4, 8, 16, … columns, so that the first are on screen at once. */
async function compareAllColumns(tables: AlignedTables, watch: ComparisonWatch): Promise<ColumnComparison[]> {
  const columns: ColumnComparison[] = [];
  const total = tables.columns.length;
  let next = 4;
  for (const column of tables.columns) {
    columns.push(compareColumn(column));
    watch.onProgress({
      phase: evaluationWords().comparingColumns,
      done: columns.length,
      total,
      unit: 'columns',
    });
    if (columns.length === next && next < total) {
      const first = [...columns];
      watch.onPartial(() => ({ rows: tables.rows, columns: first }));
      next *= 2;
    }
    await watch.yieldControl();
  }
  return columns;
}

function describeLimits(tables: AlignedTables, pairs: PairTables): string[] {
  const words = evaluationWords();
  const { holdout, synthetic } = tables.rows;
  return [
    ...(holdout < fewestHoldoutRows ? [words.tooFewHeldOut(holdout, fewestHoldoutRows)] : []),
    ...(holdout >= fewestHoldoutRows && holdout < synthetic / 2
      ? [words.fewerHeldOut(holdout, synthetic)]
      : []),
    ...tables.leftOut.map(words.notInAll),
    ...(pairs.sampledRows === null ? [] : [words.pairsSampled(pairs.sampledRows)]),
    ...(pairs.unpairedColumns > 0 ? [words.pairsOfFirst(pairs.columns.length, pairs.unpairedColumns)] : []),
  ];
}
