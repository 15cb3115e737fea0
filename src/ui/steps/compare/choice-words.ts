import { isNumericKind, type TableSchema } from '../../../engine/schema';
import type { EvidenceChoices } from '../../../evaluation/measure-context';
import { writeList } from '../../../words';
import { compareWords } from './words';

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
  const words = compareWords().choices;
  return [
    target === null ? (proposed ?? words.proposes) : words.predicts(target),
    sensitive.length === 0 ? words.noneSensitive : words.groups(listNames(sensitive)),
    known.length === 0 ? words.anyKnown : words.knows(listNames(known)),
  ];
}

const mostNamed = 4;

function listNames(names: readonly string[]): string {
  return names.length > mostNamed ? writeNames(names, mostNamed - 1) : writeList(names);
}

/** The first `most` names and how many more there are: `age, sex and 12 more`. */
export function writeNames(names: readonly string[], most: number): string {
  if (names.length <= most) return names.join(', ');
  return compareWords().choices.andMore(names.slice(0, most).join(', '), names.length - most);
}
