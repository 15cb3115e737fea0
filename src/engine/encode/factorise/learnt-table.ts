import { CategoricalCodec } from '../categorical';
import type { CodeColumn, CodeTable } from '../code-table';
import type { Decision } from '../dependencies';
import { columnsNeeded, type EncodedTable } from '../encode-table';
import { predictionOrder } from '../prediction-order';
import { placeCodes } from './correspondence';
import { createFactor, type Factor, splitColumn } from './factor';
import { chooseSizes, mostWholeCategories } from './group-sizes';
import { findInformativeColumns } from './informative-columns';
import { partitionCodes } from './partition';

/** A table column learnt as two columns of codes. */
export interface FactoredColumn extends Factor {
  /** The table column's index, which is also that of its groups among the learnt columns. */
  readonly index: number;
  /** Index of its members among the learnt columns. */
  readonly memberIndex: number;
}

/**
 * The columns of codes that a network learns: those of the table, in its order, with the groups in place of a column of
 * very many categories; then the members of each such column.
 */
export interface LearntTable extends CodeTable {
  readonly factored: readonly FactoredColumn[];
}

/** The categories of a column that is learnt in two parts: those of each group in the order of the members. */
export interface ColumnParts {
  readonly column: number;
  readonly groups: readonly Int32Array[];
}

/** Parts the columns of very many categories in two; linear in rows and, but for sorting, in categories. */
export function partColumns(encoded: EncodedTable): ColumnParts[] {
  return encoded.columns.flatMap(({ codec }, column) => {
    if (!(codec instanceof CategoricalCodec) || codec.labels.length <= mostWholeCategories) return [];
    return [{ column, groups: findGroups(encoded, column, codec.labels.length) }];
  });
}

/** What is found out about a table before it is learnt, and told to whoever draws from what was. */
export interface Findings {
  /** None when not said. */
  readonly decisions?: readonly Decision[];
  /** When not said they are found here. */
  readonly parts?: readonly ColumnParts[];
  /** Columns that are predicted last; none when not said. */
  readonly loose?: readonly number[] | undefined;
}

/** The columns as they are learnt. What a column of two parts decides is predicted after it, when it is known. */
export function factoriseTable(
  encoded: EncodedTable,
  { decisions = [], parts = partColumns(encoded), loose = [] }: Findings,
): LearntTable {
  const columns: CodeColumn[] = [...encoded.columns];
  const after = encoded.columns.map(columnsNeeded);
  const factored: FactoredColumn[] = [];
  parts.forEach(({ column: index, groups: inParts }) => {
    const factor = createFactor(encoded.columns[index].codec, inParts);
    const [groups, members] = splitColumn(encoded.columns[index], factor);
    factored.push({ ...factor, index, memberIndex: columns.length });
    columns[index] = groups;
    columns.push(members);
    after.push([index]);
  });
  for (const { index, memberIndex } of factored) {
    for (const { decider, decided } of decisions) {
      if (decider === index && isInOrder(columns, index, decided)) after[decided].push(memberIndex);
    }
  }
  const order = predictionOrder(
    columns.map(({ codec, isKept }, index) => ({
      size: codec.size,
      after: after[index],
      isKept,
      isLoose: loose.includes(index),
    })),
  );
  return { rowCount: encoded.rowCount, columns, order, factored };
}

/** No kept column waits for one that is drawn. */
function isInOrder(columns: readonly CodeColumn[], earlier: number, later: number): boolean {
  return columns[earlier].isKept === true || columns[later].isKept !== true;
}

/** The table's columns in the order in which they are complete: a factored one with its members. */
export function completionOrder({ order, factored }: LearntTable): number[] {
  const completes = new Map(factored.map(({ index, memberIndex }) => [memberIndex, index]));
  const waits = new Set(completes.values());
  return order.filter((index) => !waits.has(index)).map((index) => completes.get(index) ?? index);
}

/** True where the learnt column is a part of one of the table's. */
export function isPart({ factored }: LearntTable, index: number): boolean {
  return factored.some((column) => column.index === index || column.memberIndex === index);
}

/** @param released the codes 0 … released−1 are categories */
function findGroups(encoded: EncodedTable, index: number, released: number): Int32Array[] {
  const { dimensions, coordinates, weights } = placeCodes(findInformativeColumns(encoded, index));
  const points = {
    dimensions,
    coordinates: coordinates.subarray(0, released * dimensions),
    weights: weights.subarray(0, released),
  };
  return partitionCodes(points, chooseSizes(released));
}
