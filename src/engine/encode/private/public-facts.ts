import { UserError } from '../../errors';
import { type ColumnSchema, isNumericKind } from '../../schema';
import { factWords } from './words';

/** What is known of a column without a look at its cells: typed by its owner, or from a code book. */
export interface ColumnFacts {
  /** Smallest and largest number, as the typed column has them; cells beyond count as the nearest of the two. */
  readonly bounds?: { readonly minimum: number; readonly maximum: number };
  /** All categories; cells with others count as missing. */
  readonly categories?: readonly string[];
}

/** By the column's name. Of a column that is not named, bounds and categories are found privately, and paid for. */
export type PublicFacts = ReadonlyMap<string, ColumnFacts>;

/** A table without its rows: the schemas of the columns that are kept. */
export interface TableLayout {
  readonly columns: readonly { readonly schema: ColumnSchema }[];
}

/** @throws UserError naming the first column that is not there, or whose facts cannot be */
export function checkFacts(table: TableLayout, facts: PublicFacts): void {
  const words = factWords();
  for (const [name, { bounds, categories }] of facts) {
    const column = table.columns.find(({ schema }) => schema.name === name);
    if (!column) throw new UserError(words.noKeptColumn(name));
    const isNumeric = isNumericKind(column.schema.kind);
    if (bounds && !isNumeric) throw new UserError(words.hasNoNumbers(name));
    if (categories && isNumeric) throw new UserError(words.hasNumbers(name));
    if (
      bounds &&
      !(
        bounds.minimum <= bounds.maximum &&
        Number.isFinite(bounds.minimum) &&
        Number.isFinite(bounds.maximum)
      )
    )
      throw new UserError(words.twoNumbers(name));
    if (categories?.length === 0) throw new UserError(words.emptyList(name));
    if (categories && new Set(categories).size < categories.length)
      throw new UserError(words.namedTwice(name));
  }
}
