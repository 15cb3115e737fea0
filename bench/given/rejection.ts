import type { Condition } from '../../src/engine/generate/given/condition';
import { type AskedColumn, resolveConditions } from '../../src/engine/generate/given/allowed-values';
import { contains } from '../../src/engine/generate/given/intervals';
import { isMissing, selectRows, type TypedColumn, type TypedTable } from '../../src/engine/typed-table';

/** The rows of a table that meet every condition: what rejection keeps of rows drawn freely. */
export function rowsThatMeet(table: TypedTable, conditions: readonly Condition[]): TypedTable {
  const asked = [...resolveConditions(conditions, table.columns)];
  const kept: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (asked.every(([index, column]) => meets(table.columns[index], row, column))) kept.push(row);
  }
  return selectRows(table, kept);
}

function meets(column: TypedColumn, row: number, { allowed }: AskedColumn): boolean {
  if (isMissing(column, row)) return allowed.missing;
  if (column.type === 'numeric') return contains(allowed.intervals, column.values[row]);
  return allowed.labels?.has(column.dictionary[column.codes[row]]) ?? allowed.filled;
}
