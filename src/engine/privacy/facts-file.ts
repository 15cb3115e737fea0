import type { ColumnFacts } from '../encode/private/public-facts';
import { UserError } from '../errors';
import { readFacts, type FactsColumn } from './read-facts';
import type { PrivacySettings } from './settings';
import { privacyWords } from './words';

/** What a person typed of columns, by name: two bounds, or all categories. */
export interface TypedFacts {
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** Whether what is not typed is to be found privately. */
  readonly findsFacts: boolean;
}

/**
 * Reads `{ "age": [0, 120], "ward": ["A", "B"], "others": "private" }`.
 * @param source what the text is called in a fault
 * @throws UserError where it is not of that form
 */
export function parseFacts(text: string, source: string): TypedFacts {
  const { others, ...lists } = parseObject(text, source);
  const typed = Object.entries(lists).map(([name, list]) => {
    if (!Array.isArray(list)) throw new UserError(privacyWords().factsAreLists(source, name));
    return [name, list.map(String)] as const;
  });
  return { typed: Object.fromEntries(typed), findsFacts: others === 'private' };
}

/** The text that `parseFacts` reads. */
export function writeFacts({ typed, findsFacts }: TypedFacts): string {
  return `${JSON.stringify({ ...typed, ...(findsFacts && { others: 'private' }) }, null, 2)}\n`;
}

/** @throws UserError naming the first column that is not there, or whose facts cannot be read */
export function settleFacts(
  { typed, findsFacts }: TypedFacts,
  columns: readonly FactsColumn[],
  source: string,
): Pick<PrivacySettings, 'facts' | 'findsFacts'> {
  const facts = Object.entries(typed).map(([name, list]): [string, ColumnFacts] => {
    const column = columns.find((one) => one.name === name);
    if (!column) throw new UserError(privacyWords().factsOfNoColumn(source, name));
    return [name, readFacts(column, list)];
  });
  return { facts: Object.fromEntries(facts), findsFacts };
}

function parseObject(text: string, source: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Said below.
  }
  throw new UserError(privacyWords().factsAreAnObject(source));
}
