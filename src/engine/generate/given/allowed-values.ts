import { UserError } from '../../errors';
import { createValueReader } from '../../interpret';
import { kindWords } from '../../kind-words';
import { isNumericKind } from '../../schema';
import type { CategoricalColumn, TypedColumn } from '../../typed-table';
import { generateWords } from '../words';
import { type Condition, conditionText, type ConditionTest } from './condition';
import { everyNumber, except, intersect, type Interval, nextAbove, nextBelow } from './intervals';

/** The values that conditions leave a column. */
export interface AllowedValues {
  /** Of a number column: rising and disjoint; of another: none. */
  readonly intervals: readonly Interval[];
  /** Of a category column: its texts; null where any text will do (numbers; identifiers and free text, made anew). */
  readonly labels: ReadonlySet<string> | null;
  readonly filled: boolean;
  readonly missing: boolean;
}

/** What is asked of one column. */
export interface AskedColumn {
  readonly allowed: AllowedValues;
  readonly conditions: readonly Condition[];
}

/**
 * What the conditions leave of each column they name, by the column's index.
 * @param columns of the table learnt, or to be learnt
 * @throws UserError naming the condition that cannot be read, or those that contradict each other
 */
export function resolveConditions(
  conditions: readonly Condition[],
  columns: readonly TypedColumn[],
): ReadonlyMap<number, AskedColumn> {
  const asked = new Map<number, AskedColumn>();
  for (const condition of conditions) {
    const index = columns.findIndex(({ schema }) => schema.name === condition.column);
    if (index < 0) throw new UserError(generateWords().noKeptColumn(conditionText(condition)));
    const allowed = resolve(condition, columns[index]);
    const before = asked.get(index);
    asked.set(index, {
      allowed: before ? both(before.allowed, allowed) : allowed,
      conditions: [...(before?.conditions ?? []), condition],
    });
  }
  for (const { allowed, conditions: own } of asked.values()) checkPossible(allowed, own);
  return asked;
}

function checkPossible(allowed: AllowedValues, conditions: readonly Condition[]): void {
  const isOpen = allowed.labels ? allowed.labels.size > 0 : allowed.filled;
  if (isOpen || allowed.missing) return;
  throw new UserError(generateWords().noValueLeft(conditions.map(conditionText), conditions[0].column));
}

function both(a: AllowedValues, b: AllowedValues): AllowedValues {
  const intervals = intersect(a.intervals, b.intervals);
  const labels = a.labels && b.labels && new Set([...a.labels].filter((label) => b.labels?.has(label)));
  const isNumber = a.intervals.length > 0 || b.intervals.length > 0;
  const filled = a.filled && b.filled && (!isNumber || intervals.length > 0);
  return { intervals, labels, filled, missing: a.missing && b.missing };
}

const isMadeAnew = ({ schema }: TypedColumn) => schema.kind === 'identifier' || schema.kind === 'text';

function resolve(condition: Condition, column: TypedColumn): AllowedValues {
  const { test } = condition;
  const isNumber = column.type === 'numeric';
  const all = {
    intervals: isNumber ? everyNumber : [],
    labels: isNumber || isMadeAnew(column) ? null : new Set(column.dictionary),
  };
  const none = { intervals: [], labels: all.labels && new Set<string>() };
  if (test === 'missing') return { ...none, filled: false, missing: true };
  if (test === 'filled') return { ...all, filled: true, missing: false };
  if (isMadeAnew(column)) {
    throw new UserError(generateWords().madeAnew(conditionText(condition), condition.column));
  }
  const namesValues = test === 'is' || test === 'is-not';
  const isToken = (value: string) => namesValues && column.schema.missingTokens.includes(value);
  const missing = test === 'is' && condition.values.some(isToken);
  const values = condition.values.filter((value) => !isToken(value));
  if (values.length === 0 && missing) return { ...none, filled: false, missing };
  if (column.type === 'categorical') {
    return { intervals: [], labels: labelsFor(condition, values, column), filled: true, missing };
  }
  const numbers = values.map((value) => readNumber(value, column, condition));
  return { intervals: intervalsFor(test, numbers), labels: null, filled: true, missing };
}

function labelsFor(
  condition: Condition,
  values: readonly string[],
  column: CategoricalColumn,
): ReadonlySet<string> {
  const { test } = condition;
  if (test !== 'is' && test !== 'is-not') {
    throw new UserError(
      generateWords().noOrder(conditionText(condition), condition.column, kindWords()[column.schema.kind]),
    );
  }
  const named = new Set(values.map((value) => findLabel(value, column, condition)));
  return test === 'is' ? named : new Set(column.dictionary.filter((label) => !named.has(label)));
}

function findLabel(value: string, column: CategoricalColumn, condition: Condition): string {
  const label = [value, value.trim()].find((text) => column.dictionary.includes(text));
  if (label !== undefined) return label;
  throw new UserError(generateWords().noCategory(conditionText(condition), condition.column));
}

function readNumber(text: string, { schema }: TypedColumn, condition: Condition): number {
  const value = createValueReader(schema)(text.trim());
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  const form = isNumericKind(schema.kind) ? schema.dateFormat : null;
  throw new UserError(generateWords().noFit(conditionText(condition), kindWords()[schema.kind], form));
}

function intervalsFor(test: ConditionTest, numbers: readonly number[]): readonly Interval[] {
  const [first] = numbers;
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (test === 'is')
    return [...new Set(numbers)].sort((a, b) => a - b).map((value) => ({ low: value, high: value }));
  if (test === 'is-not') return except(numbers);
  if (test === 'at-least') return [{ low: first, high }];
  if (test === 'above') return [{ low: nextAbove(first), high }];
  return [{ low, high: test === 'below' ? nextBelow(first) : first }];
}
