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
import { count } from './sentences';

/** How far a comparison is. */
export interface ComparisonProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'columns' | 'rows' | 'steps';
}

/** Who hears of a comparison while it runs. */
export interface ComparisonWatch {
  /** Finished fields of the report, each whole as far as it is known; later ones replace earlier ones. */
  readonly onPartial: (report: Partial<ComparisonReport>) => void;
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
  return compareAligned(tables, random, input, (afterRows) =>
    lookForCopies(tables, 'standard', random, afterRows),
  );
}

/** The same for tables that have been aligned before, and with who looks for copies. */
export async function compareAligned(
  tables: AlignedTables,
  random: RandomStream,
  watch: ComparisonWatch,
  lookForThem: (afterRows: AfterRows) => Promise<CopiesFound>,
): Promise<ComparisonReport> {
  const { rows } = tables;
  const columns = await compareAllColumns(tables, watch);
  const single = [summariseShape(columns), summariseMissing(columns)];
  watch.onPartial({ rows, columns, overall: single });
  const prepared = await preparePairs(tables, random, watch.yieldControl);
  const pairs = await comparePairs(prepared, async (done) => {
    const total = prepared.columns.length;
    watch.onProgress({ phase: 'Comparing pairs of columns', done, total, unit: 'columns' });
    await watch.yieldControl();
  });
  const overall = [single[0], summariseTrend(pairs), single[1]];
  const notes = describeLimits(tables, prepared);
  watch.onPartial({ pairs, overall, notes });
  const found = await lookForThem(async (done, total) => {
    watch.onProgress({ phase: 'Looking for copies', done, total, unit: 'rows' });
    await watch.yieldControl();
  });
  return { rows, columns, pairs, copies: summariseCopies(found), overall, notes };
}

/** Hands out what there is after 4, 8, 16, … columns, so that the first are on screen at once. */
async function compareAllColumns(tables: AlignedTables, watch: ComparisonWatch): Promise<ColumnComparison[]> {
  const columns: ColumnComparison[] = [];
  const total = tables.columns.length;
  let next = 4;
  for (const column of tables.columns) {
    columns.push(compareColumn(column));
    watch.onProgress({ phase: 'Comparing columns', done: columns.length, total, unit: 'columns' });
    if (columns.length === next && next < total) {
      watch.onPartial({ rows: tables.rows, columns: [...columns] });
      next *= 2;
    }
    await watch.yieldControl();
  }
  return columns;
}

function describeLimits(tables: AlignedTables, pairs: PairTables): string[] {
  const notes: string[] = [];
  if (tables.rows.holdout < fewestHoldoutRows) {
    notes.push(
      `Only ${tables.rows.holdout} rows were kept from the model; at least ${fewestHoldoutRows} are needed to say what rows it never saw would score.`,
    );
  }
  const { holdout, synthetic } = tables.rows;
  if (holdout >= fewestHoldoutRows && holdout < synthetic / 2) {
    notes.push(
      `The rows the model never saw are fewer (${count(holdout)} against ${count(synthetic)}), so chance alone puts them somewhat further off.`,
    );
  }
  for (const name of tables.leftOut) {
    notes.push(`The column “${name}” is not in all tables in the same form, so it was not compared.`);
  }
  if (pairs.sampledRows !== null) {
    notes.push(
      `Pairs of columns were compared on ${count(pairs.sampledRows)} random rows of a table at most.`,
    );
  }
  if (pairs.unpairedColumns > 0) {
    notes.push(
      `Only the first ${count(pairs.columns.length)} columns were compared in pairs; ${count(pairs.unpairedColumns)} were not.`,
    );
  }
  return notes;
}
