import type { TypedColumn, TypedTable } from '../typed-table';
import type { EncodedColumn, EncodedTable } from './encode-table';

/** The columns whose real cells are kept, over all rows of the real table, by column index. Private; its rows are real. */
export interface KeptRows {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<number, TypedColumn>;
  /** The base codes that stand for the cells. */
  readonly codes: ReadonlyMap<number, Int32Array>;
}

/**
 * What is kept of a table; null where nothing is.
 * @param table all rows, those too that were never learnt from
 * @param encoded of the rows that were learnt from, the columns in the same order
 */
export function keepRows(table: TypedTable, encoded: EncodedTable): KeptRows | null {
  const columns = new Map<number, TypedColumn>();
  const codes = new Map<number, Int32Array>();
  table.columns.forEach((column, index) => {
    if (column.schema.role !== 'real') return;
    columns.set(index, column);
    codes.set(index, codesOf(column, encoded.columns[index]));
  });
  return columns.size > 0 ? { rowCount: table.rowCount, columns, codes } : null;
}

/** A cell of which nothing was learnt counts as what is most frequent. */
function codesOf(column: TypedColumn, { codec, base }: EncodedColumn): Int32Array {
  const usual = mostFrequent(base, codec.size);
  const known = (code: number) => (code < 0 ? usual : code);
  if (column.type === 'numeric') return Int32Array.from(column.values, (value) => known(codec.encode(value)));
  return column.codes.map((entry) => known(codec.encode(entry)));
}

function mostFrequent(base: Int32Array, size: number): number {
  const counts = new Uint32Array(size);
  for (const code of base) counts[code]++;
  return counts.reduce((best, count, code) => (count > counts[best] ? code : best), 0);
}
