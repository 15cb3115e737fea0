import type { ColumnRole, TableSchema } from '../../engine/schema';
import type { EvidenceChoices } from '../../evaluation/measure-context';

/** What the Columns step says of columns, as choices to begin with: the target, and which columns are sensitive. */
export function choicesOfRoles(schema: TableSchema): EvidenceChoices {
  const named = (role: ColumnRole) =>
    schema.columns.filter((column) => column.role === role).map(({ name }) => name);
  return { target: named('target').at(0) ?? null, sensitive: named('sensitive'), known: [] };
}
