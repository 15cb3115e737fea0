import { type NetworkPlan, sourceName } from '../plan';
import type { WeightPlaces } from './weight-places';
import type { WordList } from './word-list';
import type { WorkPlaces } from './work-places';

/** Side of the tiles that products are made in (kernels/product.wgsl). */
export const tileSide = 32;
const noLayer = 0xffffffff;

/** A trained matrix as kernels/update.wgsl sees it. */
interface Matrix {
  readonly weights: number;
  readonly columns: number;
  /** Without the bias. */
  readonly rows: number;
  readonly hasBias: boolean;
  readonly inputs: number;
  readonly inputStride: number;
  readonly slopes: number;
  readonly slopeStride: number;
  readonly layer: number;
  /** An entry is trained where its row's rank is not above its column's; null: all are. */
  readonly ranks: { readonly rows: ArrayLike<number>; readonly columns: ArrayLike<number> } | null;
}

interface Ranks {
  readonly inputs: Int32Array;
  readonly outputs: Int32Array;
}

/** Where kernels/update.wgsl finds its lists. */
export interface UpdateTables {
  readonly matrices: number;
  readonly tileList: number;
  readonly tiles: number;
}

/** Puts all trained matrices, and the tiles of them that the masks leave anything of, into the tables. */
export function putMatrices(
  tables: WordList,
  plan: NetworkPlan,
  degrees: Int32Array,
  weights: WeightPlaces,
  work: WorkPlaces,
): UpdateTables {
  const matrices = listMatrices(plan, degrees, weights, work);
  const records = matrices.map((matrix) => {
    const { ranks } = matrix;
    return [
      matrix.weights,
      matrix.columns,
      matrix.rows,
      matrix.rows + Number(matrix.hasBias),
      matrix.inputs,
      matrix.inputStride,
      matrix.slopes,
      matrix.slopeStride,
      matrix.layer,
      ranks ? tables.put(ranks.rows) : 0,
      ranks ? tables.put(ranks.columns) : 0,
    ];
  });
  const list = tables.put(records.flat());
  const tiles = matrices.flatMap((matrix, number) => tilesOf(matrix).flatMap((place) => [number, ...place]));
  return { matrices: list, tileList: tables.put(tiles), tiles: tiles.length / 3 };
}

function listMatrices(
  plan: NetworkPlan,
  degrees: Int32Array,
  weights: WeightPlaces,
  work: WorkPlaces,
): Matrix[] {
  const { inputWidth, outputWidth, targetWidth, options } = plan;
  const { hidden, blocks } = options;
  const ranks = listRanks(plan);
  const fromInputs = { inputs: work.inputs, inputStride: inputWidth, layer: noLayer };
  const fromState = (layer: number) => ({ inputs: work.states[layer], inputStride: hidden, layer });
  const toHidden = { columns: hidden, slopeStride: hidden, hasBias: true };
  const toOutputs = { slopeStride: outputWidth, hasBias: false };
  return [
    {
      ...fromInputs,
      ...toHidden,
      weights: weights.of('input'),
      rows: inputWidth,
      slopes: work.stateSlopes,
      ranks: { rows: ranks.inputs, columns: degrees },
    },
    ...work.blocks.map((slopes, layer) => ({
      ...fromState(layer),
      ...toHidden,
      weights: weights.of(`block${layer}`),
      rows: hidden,
      slopes,
      ranks: { rows: degrees, columns: degrees },
    })),
    {
      ...fromState(blocks),
      ...toOutputs,
      weights: weights.of('output'),
      rows: hidden,
      columns: outputWidth,
      slopes: work.outputs,
      // A unit serves the columns of rank above its degree.
      ranks: { rows: degrees.map((degree) => degree + 1), columns: ranks.outputs },
    },
    {
      ...fromInputs,
      weights: weights.of('outputBias'),
      rows: 0,
      columns: targetWidth,
      hasBias: true,
      slopes: work.logits,
      slopeStride: targetWidth,
      ranks: null,
    },
    ...plan.columns.flatMap((column) => {
      if (column.sources.length === 0) return [];
      let start = weights.of(sourceName(column));
      return column.sources.map((source) => {
        const matrix = {
          ...fromInputs,
          ...toOutputs,
          inputs: work.inputs + source.inputStart,
          weights: start,
          rows: source.inputWidth,
          columns: column.outputWidth,
          slopes: work.outputs + column.outputStart,
          ranks: null,
        };
        start += source.inputWidth * column.outputWidth;
        return matrix;
      });
    }),
  ];
}

/** Of the columns that inputs and outputs belong to. */
export function listRanks({ columns, inputWidth, outputWidth }: NetworkPlan): Ranks {
  const inputs = new Int32Array(inputWidth);
  const outputs = new Int32Array(outputWidth);
  for (const { rank, inputStart, inputWidth: width, outputStart, outputWidth: outputs_ } of columns) {
    inputs.fill(rank, inputStart, inputStart + width);
    outputs.fill(rank, outputStart, outputStart + outputs_);
  }
  return { inputs, outputs };
}

/** First row and column of each tile that holds a trained entry. */
function tilesOf({ rows, columns, hasBias, ranks }: Matrix): [number, number][] {
  const tiles: [number, number][] = [];
  const allRows = rows + Number(hasBias);
  for (let row = 0; row < allRows; row += tileSide) {
    const holdsBias = hasBias && row + tileSide > rows;
    const lowest = ranks && !holdsBias ? Math.min(...slice(ranks.rows, row)) : 0;
    for (let column = 0; column < columns; column += tileSide) {
      const highest = ranks ? Math.max(...slice(ranks.columns, column)) : 0;
      if (lowest <= highest) tiles.push([row, column]);
    }
  }
  return tiles;
}

function slice(list: ArrayLike<number>, start: number): number[] {
  return Array.from({ length: Math.min(tileSide, list.length - start) }, (_, i) => list[start + i]);
}

/**
 * For each tile of a layer's outputs how many hidden units, from the first on, have any weight to it: as many as there
 * are with a degree below the highest rank in the tile.
 * @param degrees ascending
 * @param limits of each output: it sees the units of a degree below
 */
export function putReach(tables: WordList, degrees: Int32Array, limits: ArrayLike<number>): number {
  const reach = Array.from({ length: Math.ceil(limits.length / tileSide) }, (_, tile) => {
    const highest = Math.max(...slice(limits, tileSide * tile));
    return degrees.filter((degree) => degree < highest).length;
  });
  return tables.put(reach);
}
