import { readFile } from 'node:fs/promises';
import { UserError } from '../src/engine/errors';
import { type ColumnSchema, columnKinds, columnRoles, type TableSchema } from '../src/engine/schema';
import type { DialectChoice } from '../src/io/csv/dialect';
import type { TrainingSettings } from '../src/engine/train/types';

/** A configuration file: what would be set on screen. Every part may be left out. */
export interface Configuration {
  readonly dialect?: DialectChoice;
  readonly settings?: Partial<TrainingSettings>;
  /** By column name. */
  readonly columns?: Readonly<
    Record<string, Partial<Pick<ColumnSchema, 'kind' | 'role' | 'missingTokens' | 'dateFormat'>>>
  >;
}

/** Reads a JSON configuration. Throws UserError when it is not one. */
export async function readConfiguration(path: string | undefined): Promise<Configuration> {
  if (path === undefined) return {};
  const text = await readFile(path, 'utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError(`${path} is not JSON: see the README for what --config takes.`);
  }
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  const known = ['dialect', 'settings', 'columns'];
  const unknown = isObject ? Object.keys(parsed as object).find((key) => !known.includes(key)) : 'no object';
  if (unknown !== undefined) throw new UserError(`${path} may hold ${known.join(', ')}, not "${unknown}".`);
  return parsed as Configuration;
}

/** The schema with the configuration's choices in place of what was inferred. */
export function configureSchema(schema: TableSchema, columns: Configuration['columns'] = {}): TableSchema {
  const names = schema.columns.map((column) => column.name);
  for (const [name, choice] of Object.entries(columns)) {
    if (!names.includes(name))
      throw new UserError(`The configuration names a column "${name}" that is not in the table.`);
    if (choice.kind && !columnKinds.includes(choice.kind)) {
      throw new UserError(`Column "${name}": the kind must be one of ${columnKinds.join(', ')}.`);
    }
    if (choice.role && !columnRoles.includes(choice.role)) {
      throw new UserError(`Column "${name}": the role must be one of ${columnRoles.join(', ')}.`);
    }
  }
  return {
    columns: schema.columns.map((column) =>
      Object.hasOwn(columns, column.name)
        ? { ...column, ...columns[column.name], chosenByUser: true }
        : column,
    ),
  };
}
