import { UserError } from '../errors';
import { permutation, type RandomStream } from '../random';
import { selectRows, type TypedTable } from '../typed-table';
import type { PrivacyUnit } from './ledger';

/**
 * Keeps so many rows of each subject at most, at random, so that one subject changes no count by more. A row without a
 * subject's identifier is a subject of its own. Which rows are kept of one subject does not hang on any other's
 * but for the order of equals, which is random.
 * @throws UserError where the column that tells subjects apart is not kept in the table
 */
export function boundContributions(table: TypedTable, unit: PrivacyUnit, random: RandomStream): TypedTable {
  if (unit.kind === 'row') return table;
  const column = table.columns.find(({ schema }) => schema.name === unit.column);
  if (!column)
    throw new UserError(
      `“${unit.column}” tells subjects apart: keep the column, it is made anew in the synthetic table.`,
    );
  const taken = new Map<number, number>();
  const keys = column.type === 'numeric' ? column.values : column.codes;
  const isNobody = (key: number) => Number.isNaN(key) || (column.type === 'categorical' && key < 0);
  const kept = permutation(table.rowCount, random).filter((row) => {
    const key = keys[row];
    if (isNobody(key)) return true;
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    return count < unit.mostRows;
  });
  return kept.length === table.rowCount ? table : selectRows(table, kept.sort());
}
