import type { ColumnSchema, ColumnWarning } from '../schema';
import type { Bins } from './bins';

/** What the Columns step shows of one column. Private: it holds values of the real table. */
export interface ColumnProfile {
  readonly schema: ColumnSchema;
  readonly rowCount: number;
  readonly missingCount: number;
  /** How often each text that looks like, or counts as, a missing token occurs. */
  readonly missingTokenCounts: readonly { readonly token: string; readonly count: number }[];
  readonly distinctCount: number;
  /** Cells that do not fit the chosen kind and therefore count as missing, and the first such row (0-based). */
  readonly notParsedCount: number;
  readonly firstNotParsedRow: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  /** Shared by every picture of the column, real or synthetic; null where there is nothing to draw. */
  readonly bins: Bins | null;
  readonly counts: Float64Array;
  readonly warnings: readonly ColumnWarning[];
}
