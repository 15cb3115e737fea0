import { UserError } from './errors';
import type { ColumnSchema, TableSchema } from './schema';
import { fileWords } from './words';

/** What may be chosen of a column. */
export type ColumnChoice = Partial<
  Pick<ColumnSchema, 'kind' | 'role' | 'missingTokens' | 'dateFormat' | 'coarsening' | 'matter'>
>;

/**
 * The schema with choices in place of what was inferred.
 * @param columns by column name
 * @throws UserError naming a column that is not in the table
 */
export function configureSchema(
  schema: TableSchema,
  columns: Readonly<Record<string, ColumnChoice>> = {},
): TableSchema {
  const names = new Set(schema.columns.map((column) => column.name));
  const unknown = Object.keys(columns).find((name) => !names.has(name));
  if (unknown !== undefined) throw new UserError(fileWords().noSuchColumn(unknown));
  return {
    columns: schema.columns.map((column) =>
      Object.hasOwn(columns, column.name)
        ? { ...column, ...columns[column.name], chosenByUser: true }
        : column,
    ),
  };
}
