import type { Dependency } from '../../../encode/dependencies';
import type { Basis } from '../bases';
import { type ColumnPlan, type NetworkPlan, sourceName } from '../plan';
import { sparseInputs, type SparseRows } from '../sparse-rows';
import { roundUp } from './layout';
import { foldOutputs } from './output-fold';

/** A trained matrix as it is now, row-major. */
export interface Matrix {
  readonly values: Float32Array;
  readonly width: number;
}

/** One row for each base code of a column, and one more for each of its copies. */
export interface CodeTable {
  readonly values: Float32Array;
  /** Floats of a row, a multiple of 4. */
  readonly width: number;
}

/** A basis from few outputs to logits, four targets at a time (assembly/shares.ts, spreadOutputs). */
interface Spread {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly factors: Float32Array;
  /** One per target, padded to `targets`. */
  readonly bias: Float32Array;
}

/** One layer's weights to the hidden units that a column finishes. */
interface BlockPiece {
  /** From the units finished with the column, those included; each row `pieceWidth` floats. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What drawing one column, and passing it on, needs of the weights: cut, folded and padded to fours. */
export interface DrawingColumn {
  readonly plan: ColumnPlan;
  /** Hidden units finished before this column, and those that it finishes. */
  readonly before: number;
  readonly count: number;
  /** Number of outputs; of targets, both multiples of 4. What fills up is never drawn. */
  readonly width: number;
  readonly targets: number;
  /** What the outputs begin with, one per output. */
  readonly start: Float32Array;
  /** Units finished before × outputs. */
  readonly output: Float32Array;
  readonly sources: readonly { readonly plan: ColumnPlan; readonly table: CodeTable }[];
  /** From outputs to logits; null: the outputs are the logits. */
  readonly spread: Spread | null;
  /** What the column adds to the hidden units' sums, from `firstUnit` (a multiple of 4) on; null for the last column. */
  readonly input: { readonly firstUnit: number; readonly table: CodeTable } | null;
  readonly blocks: readonly BlockPiece[];
  /** Floats of a row of the units that this column finishes. */
  readonly pieceWidth: number;
  /** `ownGroups` padded to `targets`. */
  readonly dependencies: readonly Dependency[];
}

/** The plan's columns by rank. @param matrixOf the network's parameters by name */
export function cutColumns(
  plan: NetworkPlan,
  degrees: Int32Array,
  matrixOf: (name: string) => Matrix,
): DrawingColumn[] {
  const byRank = [...plan.columns].sort((a, b) => a.rank - b.rank);
  return byRank.map((column) => cutColumn(column, plan, degrees, matrixOf));
}

function cutColumn(
  column: ColumnPlan,
  { columns, options }: NetworkPlan,
  degrees: Int32Array,
  matrixOf: (name: string) => Matrix,
): DrawingColumn {
  const isLast = column.rank === columns.length - 1;
  const before = degrees.filter((degree) => degree < column.rank).length;
  const count = isLast ? 0 : degrees.filter((degree) => degree === column.rank).length;
  const { width: outputs, fold, basis } = foldOutputs(column, before);
  const width = roundUp(outputs);
  const targets = roundUp(column.targets);
  const bias = biasOf(column, targets, matrixOf('outputBias'));
  const weights = matrixOf('output');
  const output = new Float32Array(before * width);
  for (let unit = 0; unit < before; unit++) {
    foldRow(weights.values, unit * weights.width + column.outputStart, fold, output, unit * width);
  }
  const firstUnit = before - (before % 4);
  const hidden = roundUp(options.hidden) - firstUnit;
  return {
    plan: column,
    before,
    count,
    width,
    targets,
    start: basis ? new Float32Array(width) : bias,
    output,
    sources: cutSources(column, width, fold, matrixOf),
    spread: basis ? spreadOf(basis, bias) : null,
    input: isLast
      ? null
      : { firstUnit, table: tableOf(column, hidden, inputRow(matrixOf('input'), column, firstUnit)) },
    blocks: Array.from({ length: count > 0 ? options.blocks : 0 }, (_, layer) => ({
      weights: cutPiece(matrixOf(`block${layer}`), before + count, before, count),
      bias: cutPiece(matrixOf(`block${layer}Bias`), 1, before, count),
    })),
    pieceWidth: roundUp(count),
    dependencies: column.dependencies.map((dependency) => ({
      ...dependency,
      ownGroups: Int32Array.from({ length: targets }, (_, target) => dependency.ownGroups[target] ?? -2),
    })),
  };
}

/** The targets' biases, -Infinity where nothing may be drawn. */
function biasOf({ targetStart, targets, withheld }: ColumnPlan, padded: number, { values }: Matrix) {
  const bias = new Float32Array(padded).fill(Number.NEGATIVE_INFINITY);
  bias.set(values.subarray(targetStart, targetStart + targets));
  for (const target of withheld) bias[target] = Number.NEGATIVE_INFINITY;
  return bias;
}

/** Adds weights to the network's outputs, which begin at `start`, to those of the folded ones. */
function foldRow(
  from: Float32Array,
  start: number,
  { starts, columns, values }: SparseRows,
  to: Float32Array,
  toStart: number,
): void {
  for (let i = 0; i < starts.length - 1; i++) {
    const weight = from[start + i];
    for (let k = starts[i]; k < starts[i + 1]; k++) to[toStart + columns[k]] += weight * values[k];
  }
}

/** For each source a table from its codes to what they add to the outputs. */
function cutSources(
  column: ColumnPlan,
  width: number,
  fold: SparseRows,
  matrixOf: (name: string) => Matrix,
): DrawingColumn['sources'] {
  let next = 0;
  return column.sources.map((source) => {
    const first = next;
    next += source.inputWidth;
    const weights = matrixOf(sourceName(column));
    const rowOf = (input: number) => {
      const row = new Float32Array(width);
      foldRow(weights.values, (first + input) * weights.width, fold, row, 0);
      return row;
    };
    return { plan: source, table: tableOf(source, width, rowOf) };
  });
}

function inputRow({ values, width }: Matrix, { inputStart }: ColumnPlan, firstUnit: number) {
  return (input: number): Float32Array => {
    const start = (inputStart + input) * width;
    return values.subarray(start + firstUnit, start + width);
  };
}

/** What each code of a column stands for, written as the sum over its inputs: no basis is left. */
function tableOf(column: ColumnPlan, width: number, rowOf: (input: number) => Float32Array): CodeTable {
  const { starts, columns, values } = sparseInputs(column);
  const rows = Array.from({ length: column.inputWidth }, (_, input) => rowOf(input));
  const table = new Float32Array(column.targets * width);
  for (let code = 0; code < column.baseCodes; code++) {
    for (let k = starts[code]; k < starts[code + 1]; k++) {
      addScaled(rows[columns[k]], values[k], table.subarray(code * width));
    }
  }
  for (let target = column.baseCodes; target < column.targets; target++) {
    table.set(rows[column.input.width + target - column.baseCodes], target * width);
  }
  return { values: table, width };
}

function addScaled(from: Float32Array, factor: number, to: Float32Array): void {
  for (let i = 0; i < from.length; i++) to[i] += factor * from[i];
}

/** The first rows of a matrix, `count` columns from `start` on, padded. */
function cutPiece({ values, width }: Matrix, rows: number, start: number, count: number): Float32Array {
  const stride = roundUp(count);
  const piece = new Float32Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    piece.set(values.subarray(row * width + start, row * width + start + count), row * stride);
  }
  return piece;
}

function spreadOf({ rows, width, values }: Basis, bias: Float32Array): Spread {
  const starts = [0];
  const places: number[] = [];
  const factors: number[] = [];
  for (let first = 0; first < bias.length; first += 4) {
    for (let place = 0; place < width; place++) {
      const four = [0, 1, 2, 3].map((lane) =>
        first + lane < rows ? values[(first + lane) * width + place] : 0,
      );
      if (four.every((value) => value === 0)) continue;
      places.push(place);
      factors.push(...four);
    }
    starts.push(places.length);
  }
  return {
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    factors: Float32Array.from(factors),
    bias,
  };
}
