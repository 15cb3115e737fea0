import { UserError } from '../../errors';
import type { TypedColumn } from '../../typed-table';
import { generateWords } from '../words';

export type ConditionTest =
  'is' | 'is-not' | 'at-least' | 'at-most' | 'above' | 'below' | 'missing' | 'filled';

/** A wish about one column of the rows to be drawn. Every test but `missing` is met by filled cells alone. */
export interface Condition {
  readonly column: string;
  readonly test: ConditionTest;
  /** As they stand in the file: one or more for `is` and `is-not`, one for a comparison, else none. */
  readonly values: readonly string[];
}

const signs: ReadonlyMap<ConditionTest, string> = new Map([
  ['at-least', '>='],
  ['at-most', '<='],
  ['is-not', '!='],
  ['is', '='],
  ['above', '>'],
  ['below', '<'],
]);

/**
 * Reads a condition as it is written on the command line.
 * @throws UserError where it names no column or has no sign that is known
 */
export function parseCondition(text: string, columns: readonly TypedColumn[]): Condition {
  // The longest column name that fits wins: names may hold signs themselves.
  const found = columns
    .filter(({ schema }) => text.startsWith(schema.name))
    .sort((a, b) => b.schema.name.length - a.schema.name.length)
    .map((column) => ({ column, test: readTest(text.slice(column.schema.name.length)) }))
    .find(({ test }) => test !== null);
  if (!found?.test) throw new UserError(generateWords().noCondition(text));
  const { name } = found.column.schema;
  const { test, rest } = found.test;
  return { column: name, test, values: readValues(rest, test, found.column) };
}

function readTest(text: string): { readonly test: ConditionTest; readonly rest: string } | null {
  const words = /^\s+is( not)? missing\s*$/.exec(text);
  if (words) return { test: words[1] ? 'filled' : 'missing', rest: '' };
  const start = text.trimStart();
  for (const [test, sign] of signs)
    if (start.startsWith(sign)) return { test, rest: start.slice(sign.length) };
  return null;
}

function readValues(rest: string, test: ConditionTest, column: TypedColumn): string[] {
  if (test === 'missing' || test === 'filled') return [];
  if (test !== 'is' && test !== 'is-not') return [rest];
  // A category may hold the mark that separates values.
  if (column.type === 'categorical' && column.dictionary.includes(rest)) return [rest];
  return rest.split('|');
}

/** The condition as it is written on the command line. */
export function conditionText({ column, test, values }: Condition): string {
  if (test === 'missing') return `${column} is missing`;
  if (test === 'filled') return `${column} is not missing`;
  return `${column}${signs.get(test)}${values.join('|')}`;
}
