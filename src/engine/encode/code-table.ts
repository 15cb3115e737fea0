import type { CodeSet } from './code-set';

/** One column of codes: what a model learns of it. */
export interface CodeColumn {
  readonly codec: CodeSet;
  /** Code of the cell's own value, one per row. */
  readonly base: Int32Array;
  /** What is predicted: the base code, or one of `codec.size` … `codec.size + references − 1`. */
  readonly target: Int32Array;
  /** Number of targets beyond the base codes: they say what the cell is from what earlier columns are in its row. */
  readonly references: number;
  /** Its real cells are kept, so it is predicted before all that are not, and by codes of its own. False when not said. */
  readonly isKept?: boolean;
}

/** Columns of codes and the order in which they are predicted. */
export interface CodeTable {
  readonly rowCount: number;
  readonly columns: readonly CodeColumn[];
  /** Column indices in the order in which they are predicted. */
  readonly order: readonly number[];
}
