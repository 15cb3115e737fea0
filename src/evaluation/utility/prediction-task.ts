import type { TypedColumn } from '../../engine/typed-table';
import { comparableColumns, type AlignedColumn, type AlignedTables } from '../align-tables';
import { rangeOf } from '../column-pairs/pair-codes';
import type { LearningTask } from '../learners/objectives';
import { countLevels } from './count-levels';
import { utilityWords } from './words';

export type TablePart = 'training' | 'synthetic' | 'holdout';

/** One column to be predicted from the others, in three tables. */
export interface PredictionTask {
  readonly name: string;
  readonly learning: LearningTask;
  /** Amounts over more than three decades are learnt as their logarithms. */
  readonly isLog: boolean;
  /** The cells that are classes by themselves, in the order of their numbers; empty for amounts. Of the table: private. */
  readonly commonClasses: readonly string[];
  readonly features: readonly AlignedColumn[];
  /** An entry per row: the class's number or the amount; NaN for rows that are left out. */
  readonly targets: Readonly<Record<TablePart, Float64Array>>;
  /** Tells what was merged or left out. */
  readonly notes: () => readonly string[];
}

/** Classes with fewer rows are merged, so many at most are told apart. */
const fewestRows = { training: 20, holdout: 5 };
const mostClasses = 12;

/** Makes the task of predicting that column; where it cannot be, what tells why. */
export function makeTask(tables: AlignedTables, target: AlignedColumn): PredictionTask | (() => string) {
  const { name } = target.schema;
  const features = comparableColumns(tables).filter((column) => column !== target);
  const { training, synthetic, holdout } = target;
  if (features.length === 0) return () => utilityWords().noFeatures(name);
  if (holdout === null) return () => utilityWords().noHoldout;
  if (tables.rows.synthetic === 0) return () => utilityWords().noRows;
  const parts = { training, synthetic, holdout };
  const isAmount = training.type === 'numeric' && countLevels(target.real, 2) === null;
  const coded = isAmount ? takeAmounts(parts) : takeClasses(parts, name);
  if (typeof coded === 'function') return coded;
  return { name, features, ...coded };
}

/** What the classes are called, in the order of their numbers; empty for amounts. */
export function nameClasses({ learning, commonClasses }: PredictionTask): readonly string[] {
  const isMerged = learning.kind === 'classes' && learning.count > commonClasses.length;
  return isMerged ? [...commonClasses, utilityWords().allOthers] : commonClasses;
}

/** The rows that are not left out, in order. */
export function usableRows(targets: Float64Array): Uint32Array {
  return Uint32Array.from(targets.keys()).filter((row) => !Number.isNaN(targets[row]));
}

type Parts = Readonly<Record<TablePart, TypedColumn>>;
type CodedTarget = Omit<PredictionTask, 'name' | 'features'>;

function takeAmounts(parts: Parts): CodedTarget {
  const { low, high } = rangeOf(cellsOf(parts.training));
  const isLog = low > 0 && high / low > 1000;
  const take = (column: TypedColumn) =>
    cellsOf(column).map((value) => (isLog ? (value > 0 ? Math.log(value) : Number.NaN) : value));
  return {
    learning: { kind: 'amount' },
    isLog,
    commonClasses: [],
    targets: mapParts((part) => take(parts[part])),
    notes: () => (isLog ? [utilityWords().logarithms] : []),
  };
}

function takeClasses(parts: Parts, name: string): CodedTarget | (() => string) {
  const counts = { training: countCells(parts.training), holdout: countCells(parts.holdout) };
  const isFrequent = (training: number, holdout: number) =>
    training >= fewestRows.training && holdout >= fewestRows.holdout;
  const common = [...counts.training]
    .filter(([cell, rows]) => isFrequent(rows, counts.holdout.get(cell) ?? 0))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostClasses)
    .map(([cell]) => cell)
    .sort((a, b) => a - b);
  const classOf = new Map(common.map((cell, one) => [cell, one]));
  const rest = restOf(counts, classOf);
  const isMerged = isFrequent(rest.training, rest.holdout);
  const classCount = common.length + (isMerged ? 1 : 0);
  if (classCount < 2) return () => utilityWords().oneValue(name);
  const other = isMerged ? common.length : Number.NaN;
  const take = (column: TypedColumn) =>
    cellsOf(column).map((cell) => (Number.isNaN(cell) ? cell : (classOf.get(cell) ?? other)));
  return {
    learning: { kind: 'classes', count: classCount },
    isLog: false,
    commonClasses: common.map((cell) => nameCell(parts.training, cell)),
    targets: mapParts((part) => take(parts[part])),
    notes: () => describeRest(name, rest.values, isMerged),
  };
}

interface CellCounts {
  readonly training: ReadonlyMap<number, number>;
  readonly holdout: ReadonlyMap<number, number>;
}

function restOf(counts: CellCounts, classOf: ReadonlyMap<number, number>) {
  const left = (cells: ReadonlyMap<number, number>) => [...cells].filter(([cell]) => !classOf.has(cell));
  const rows = (cells: ReadonlyMap<number, number>) => left(cells).reduce((sum, [, own]) => sum + own, 0);
  const values = new Set([...left(counts.training), ...left(counts.holdout)].map(([cell]) => cell)).size;
  return { values, training: rows(counts.training), holdout: rows(counts.holdout) };
}

function describeRest(name: string, values: number, isMerged: boolean): string[] {
  if (values === 0) return [];
  const { merged, notUsed } = utilityWords();
  return [isMerged ? merged(values, name) : notUsed(values, name)];
}

function countCells(column: TypedColumn): Map<number, number> {
  const counts = new Map<number, number>();
  for (const cell of cellsOf(column)) if (!Number.isNaN(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** Values, or codes as numbers; NaN where missing. */
function cellsOf(column: TypedColumn): Float64Array {
  return column.type === 'numeric'
    ? column.values
    : Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
}

function nameCell(column: TypedColumn, cell: number): string {
  return column.type === 'numeric' ? String(cell) : column.dictionary[cell];
}

/** The same of each table. */
export function mapParts<Value>(make: (part: TablePart) => Value): Record<TablePart, Value> {
  return { training: make('training'), synthetic: make('synthetic'), holdout: make('holdout') };
}
