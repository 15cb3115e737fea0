import type { AskableColumn, Condition } from '../../../workers/api';

export type DraftTest =
  'one-of' | 'none-of' | 'at-least' | 'at-most' | 'between' | 'exactly' | 'missing' | 'filled';

/** A condition as a person puts it together; its values may still be wanting. */
export interface ConditionDraft {
  readonly id: number;
  readonly column: string;
  readonly test: DraftTest;
  /** Chosen categories; or the bounds as they were typed. */
  readonly values: readonly string[];
}

/** What can be asked of a column, the first being the most usual. */
export function testsFor(column: AskableColumn): DraftTest[] {
  const isMade = column.kind === 'identifier' || column.kind === 'text';
  const ofValues: DraftTest[] = isMade
    ? []
    : column.labels.length > 0
      ? ['one-of', 'none-of']
      : ['at-least', 'at-most', 'between', 'exactly'];
  return column.hasMissing ? [...ofValues, 'filled', 'missing'] : ofValues;
}

/** A condition on the column to begin with. */
export function startDraft(id: number, column: AskableColumn): ConditionDraft {
  return { id, column: column.name, test: testsFor(column)[0], values: [] };
}

/** How many values the test takes: typed ones; null where they are chosen from a list. */
export function typedValues(test: DraftTest): number | null {
  if (test === 'one-of' || test === 'none-of') return null;
  if (test === 'missing' || test === 'filled') return 0;
  return test === 'between' ? 2 : 1;
}

/** False while a value is wanting. */
export function isComplete({ test, values }: ConditionDraft): boolean {
  const wanted = typedValues(test);
  if (wanted === null) return values.length > 0;
  return Array.from({ length: wanted }, (_, i) => values[i] ?? '').every((value) => value.trim() !== '');
}

/** What a complete draft asks for; a range asks twice. */
export function conditionsOf({ column, test, values }: ConditionDraft): Condition[] {
  const [first = '', second = ''] = values.map((value) => value.trim());
  switch (test) {
    case 'one-of':
      return [{ column, test: 'is', values }];
    case 'none-of':
      return [{ column, test: 'is-not', values }];
    case 'exactly':
      return [{ column, test: 'is', values: [first] }];
    case 'between':
      return [
        { column, test: 'at-least', values: [first] },
        { column, test: 'at-most', values: [second] },
      ];
    case 'at-least':
    case 'at-most':
      return [{ column, test, values: [first] }];
    case 'missing':
    case 'filled':
      return [{ column, test, values: [] }];
  }
}
