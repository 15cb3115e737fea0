import type { Coarsening } from './sensitive/coarsen';
import type { Matter } from './sensitive/matters';
import type { NumberFormat } from './table';

/** What the values of a column are. */
export type ColumnKind =
  'category' | 'integer' | 'decimal' | 'date' | 'datetime' | 'boolean' | 'identifier' | 'text';

export const columnKinds: readonly ColumnKind[] = [
  'category',
  'integer',
  'decimal',
  'date',
  'datetime',
  'boolean',
  'identifier',
  'text',
];

/**
 * What is to be done with a column: `drop` leaves it out of the synthetic table; `real` keeps its real cells row by row, and
 * the other columns are drawn to go with them (partial synthesis).
 */
export type ColumnRole = 'keep' | 'drop' | 'target' | 'sensitive' | 'real';

export const columnRoles: readonly ColumnRole[] = ['keep', 'drop', 'target', 'sensitive', 'real'];

/** A thing about a column that its owner should know before going on. */
export interface ColumnWarning {
  readonly code:
    | 'real-cells'
    | 'identifies-people'
    | 'nearly-unique'
    | 'constant'
    | 'all-missing'
    | 'many-missing'
    | 'many-categories'
    | 'ambiguous-dates'
    | 'mixed-types'
    | 'not-parsed';
  /** One plain sentence. Never holds a cell's content. */
  readonly message: string;
}

/** One column as Understudy understands it; every field can be set by the user. */
export interface ColumnSchema {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
  /** Cells with one of these texts are missing. The first is written where a synthetic cell is missing. */
  readonly missingTokens: readonly string[];
  /** How numbers are written (integer, decimal); ignored for other kinds. */
  readonly numberFormat: NumberFormat;
  /** Pattern of dates and date-times (see dates.ts), e.g. `yyyy-MM-dd HH:mm:ss`; null for other kinds. */
  readonly dateFormat: string | null;
  /** Why this kind was inferred: one plain sentence without cell content; or that the user chose it. */
  readonly why: string;
  readonly chosenByUser: boolean;
  /** What of people it was found to hold: made ones are of that sort. Absent or null: nothing in particular. */
  readonly matter?: Matter | null;
  /** How its values are made coarser before anything looks at them. Absent or null: not at all. */
  readonly coarsening?: Coarsening | null;
}

export interface TableSchema {
  /** In the order of the file; dropped columns included. */
  readonly columns: readonly ColumnSchema[];
}

/** Kinds whose values live on a number line: codes are ordered, distances mean something. */
export function isNumericKind(kind: ColumnKind): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'date' || kind === 'datetime';
}

/** Names of the columns whose real cells are kept; none where every column is made anew. */
export function keptNames({ columns }: TableSchema): string[] {
  return columns.filter(({ role }) => role === 'real').map(({ name }) => name);
}
