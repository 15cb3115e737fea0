import type { ColumnKind, ColumnRole } from '../../engine/schema';
import { coarseningWords } from '../../engine/sensitive/coarsen';
import type { Treatment } from '../../engine/sensitive/treatment';

/** What people call a kind. */
export const kindLabels: Record<ColumnKind, string> = {
  category: 'Category',
  integer: 'Whole number',
  decimal: 'Decimal',
  date: 'Date',
  datetime: 'Date and time',
  boolean: 'Yes or no',
  identifier: 'Identifier',
  text: 'Free text',
};

export const roleLabels: Record<ColumnRole, string> = {
  keep: 'Keep',
  drop: 'Leave out',
  target: 'To predict',
  sensitive: 'Sensitive',
  real: 'Keep real values',
};

export const kindsExplained =
  'What the values are. Identifiers and free text are not learnt: they are made anew, so that none of the real ones comes through.';

export const rolesExplained =
  'Keep: learn it and make it anew. Leave out: not in the synthetic table. To predict: what others will want to predict from the rest. Sensitive: what would hurt to have guessed. Keep real values: every real cell goes out as it is, row by row, and the other columns are drawn to go with it.';

/** What becomes of a column's values. */
export function treatmentLabel(treatment: Treatment): string {
  switch (treatment) {
    case 'learn':
      return 'Learn as it is';
    case 'anew':
      return 'Make anew';
    case 'drop':
      return 'Leave out';
    default:
      return `Keep only ${coarseningWords[treatment]}`;
  }
}

export const treatmentsExplained =
  'Make anew: none of the values comes through, made-up ones of the same sort take their place. Keep only: the values are made coarser before anything is learnt, so nothing finer can come out.';
