import { CategoricalCodec } from '../encode/categorical';
import { columnsNeeded, type EncodedColumn, type EncodedTable } from '../encode/encode-table';
import { type NumericCodes, NumericCodec } from '../encode/numeric';
import { PresenceCodec } from '../encode/presence';
import { UserError } from '../errors';
import type { TableModel } from '../models/table-model';
import { isNumericKind } from '../schema';
import { damaged } from './readers';
import { restoreDrawing } from './restore-drawing';
import type { SavedCodes, SavedColumn, SavedModel } from './saved-model';

/**
 * A model that draws the rows that the saved one would have drawn. One that holds networks needs a backend to be prepared, whichever:
 * rows are drawn by the kernels. To be disposed of.
 * @throws UserError where the parts do not fit together
 */
export function restoreModel(saved: SavedModel): TableModel {
  try {
    return restore(saved);
  } catch (error) {
    // Whatever a part that nobody foresaw leads to.
    throw error instanceof UserError ? error : damaged('parts');
  }
}

function restore(saved: SavedModel): TableModel {
  const { kind, columns, order, makers, ranges, learntRows } = saved;
  const encoded: EncodedTable = { rowCount: learntRows, columns: columns.map(restoreColumn), order };
  checkOrder(encoded);
  encoded.columns.forEach(({ codec, column }, index) => {
    if (makers.get(index)?.kind !== (codec instanceof PresenceCodec ? column.schema.kind : undefined))
      throw damaged(`makers ${index}`);
  });
  if (makers.size > columns.length || ranges.length !== columns.length) throw damaged('makers');
  return { ...restoreDrawing(saved.drawing, encoded), kind, makers, ranges };
}

/** Every column once, each after those that it is decoded by, and those number columns. */
function checkOrder({ columns, order }: EncodedTable): void {
  const place = new Map(order.map((index, i) => [index, i]));
  if (place.size !== columns.length || order.length !== columns.length) throw damaged('order');
  for (const [index, column] of columns.entries()) {
    const own = place.get(index);
    if (own === undefined) throw damaged('order');
    for (const needed of columnsNeeded(column)) {
      const before = place.get(needed);
      const isKnown = before !== undefined && before < own;
      if (!isKnown || !(columns[needed].codec instanceof NumericCodec)) throw damaged(`order ${index}`);
    }
  }
}

function restoreColumn(saved: SavedColumn, index: number): EncodedColumn {
  const { schema, codes, counts, relativeTo, copySources, sum } = saved;
  const codec = restoreCodec(codes, index);
  const isNumeric = codec instanceof NumericCodec;
  const where = `columns ${index}`;
  if (isNumeric !== isNumericKind(schema.kind) || counts.length !== codec.size || codec.size === 0)
    throw damaged(where);
  if (!isNumeric && (relativeTo !== null || copySources.length > 0 || sum)) throw damaged(where);
  const none = new Int32Array(0);
  const rest = sum && restoreNumbers(sum.rest, where);
  if (sum?.terms.length === 0) throw damaged(where);
  return {
    column: isNumeric
      ? { type: 'numeric', schema, values: new Float64Array(0) }
      : {
          type: 'categorical',
          schema,
          codes: none,
          dictionary: codes.type === 'categories' ? codes.labels : [],
        },
    codec,
    base: none,
    counts,
    target: none,
    references: copySources.length + (rest?.ordered ?? 0),
    relativeTo,
    copySources,
    sum: sum && rest ? { terms: sum.terms, rest } : null,
  };
}

function restoreCodec(codes: SavedCodes, index: number): EncodedColumn['codec'] {
  if (codes.type === 'numbers') return restoreNumbers(codes, `columns ${index}`);
  if (codes.type === 'categories')
    return new CategoricalCodec({ ...codes, codeOfEntry: Int32Array.from(codes.labels, (_, code) => code) });
  const { hasFilled, hasMissing } = codes;
  return new PresenceCodec(Int32Array.from([...(hasFilled ? [0] : []), ...(hasMissing ? [-1] : [])]));
}

function restoreNumbers(codes: NumericCodes, where: string): NumericCodec {
  const areWhole = codes.codes.every((code) => {
    if ('value' in code) return true;
    const { quantile } = code;
    if ('points' in quantile) return quantile.points.length >= 2;
    const { lows, highs, upTo } = quantile;
    return lows.length > 0 && highs.length === lows.length && upTo.length === lows.length;
  });
  if (!areWhole) throw damaged(where);
  return new NumericCodec(codes);
}
