import { CategoricalCodec } from '../encode/categorical';
import type { EncodedTable } from '../encode/encode-table';
import type { LearntTable } from '../encode/factorise/learnt-table';
import type { Blueprint, SavedCopula, SavedMarginals } from '../models/saved-drawing';
import { damaged } from './readers';

/** Throws UserError unless the facts speak of the table's columns and their codes, and of earlier columns alone. */
export function checkBlueprint(
  { decisions, parts, related, frequent }: Blueprint,
  table: EncodedTable,
): void {
  const { columns } = table;
  for (const { decider, decided, partner } of decisions) {
    const most = columns[decided]?.codec.size ?? 0;
    const fits = partner.length === columns[decider]?.codec.size && partner.every((code) => code < most);
    if (!fits || decider === decided) throw damaged('decisions');
  }
  const parted = new Set<number>();
  for (const { column, groups } of parts) {
    const codec = columns[column]?.codec;
    const codes = groups.flatMap((group) => [...group]);
    const isPartition =
      codec instanceof CategoricalCodec &&
      codes.length === codec.labels.length &&
      new Set(codes).size === codes.length &&
      codes.every((code) => code < codes.length);
    if (!isPartition || parted.has(column)) throw damaged('parts');
    parted.add(column);
  }
  const learnt = columns.length + parts.length;
  if (related.length !== learnt || frequent.length !== learnt) throw damaged('blueprint');
}

/** Throws UserError unless learnt columns look at earlier ones, and single out codes of their own line. */
export function checkLearnt({ related, frequent }: Blueprint, { columns, order }: LearntTable): void {
  const place = new Map(order.map((index, i) => [index, i]));
  order.forEach((index, own) => {
    const areEarlier = related[index].every((source) => (place.get(source) ?? own) < own);
    const areOnLine = frequent[index].every((code) => code < columns[index].codec.ordered);
    if (!areEarlier || !areOnLine || new Set(related[index]).size !== related[index].length)
      throw damaged(`blueprint ${index}`);
  });
}

/** Throws UserError unless every column but those of one code is drawn once. */
export function checkPrivateOrder(order: readonly number[], { columns }: EncodedTable): void {
  const isDrawn = new Set(order);
  const fits = columns.every(
    ({ codec, references }, index) => isDrawn.has(index) === codec.size > 1 && references === 0,
  );
  if (!fits || isDrawn.size !== order.length || order.some((index) => index >= columns.length))
    throw damaged('order');
}

/** Throws UserError unless each of the column's codes has one of so many cells. */
export function checkColumnCodes(
  index: number,
  cellOf: Int32Array,
  cells: number,
  { columns }: EncodedTable,
): void {
  if (cellOf.length !== columns[index]?.codec.size || cellOf.some((cell) => cell >= cells))
    throw damaged(`cells ${index}`);
}

/** Throws UserError unless each column hangs on columns before it alone, and its table has a cell for each combination. */
export function checkMarginals({ columns }: SavedMarginals, encoded: EncodedTable): void {
  columns.forEach(({ index, given, cells, table, cellOf, shareOfCell }, own) => {
    checkColumnCodes(index, cellOf, cells, encoded);
    const combinations = given.reduce((product, { cells: count }) => product * count, 1);
    const areBefore = given.every(({ place, cells: count }) => place < own && columns[place].cells === count);
    const hasRoom = table.length === combinations * cells && table.some((count) => count > 0);
    if (!areBefore || !hasRoom || shareOfCell.length !== cellOf.length) throw damaged(`marginals ${index}`);
  });
}

/** Throws UserError unless the steps are those of the columns' codes, and the factor has a row for each column. */
export function checkCopula({ columns, factor }: SavedCopula, encoded: EncodedTable): void {
  const fits = columns.every(({ index, bounds }) => {
    const isRising = bounds.every((bound, code) => code === 0 || bound >= bounds[code - 1]);
    return bounds.length === encoded.columns[index]?.codec.size && isRising;
  });
  if (!fits || factor.length !== columns.length ** 2) throw damaged('copula');
}
