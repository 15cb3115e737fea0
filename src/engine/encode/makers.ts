import type { TypedTable } from '../typed-table';
import { type IdentifierModel, learnIdentifier } from './identifier';
import { learnText, type TextModel } from './text';

/** What makes the values of an identifier or free-text column. */
export type MakerModel =
  | { readonly kind: 'identifier'; readonly model: IdentifierModel }
  | { readonly kind: 'text'; readonly model: TextModel };

/** The makers of a table's columns, by column index; columns that are learnt as codes have none. */
export type Makers = ReadonlyMap<number, MakerModel>;

/**
 * Learns the shapes of the columns whose values are made anew.
 * @param table all rows, the holdout too: no made value may equal a real one
 */
export function learnMakers(table: TypedTable): Makers {
  const makers = new Map<number, MakerModel>();
  table.columns.forEach((column, index) => {
    if (column.type !== 'categorical') return;
    if (column.schema.kind === 'identifier')
      makers.set(index, { kind: 'identifier', model: learnIdentifier(column) });
    if (column.schema.kind === 'text') makers.set(index, { kind: 'text', model: learnText(column) });
  });
  return makers;
}
