import { isNumericKind, type TableSchema } from '../../../engine/schema';
import type { EvidenceChoices } from '../../../evaluation/measure-context';

/** Columns that a choice can name: those that are in the synthetic table and not made anew. */
export function choosableColumns(schema: TableSchema): string[] {
  return schema.columns
    .filter(({ kind, role }) => role !== 'drop' && kind !== 'identifier' && kind !== 'text')
    .map(({ name }) => name);
}

/** Columns that can make groups of people; numbers are cut into ranges. Categories come first. */
export function groupingColumns(schema: TableSchema): string[] {
  const named = new Set(choosableColumns(schema));
  const listed = schema.columns.filter(({ name }) => named.has(name));
  const parts = [
    listed.filter(({ kind }) => !isNumericKind(kind)),
    listed.filter(({ kind }) => isNumericKind(kind)),
  ];
  return parts.flat().map(({ name }) => name);
}

/**
 * What the evidence was asked for, in a few sentences. `proposed`: why which column is predicted where none was chosen,
 * one sentence; null while that is not known.
 */
export function describeChoices(
  { target, sensitive, known }: EvidenceChoices,
  proposed: string | null,
): string[] {
  const prediction =
    target === null
      ? (proposed ?? 'What a model would be asked to predict is proposed from the table.')
      : `A model is to predict ${target}.`;
  const groups =
    sensitive.length === 0
      ? 'No column is marked sensitive.'
      : `Groups of ${listNames(sensitive)} are to fare alike.`;
  const attackers =
    known.length === 0
      ? 'Attackers may know any column of a person.'
      : `Attackers know ${listNames(known)} of a person.`;
  return [prediction, groups, attackers];
}

const mostNamed = 4;

function listNames(names: readonly string[]): string {
  if (names.length > mostNamed)
    return `${names.slice(0, mostNamed - 1).join(', ')} and ${names.length - mostNamed + 1} more`;
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
