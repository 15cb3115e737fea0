import { comparableColumns, type AlignedColumn, type AlignedTables } from '../align-tables';
import { wordsOfName } from '../utility/default-target';

/** Words in the names of columns that groups of people are commonly told apart by. */
const groupWords = new Set(
  (
    'sex gender race ethnicity ethnic age birth birthdate birthday dob nationality citizen citizenship native religion ' +
    'disability disabled marital married pregnant pregnancy orientation veteran'
  ).split(' '),
);

/** More sensitive columns than this are not looked at. */
const mostColumns = 10;

export interface SensitiveColumns {
  /** Those that someone marked, by name or by their role. */
  readonly marked: readonly AlignedColumn[];
  /** Names of those that sound as if they should be. */
  readonly proposed: readonly string[];
}

/** The columns whose groups are to fare alike, and those that might be meant where none is marked. */
export function findSensitive(tables: AlignedTables, named: readonly string[]): SensitiveColumns {
  const columns = comparableColumns(tables);
  const isMarked = ({ schema }: AlignedColumn) => schema.role === 'sensitive' || named.includes(schema.name);
  const sounds = ({ schema }: AlignedColumn) => wordsOfName(schema.name).some((word) => groupWords.has(word));
  return {
    marked: columns.filter(isMarked).slice(0, mostColumns),
    proposed: columns
      .filter((column) => sounds(column) && !isMarked(column))
      .map(({ schema }) => schema.name),
  };
}
