import type { Basis } from '../bases';
import { type ColumnPlan, type NetworkPlan } from '../plan';
import { sparseInputs, type SparseRows, toSparseRows } from '../sparse-rows';
import type { WordList } from './word-list';

/** Words of a `Column` in kernels/shared.wgsl. */
const columnWords = 13;

/**
 * Puts the plan's columns at the head of the tables, as `columnAt` of kernels/shared.wgsl reads them, and their lists
 * after them.
 * @param sourceWeights where a column's direct connections start among the weights
 */
export function putColumns(
  tables: WordList,
  { columns }: NetworkPlan,
  sourceWeights: (column: ColumnPlan) => number,
): void {
  const head = tables.reserve(columnWords * columns.length);
  columns.forEach((column, place) => {
    const { inputStart, inputWidth, input, output, baseCodes, outputStart, outputWidth } = column;
    const sources = pairSources(column, columns, sourceWeights(column));
    tables.write(head + columnWords * place, [
      inputStart,
      inputStart + inputWidth,
      inputStart + input.width,
      baseCodes,
      outputStart,
      outputWidth,
      column.targetStart,
      column.targets,
      putEntries(tables, sparseInputs(column)),
      output ? putEntries(tables, toSparseRows(output)) : 0,
      output ? putEntries(tables, toSparseRows(transposed(output))) : 0,
      tables.put(sources),
      sources.length / 2,
    ]);
  });
}

/** For each source its place in the plan and where its inputs' weights to the column's outputs start. */
function pairSources(column: ColumnPlan, columns: readonly ColumnPlan[], start: number): number[] {
  let weights = start;
  return column.sources.flatMap(({ index, inputWidth, inputStart }) => {
    const place = columns.findIndex((other) => other.index === index);
    const pair = [place, weights];
    if (columns[place].inputStart !== inputStart) throw new Error('A source is not a column of the plan.');
    weights += inputWidth * column.outputWidth;
    return pair;
  });
}

/** Where each row's entries start in the tables, one start more than rows; then the entries, a number and a value each. */
function putEntries(tables: WordList, { starts, columns, values }: SparseRows): number {
  const list = tables.reserve(starts.length);
  const pairs = new Uint32Array(2 * columns.length);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  columns.forEach((column, i) => {
    pairs[2 * i] = column;
    pairs[2 * i + 1] = bits[i];
  });
  const first = tables.put(pairs);
  tables.write(
    list,
    starts.map((start) => first + 2 * start),
  );
  return list;
}

function transposed({ rows, width, values }: Basis): Basis {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) turned[column * rows + row] = values[row * width + column];
  }
  return { rows: width, width: rows, values: turned };
}
