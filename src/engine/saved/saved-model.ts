import type { CategoricalCodes } from '../encode/categorical';
import type { Makers } from '../encode/makers';
import type { NumericCodes } from '../encode/numeric';
import type { Ranges } from '../encode/ranges';
import type { Term } from '../encode/sums/find-sums';
import type { ExtremesPolicy } from '../generate/extremes';
import type { SavedDrawing } from '../models/saved-drawing';
import type { TableModel } from '../models/table-model';
import type { ColumnSchema } from '../schema';

/**
 * A learnt table as plain data, to be drawn from elsewhere. It holds no row, but without differential privacy it is as private as
 * the table: its categories and how many rows have each, its numbers' ranges and quantiles, what identifiers and texts look like,
 * and weights learnt from the rows.
 */
export interface SavedModel {
  readonly kind: TableModel['kind'];
  readonly facts: ModelFacts;
  /** Rows learnt; a noisy count under differential privacy. */
  readonly learntRows: number;
  /** Columns in the order of the table. */
  readonly columns: readonly SavedColumn[];
  /** Their indices in the order of drawing. */
  readonly order: readonly number[];
  readonly makers: Makers;
  readonly ranges: Ranges;
  readonly drawing: SavedDrawing;
}

/** What a file made from the model is to be like, where nobody says otherwise. */
export interface ModelFacts {
  readonly rows: number;
  readonly seed: number;
  readonly extremes: ExtremesPolicy;
  /** Of the real file. */
  readonly delimiter: string;
  /** What is promised of the rows, as sentences. */
  readonly promise: string;
}

export interface SavedColumn {
  readonly schema: ColumnSchema;
  readonly codes: SavedCodes;
  /** Rows of each base code. */
  readonly counts: Float64Array;
  readonly relativeTo: number | null;
  readonly copySources: readonly number[];
  readonly sum: { readonly terms: readonly Term[]; readonly rest: NumericCodes } | null;
}

export type SavedCodes =
  | ({ readonly type: 'numbers' } & NumericCodes)
  | ({ readonly type: 'categories' } & Omit<CategoricalCodes, 'codeOfEntry'>)
  | { readonly type: 'presence'; readonly hasFilled: boolean; readonly hasMissing: boolean };
