import type { ColumnKind, ColumnRole } from '../../engine/schema';

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
};

export const kindsExplained =
  'What the values are. Identifiers and free text are not learnt: they are made anew, so that none of the real ones comes through.';

export const rolesExplained =
  'Keep: learn it and make it anew. Leave out: not in the synthetic table. To predict: what others will want to predict from the rest. Sensitive: what would hurt to have guessed.';
