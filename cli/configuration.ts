import { readFile } from 'node:fs/promises';
import type { ColumnChoice } from '../src/engine/configure-schema';
import { UserError } from '../src/engine/errors';
import { modelKinds } from '../src/engine/models/table-model';
import { columnKinds, columnRoles, type TableSchema } from '../src/engine/schema';
import { coarsenings } from '../src/engine/sensitive/coarsen';
import { matters } from '../src/engine/sensitive/matters';
import { encodings, mostHeaderRows, mostPreambleRecords } from '../src/io/csv/dialect';
import type { ReadChoice } from '../src/io/read-table';
import { mostWorkers, type TrainingSettings } from '../src/engine/train/types';
import { type Rules, anArrayOfTexts, aSwitch, aText, checkAgainst, oneOf, within } from '../src/engine/rules';

/** Differential privacy is asked for on the command line, where it is seen. */
type FreeSettings = Omit<TrainingSettings, 'privacy'>;

/** A configuration file: what would be set on screen. Every part may be left out. */
export interface Configuration {
  readonly dialect?: ReadChoice;
  readonly settings?: Partial<FreeSettings>;
  /** By column name. */
  readonly columns?: Readonly<Record<string, ColumnChoice>>;
}

const dialectRules: Rules<ReadChoice> = {
  encoding: oneOf(encodings),
  delimiter: {
    wants: () => 'one to eight characters',
    accepts: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 8,
  },
  quote: oneOf(['"', "'", '']),
  escape: oneOf(['double', 'backslash']),
  preambleRecords: within(0, mostPreambleRecords, true),
  headerRows: within(0, mostHeaderRows, true),
  decimalSeparator: oneOf(['.', ',']),
  missingTokens: anArrayOfTexts,
  part: aText,
};

const settingsRules: Rules<FreeSettings> = {
  model: oneOf(modelKinds),
  preset: oneOf(['fast', 'balanced', 'best']),
  seed: within(0, Number.MAX_SAFE_INTEGER, true),
  backend: oneOf(['auto', 'wasm', 'cpu']),
  workers: {
    wants: () => `"auto" or a whole number from 1 to ${mostWorkers}`,
    accepts: (value) => value === 'auto' || within(1, mostWorkers, true).accepts(value),
  },
  holdoutShare: within(0, 0.5, false),
  minCategoryRows: within(1, Number.MAX_SAFE_INTEGER, true),
  pinExtremes: aSwitch,
  maxSeconds: {
    wants: () => 'a number from 1 up, or null',
    accepts: (value) => value === null || (typeof value === 'number' && value >= 1),
  },
};

const columnRules: Rules<ColumnChoice> = {
  kind: oneOf(columnKinds),
  role: oneOf(columnRoles),
  missingTokens: anArrayOfTexts,
  dateFormat: aText,
  coarsening: oneOf(coarsenings),
  matter: oneOf(matters),
};

/** Reads a JSON configuration. Throws UserError that names the part that is not as it must be. */
export async function readConfiguration(path: string | undefined): Promise<Configuration> {
  if (path === undefined) return {};
  const parts = parseObject(await readFile(path, 'utf8'), path);
  const known = ['dialect', 'settings', 'columns'];
  const unknown = Object.keys(parts).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new UserError(`${path} may hold ${known.join(', ')}, not "${unknown}".`);
  checkAgainst(dialectRules, parts.dialect ?? {}, `${path}: dialect`);
  checkAgainst(settingsRules, parts.settings ?? {}, `${path}: settings`);
  const columns: unknown = parts.columns ?? {};
  if (!isObject(columns)) throw new UserError(`${path}: columns must be an object of column names.`);
  for (const [name, choice] of Object.entries(columns))
    checkAgainst(columnRules, choice, `${path}: column "${name}"`);
  return parts;
}

function parseObject(text: string, path: string): Record<string, unknown> & Configuration {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError(`${path} is not JSON: see the README for what --config takes.`);
  }
  if (!isObject(parsed)) throw new UserError(`${path} must hold one JSON object.`);
  return parsed;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Places of the columns that an option lists, with commas between.
 * @throws UserError naming the one that is not in the table
 */
export function columnsNamed(option: string, text: string, { columns }: TableSchema): number[] {
  return text.split(',').map((entry) => {
    const index = columns.findIndex(({ name }) => name === entry.trim());
    if (index < 0)
      throw new UserError(`--${option} names a column "${entry.trim()}" that is not in the table.`);
    return index;
  });
}

/** The schema with the real cells of the columns that `--keep` lists. */
export function keepReal(schema: TableSchema, names: string | undefined): TableSchema {
  if (names === undefined) return schema;
  const kept = columnsNamed('keep', names, schema);
  return {
    columns: schema.columns.map((column, index) =>
      kept.includes(index) ? { ...column, role: 'real' } : column,
    ),
  };
}
