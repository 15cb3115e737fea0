import type { ColumnKind, TableSchema } from '../../../engine/schema';
import type { GroupLabel } from '../../../evaluation/utility/cut-groups';
import { formatValue } from '../../charts/format';

/** A group of rows in words: its column and what its rows have in common there. */
export function nameGroup(schema: TableSchema, column: string, label: GroupLabel): string {
  return `${column}: ${nameLabel(label, kindOf(schema, column))}`;
}

export function nameLabel(label: GroupLabel, kind: ColumnKind): string {
  switch (label.type) {
    case 'category':
      return label.text;
    case 'range': {
      const [from, to] = [formatValue(label.from, kind), formatValue(label.to, kind)];
      return from === to ? from : `${from} to ${to}`;
    }
    case 'missing':
      return 'missing';
  }
}

export function kindOf(schema: TableSchema, column: string): ColumnKind {
  return schema.columns.find(({ name }) => name === column)?.kind ?? 'decimal';
}
