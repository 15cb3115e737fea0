import {
  add,
  concat,
  matMul,
  relu,
  slice,
  type Tensor,
  tensor2d,
  type Tensor2D,
  tidy,
  tile,
} from '@tensorflow/tfjs-core';
import type { RandomStream } from '../../random';
import type { ChunkEvidence } from '../evidence';
import type { BatchBuilder } from './batch-builder';
import { drawRestricted } from './draw-restricted';
import { drawTargets } from './draw-targets';
import type { Network } from './network';
import type { ColumnPlan } from './plan';

/** Turns drawn targets into the column's codes, in the order of prediction. */
export interface ColumnSink {
  /** Takes the column's drawn targets and gives the base codes that stand for the values they became. */
  accept(column: ColumnPlan, targets: Int32Array): Int32Array;
}

/** The weights that drawing one column and passing it on need, cut out once for all chunks. */
interface ColumnWeights {
  readonly column: ColumnPlan;
  /** Hidden units finished before this column × its outputs; null for the first column. */
  readonly output: Tensor2D | null;
  /** The column's inputs × hidden; null for the last column, which nothing follows. */
  readonly input: Tensor2D | null;
  /** Hidden units that this column finishes: `count` of them from `start` on. */
  readonly start: number;
  readonly count: number;
  /** Per block: units finished with this column × those it finishes, and their bias. */
  readonly blocks: readonly { readonly weights: Tensor2D; readonly bias: Tensor2D }[];
}

/** What is known of a chunk's rows so far. */
interface ChunkState {
  /** Input layer's sums, rows × hidden. */
  first: Tensor2D;
  /** Per layer the finished hidden units, rows × finished; null before there are any. */
  layers: (Tensor2D | null)[];
  /** Base codes of the columns drawn, and the inputs of those that others look at directly; by column index. */
  readonly codes: Map<number, Int32Array>;
  readonly inputs: Map<number, Float32Array>;
}

/**
 * Draws rows column by column. Every hidden unit is computed once, as soon as the columns it sees are drawn: a row
 * costs one forward pass in all, not one for each column.
 */
export class Sampler {
  readonly #network: Network;
  readonly #builder: BatchBuilder;
  readonly #weights: readonly ColumnWeights[];
  /** Columns that others look at directly. */
  readonly #sources: ReadonlySet<number>;

  constructor(network: Network, builder: BatchBuilder) {
    const { columns } = network.plan;
    this.#network = network;
    this.#builder = builder;
    this.#weights = [...columns].sort((a, b) => a.rank - b.rank).map((column) => cutWeights(network, column));
    this.#sources = new Set(columns.flatMap(({ sources }) => sources.map(({ index }) => index)));
  }

