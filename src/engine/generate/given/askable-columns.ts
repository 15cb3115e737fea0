import { CategoricalCodec } from '../../encode/categorical';
import type { EncodedTable } from '../../encode/encode-table';
import type { ColumnKind } from '../../schema';

/** What can be asked of a column of the rows to be drawn. */
export interface AskableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The categories that are released, those of numbers rising, else the most frequent first; none for other kinds. */
  readonly labels: readonly string[];
  /** Some cells are missing, and some are not. */
  readonly hasMissing: boolean;
  /** Pattern of dates and date-times; null for other kinds. */
  readonly dateFormat: string | null;
}

/** The columns that a condition can tell apart: not those with one value alone, and made-up ones only by being empty. */
export function askableColumns({ columns }: EncodedTable): AskableColumn[] {
  return columns.flatMap(({ column, codec }): AskableColumn[] => {
    const { name, kind, dateFormat } = column.schema;
    const hasMissing = codec.missingCode >= 0 && codec.size > 1;
    const labels = codec instanceof CategoricalCodec ? codec.labels : [];
    const isMade = kind === 'identifier' || kind === 'text';
    const isVaried = column.type === 'numeric' || labels.length > 1;
    if (!hasMissing && (isMade || !isVaried)) return [];
    return [{ name, kind, labels, hasMissing, dateFormat }];
  });
}
