import { namesOutwardMatter } from '../../analyze/name-hints';
import type { ColumnSchema } from '../../schema';
import type { TypedColumn } from '../../typed-table';
import { coarsenColumn, type Coarsening } from '../coarsen';
import { isCoarsening, treatmentsOf } from '../treatment';
import { codeCells, type CodedColumn, divide, type Partition, recode, sizesOf, wholeOf } from './group-rows';

/** How rows of the real table hide among each other. Private: every figure is the real table's. */
export interface AnonymityReport extends GroupFigures {
  /** Names of the columns that an outsider is taken to know. */
  readonly columns: readonly string[];
  readonly k: number;
  readonly rows: number;
  /** What doing one thing to one column would leave, the best first. */
  readonly remedies: readonly Remedy[];
}

interface GroupFigures {
  readonly groups: number;
  /** Rows in the smallest group: the k for which the table is k-anonymous. */
  readonly smallest: number;
  /** Rows that are alone. */
  readonly unique: number;
  /** Rows in groups of fewer than k, those that are alone included. */
  readonly under: number;
}

export interface Remedy extends GroupFigures {
  readonly column: string;
  readonly way: 'drop' | Coarsening;
}

/** True of columns that others may know of a person, and whose values are learnt: what is proposed to be counted. */
export function isProposed({ name, kind, role }: ColumnSchema): boolean {
  return isCountable({ kind, role }) && namesOutwardMatter(name);
}

/** Identifiers and texts are made anew: nothing of theirs is in the synthetic table to be found by. */
export function isCountable({ kind, role }: Pick<ColumnSchema, 'kind' | 'role'>): boolean {
  return kind !== 'identifier' && kind !== 'text' && role !== 'drop';
}

/**
 * Groups rows that have the same values in all the columns (L. Sweeney, "k-anonymity: a model for protecting privacy", 2002;
 * a missing cell is a value of its own), and says for each column what leaving it out or making it coarser would do.
 * @param breathe awaited after each pass over the rows; what it throws ends the counting
 */
export async function measureAnonymity(
  columns: readonly TypedColumn[],
  k: number,
  breathe: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<AnonymityReport> {
  const rows = rowsOf(columns);
  const ways = columns.map((column) => waysOf(column.schema));
  const total = (columns.length * (columns.length + 3)) / 2 + ways.reduce((sum, own) => sum + own.length, 0);
  let done = 0;
  const pass = async <Value>(work: () => Value): Promise<Value> => {
    const value = work();
    await breathe(++done, total);
    return value;
  };
  const cells: CodedColumn[] = [];
  for (const column of columns) cells.push(await pass(() => codeCells(column)));
  const remedies: Remedy[] = [];
  let before = wholeOf(rows);
  for (let place = 0; place < columns.length; place++) {
    let others: Partition = before;
    for (const later of cells.slice(place + 1)) others = await pass(() => divide(others, later));
    const column = columns[place];
    const { name } = column.schema;
    remedies.push({ column: name, way: 'drop', ...describe(others, k) });
    for (const way of ways[place]) {
      const divided = await pass(() => divide(others, recode(cells[place], coarser(way))));
      remedies.push({ column: name, way, ...describe(divided, k) });
    }
    before = await pass(() => divide(before, cells[place]));
  }
  const figures = describe(before, k);
  return {
    columns: columns.map(({ schema }) => schema.name),
    k,
    rows,
    ...figures,
    remedies: remedies
      .filter(({ under }) => under < figures.under)
      .sort((a, b) => a.under - b.under || a.unique - b.unique),
  };
}

function rowsOf([first]: readonly TypedColumn[]): number {
  if (first === undefined) return 0;
  return first.type === 'numeric' ? first.values.length : first.codes.length;
}

function coarser(coarsening: Coarsening): (column: TypedColumn) => TypedColumn {
  return (column) => coarsenColumn({ ...column, schema: { ...column.schema, coarsening } });
}

/** Coarser than it is now, in ways that its values know. */
function waysOf(schema: ColumnSchema): readonly Coarsening[] {
  const { coarsening } = schema;
  const all = treatmentsOf(schema).filter(isCoarsening);
  return all.slice(coarsening ? all.indexOf(coarsening) + 1 : 0);
}

function describe(partition: Partition, k: number): GroupFigures {
  let smallest = Number.POSITIVE_INFINITY;
  let unique = 0;
  let under = 0;
  for (const size of sizesOf(partition)) {
    if (size < smallest) smallest = size;
    if (size === 1) unique++;
    if (size < k) under += size;
  }
  return { groups: partition.count, smallest: partition.count > 0 ? smallest : 0, unique, under };
}
