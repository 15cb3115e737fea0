import type { CodeSet } from './code-set';

/** One column of codes: what a model learns of it. */
export interface CodeColumn {
  readonly codec: CodeSet;
  /** Code of the cell's own value, one per row. */
  readonly base: Int32Array;
  /** What is predicted: the base code, or `codec.size + i` where the cell equals `copySources[i]` in its row. */
  readonly target: Int32Array;
  /** Indices of earlier columns whose value this one often repeats. */
  readonly copySources: readonly number[];
}

/** Columns of codes and the order in which they are predicted. */
export interface CodeTable {
  readonly rowCount: number;
  readonly columns: readonly CodeColumn[];
  /** Column indices in the order in which they are predicted. */
  readonly order: readonly number[];
}
