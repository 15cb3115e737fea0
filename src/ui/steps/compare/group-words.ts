import type { ColumnKind, TableSchema } from '../../../engine/schema';
import type { GroupLabel } from '../../../evaluation/utility/cut-groups';
import type { ComparisonReport } from '../../../evaluation/report';
import type { SectionDetails } from '../../../evaluation/sections';
import { describeBin } from '../../charts/density';
import { formatValue } from '../../charts/format';
import { chartWords } from '../../charts/words';
import { detailWords } from './detail-words';

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
      return from === to ? from : chartWords().fromTo(from, to);
    }
    case 'missing':
      return detailWords().missing;
  }
}

export function kindOf(schema: TableSchema, column: string): ColumnKind {
  return schema.columns.find(({ name }) => name === column)?.kind ?? 'decimal';
}

/** Rows that have bins of columns in common, in words: `age 30 to 40, sex Female`. */
export function nameSlice(
  columns: ComparisonReport['columns'],
  parts: SectionDetails['detection']['slices'][number]['parts'],
): string {
  return parts
    .map(({ column, bin }) => {
      const bins = columns.find(({ name }) => name === column)?.bins;
      return `${column}: ${bin === null || !bins ? detailWords().missing : describeBin(bins, bin)}`;
    })
    .join(', ');
}
