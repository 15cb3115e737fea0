import { permutation, type RandomStream } from '../../engine/random';
import type { TypedColumn } from '../../engine/typed-table';
import { comparableColumns, type AlignedColumn, type AlignedTables } from '../align-tables';
import { standardise, type StandardColumn } from './correlation-similarity';
import { pairCodesOf, pairLevelsOf, rangeOf } from './pair-codes';

/** More rows of a table than this add nothing a picture or a percentage could show. */
const mostRows = 50_000;
/** Rows times pairs looked at in one table, at most: a second or two. */
const mostVisits = 500_000_000;
/** More columns than this are more pairs than anyone can look at, and matrices of many megabytes. */
const mostColumns = 500;

/** The comparable columns of three tables, coded once for all pairs. */
export interface PairTables {
  readonly columns: readonly PairColumn[];
  readonly hasHoldout: boolean;
  /** Rows of the training and of the synthetic table at most looked at; null where all were. */
  readonly sampledRows: number | null;
  /** Comparable columns beyond the most that are paired. */
  readonly unpairedColumns: number;
}

/** One column, ready to be paired; `tables` in the order training, synthetic, holdout (where there is one). */
export interface PairColumn {
  readonly name: string;
  readonly type: TypedColumn['type'];
  /** Codes are below this; code 0 is missing. */
  readonly levels: number;
  readonly tables: readonly PairTable[];
}

interface PairTable {
  readonly codes: Int32Array;
  /** Numeric columns alone. */
  readonly standard: StandardColumn | null;
}

/** Codes the first 500 comparable columns, of a random sample of the rows where there are too many. */
export async function preparePairs(
  tables: AlignedTables,
  random: RandomStream,
  yieldControl: () => Promise<void>,
): Promise<PairTables> {
  const comparable = comparableColumns(tables);
  const paired = comparable.slice(0, mostColumns);
  const most = rowsPerTable(paired.length);
  const { rows } = tables;
  const selection: Selection = {
    training: sampleRows(rows.training, most, random),
    synthetic: sampleRows(rows.synthetic, most, random),
    holdout: sampleRows(rows.holdout, most, random),
  };
  const columns: PairColumn[] = [];
  for (const column of paired) {
    columns.push(preparePairColumn(column, selection));
    await yieldControl();
  }
  return {
    columns,
    hasHoldout: paired.some((column) => column.holdout !== null),
    sampledRows: Math.max(rows.training, rows.synthetic) > most ? most : null,
    unpairedColumns: comparable.length - paired.length,
  };
}

type Rows = Uint32Array | null;
type Selection = Readonly<Record<'training' | 'synthetic' | 'holdout', Rows>>;

/** Codes one column in each table. A null selection takes every row. */
export function preparePairColumn(column: AlignedColumn, selection: Selection | null): PairColumn {
  const range = column.training.type === 'numeric' ? rangeOf(column.training.values) : null;
  const prepare = (part: TypedColumn, rows: Rows): PairTable => {
    const sample = takeRows(part, rows);
    return {
      codes: pairCodesOf(sample, range),
      standard: sample.type === 'numeric' ? standardise(sample.values) : null,
    };
  };
  const tables = [
    prepare(column.training, selection?.training ?? null),
    prepare(column.synthetic, selection?.synthetic ?? null),
  ];
  if (column.holdout) tables.push(prepare(column.holdout, selection?.holdout ?? null));
  const { training } = column;
  return { name: column.schema.name, type: training.type, levels: pairLevelsOf(training), tables };
}

function rowsPerTable(columns: number): number {
  const pairs = Math.max(1, (columns * (columns - 1)) / 2);
  return Math.min(mostRows, Math.max(2000, Math.floor(mostVisits / pairs)));
}

function sampleRows(rows: number, most: number, random: RandomStream): Rows {
  return rows <= most ? null : permutation(rows, random).subarray(0, most).sort();
}

function takeRows(column: TypedColumn, rows: Rows): TypedColumn {
  if (rows === null) return column;
  if (column.type === 'numeric')
    return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
  return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]) };
}
