import type { ColumnSchema } from '../../schema';
import { blurTexts } from '../blurred-texts';
import type { IdentifierModel } from '../identifier';
import type { Makers } from '../makers';
import { learnTexts } from '../text';
import { weighCounts } from '../weighted-list';

const rowNumbers: IdentifierModel = {
  shape: { type: 'sequence', prefix: '', suffix: '', width: 0, start: 1, isRowNumber: true },
  rowsPerKey: weighCounts(new Map([[1, 1]])),
  isGrouped: false,
  real: blurTexts([]),
};

/** Makers that have seen no cell: identifiers count on from 1, and texts are of invented words. */
export function unlearntMakers(columns: readonly { readonly schema: ColumnSchema }[]): Makers {
  const makers: [number, Makers extends ReadonlyMap<number, infer Maker> ? Maker : never][] = [];
  columns.forEach(({ schema: { kind } }, index) => {
    if (kind === 'identifier') makers.push([index, { kind, model: rowNumbers }]);
    if (kind === 'text') makers.push([index, { kind, model: learnTexts(new Map()) }]);
  });
  return new Map(makers);
}
