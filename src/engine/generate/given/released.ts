import { UserError } from '../../errors';
import type { TypedTable } from '../../typed-table';
import { generateWords } from '../words';
import { type AllowedValues, resolveConditions } from './allowed-values';
import { type Condition, conditionText } from './condition';

/**
 * Checks conditions against the table that is to be learnt, so that their faults are told before the training.
 * @param minimumRows categories held by fewer are not released
 * @throws UserError naming the condition that cannot be met
 */
export function checkConditions(
  conditions: readonly Condition[],
  table: TypedTable,
  minimumRows: number,
): void {
  for (const [index, asked] of resolveConditions(conditions, table.columns)) {
    const column = table.columns[index];
    if (column.type !== 'categorical') continue;
    const counts = new Uint32Array(column.dictionary.length);
    for (const code of column.codes) if (code >= 0) counts[code]++;
    const released = column.dictionary.filter((_, entry) => counts[entry] >= Math.max(1, minimumRows));
    checkReleased(released, asked.allowed, asked.conditions);
  }
}

/** Throws UserError where a category is asked for by name that is held by too few rows to be released. */
export function checkReleased(
  released: readonly string[],
  { labels }: AllowedValues,
  conditions: readonly Condition[],
): void {
  const named = conditions.find(({ test }) => test === 'is');
  const known = new Set(released);
  if (!named || !labels || [...labels].every((label) => known.has(label))) return;
  throw new UserError(generateWords().tooFewForRelease(conditionText(named)));
}