  /**
   * Draws a chunk. Throws when a tensor cannot be read (lost device).
   * @param evidence what is known of the rows beforehand; its weights make up for drawing accordingly
   */
  async draw(
    rows: number,
    random: RandomStream,
    sink: ColumnSink,
    evidence: ChunkEvidence | null = null,
  ): Promise<void> {
    const state: ChunkState = {
      first: tidy(() => tile(this.#network.parameter('inputBias').value, [rows, 1])),
      layers: Array.from({ length: this.#network.plan.options.blocks + 1 }, () => null),
      codes: new Map(),
      inputs: new Map(),
    };
    try {
      for (const weights of this.#weights) {
        const { column } = weights;
        const logits = await this.#logits(weights, state, rows);
        const codesOf = (source: number) => state.codes.get(source) as Int32Array;
        const rules = { ...column, codesOf };
        const restriction = evidence?.restrictionOf(column);
        const targets =
          evidence && restriction
            ? drawRestricted(logits, rows, rules, restriction, evidence.weights, random)
            : drawTargets(logits, rows, rules, random);
        const base = sink.accept(column, targets);
        state.codes.set(column.index, base);
        if (weights.input)
          this.#passOn(weights, state, this.#builder.columnInputs(column, base, targets), rows);
      }
    } finally {
      dispose([state.first, ...state.layers]);
    }
  }

  dispose(): void {
    for (const { output, input, blocks } of this.#weights) {
      dispose([output, input, ...blocks.flatMap(({ weights, bias }) => [weights, bias])]);
    }
  }

  async #logits({ column, output }: ColumnWeights, state: ChunkState, rows: number): Promise<Float32Array> {
    const finished = state.layers[state.layers.length - 1];
    const logits = tidy(() => {
      const outputs: Tensor2D =
        output && finished
          ? matMul(finished, output)
          : tensor2d(new Float32Array(rows * column.outputWidth), [rows, column.outputWidth]);
      return this.#network.columnLogits(column, outputs, this.#sourceInputs(column, state, rows));
    });
    try {
      return (await logits.data()) as Float32Array;
    } finally {
      logits.dispose();
    }
  }

  /** The inputs of the column's sources, drawn before it; null where it has none. */
  #sourceInputs(column: ColumnPlan, state: ChunkState, rows: number): Tensor2D | null {
    if (column.sources.length === 0) return null;
    const pieces = column.sources.map(({ index, inputWidth }) => ({
      values: state.inputs.get(index) as Float32Array,
      stride: inputWidth,
      start: 0,
    }));
    return this.#builder.sourceInputs(column, pieces, rows);
  }

  /** Adds a drawn column's inputs and finishes the hidden units that waited for it. */
  #passOn(weights: ColumnWeights, state: ChunkState, inputs: Float32Array, rows: number): void {
    const { column, input, start, count, blocks } = weights;
    if (this.#sources.has(column.index)) state.inputs.set(column.index, inputs);
    const before = [state.first, ...state.layers];
    const [first, ...layers] = tidy(() => {
      const sums: Tensor2D = add(
        state.first,
        matMul(tensor2d(inputs, [rows, column.inputWidth]), input as Tensor2D),
      );
      if (count === 0) return [sums];
      let units: Tensor2D = relu(slice(sums, [0, start], [rows, count]));
      let layer = append(state.layers[0], units);
      const all = [sums, layer];
      blocks.forEach((block, place) => {
        units = add(units, relu(add(matMul<Tensor2D>(layer, block.weights), block.bias)));
        layer = append(state.layers[place + 1], units);
        all.push(layer);
      });
      return all;
    });
    state.first = first;
    if (layers.length > 0) state.layers = layers;
    dispose(before.filter((tensor) => tensor !== first && !state.layers.includes(tensor)));
  }
}

function append(finished: Tensor2D | null, units: Tensor2D): Tensor2D {
  return finished ? concat([finished, units], 1) : units;
}

function cutWeights(network: Network, column: ColumnPlan): ColumnWeights {
  const { plan, degrees } = network;
  const isLast = column.rank === plan.columns.length - 1;
  const finished = degrees.findIndex((degree) => degree >= column.rank);
  const before = finished < 0 ? degrees.length : finished;
  const count = isLast ? 0 : degrees.filter((degree) => degree === column.rank).length;
  const cut = (name: string, from: readonly [number, number], size: readonly [number, number]): Tensor2D =>
    slice(network.parameter(name).value, [...from], [...size]);
  return {
    column,
    output: before > 0 ? cut('output', [0, column.outputStart], [before, column.outputWidth]) : null,
    input: isLast ? null : cut('input', [column.inputStart, 0], [column.inputWidth, plan.options.hidden]),
    start: before,
    count,
    blocks: Array.from({ length: count > 0 ? plan.options.blocks : 0 }, (_, layer) => ({
      weights: cut(`block${layer}`, [0, before], [before + count, count]),
      bias: cut(`block${layer}Bias`, [0, before], [1, count]),
    })),
  };
}

function dispose(tensors: readonly (Tensor | null)[]): void {
  for (const tensor of tensors) tensor?.dispose();
}
