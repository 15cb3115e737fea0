import { UserError } from '../errors';
import { createValueReader } from '../interpret';
import type { TypedColumn, TypedTable } from '../typed-table';
import { selectRows } from '../typed-table';

/** A wish about one column of the rows to be drawn. */
export type Condition =
  | { readonly column: number; readonly type: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly column: number; readonly type: 'at-least' | 'at-most'; readonly value: number };

/** Rows drawn for each row that fitted, before a condition is called too rare. */
const mostDrawnPerRow = 2000;
const fewestDrawn = 400_000;

/**
 * Reads conditions of the forms `column=value`, `column=a|b`, `column>=number`, `column<=number`.
 * @throws UserError naming the condition that cannot be met
 */
export function parseConditions(texts: readonly string[], table: TypedTable): Condition[] {
  return texts.map((text) => parseCondition(text, table));
}

function parseCondition(text: string, table: TypedTable): Condition {
  // The longest column name that fits wins: names may hold signs themselves.
  const column = table.columns
    .map(({ schema }, index) => ({ name: schema.name, index }))
    .filter(({ name }) => text.startsWith(name) && /^\s*(>=|<=|=)/.test(text.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!column)
    throw new UserError(
      `"${text}" names no kept column: write column=value, column>=number or column<=number.`,
    );
  const [, sign, rest] = /^\s*(>=|<=|=)([\s\S]*)$/.exec(
    text.slice(column.name.length),
  ) as unknown as string[];
  const own = table.columns[column.index];
  if (sign === '=') {
    const values = rest.split('|').map((value) => parseValue(value, own, text));
    return { column: column.index, type: 'one-of', values };
  }
  const bound = parseValue(rest, own, text);
  if (typeof bound === 'string')
    throw new UserError(`"${text}": ${column.name} has no order; write ${column.name}=value.`);
  return { column: column.index, type: sign === '>=' ? 'at-least' : 'at-most', value: bound };
}

function parseValue(text: string, column: TypedColumn, condition: string): string | number {
  if (column.type === 'categorical') {
    if (column.schema.kind === 'identifier' || column.schema.kind === 'text') {
      throw new UserError(
        `"${condition}": values of ${column.schema.name} are made anew and cannot be asked for.`,
      );
    }
    if (!column.dictionary.includes(text)) {
      throw new UserError(
        `"${condition}": ${column.schema.name} has no such category; see the profile command.`,
      );
    }
    return text;
  }
  const value = createValueReader(column.schema)(text.trim());
  if (text.trim() === '' || Number.isNaN(value)) {
    throw new UserError(
      `"${condition}": what follows the sign does not fit the column's kind (${column.schema.kind}).`,
    );
  }
  return value;
}

/**
 * Keeps the rows that meet every condition until there are enough: exact draws from the conditional distribution
 * (rejection sampling), at the cost of the rows thrown away.
 * @throws UserError when the conditions are met too rarely
 */
export async function* keepMatching(
  chunks: AsyncIterable<TypedTable>,
  conditions: readonly Condition[],
  rows: number,
): AsyncGenerator<TypedTable> {
  let kept = 0;
  let drawn = 0;
  for await (const chunk of chunks) {
    drawn += chunk.rowCount;
    const matching: number[] = [];
    for (let row = 0; row < chunk.rowCount && kept + matching.length < rows; row++) {
      if (conditions.every((condition) => meets(chunk.columns[condition.column], row, condition)))
        matching.push(row);
    }
    kept += matching.length;
    if (matching.length > 0) yield selectRows(chunk, matching);
    if (kept >= rows) return;
    if (drawn > Math.max(fewestDrawn, mostDrawnPerRow * Math.max(1, kept))) {
      throw new UserError(
        `Only ${kept} of ${drawn} drawn rows meet the conditions: ask for something less rare, or for fewer rows.`,
      );
    }
  }
}

function meets(column: TypedColumn, row: number, condition: Condition): boolean {
  const value =
    column.type === 'numeric'
      ? column.values[row]
      : (column.dictionary[column.codes[row]] as string | undefined);
  if (condition.type === 'one-of') return value !== undefined && condition.values.includes(value);
  if (typeof value !== 'number') return false;
  return condition.type === 'at-least' ? value >= condition.value : value <= condition.value;
}
