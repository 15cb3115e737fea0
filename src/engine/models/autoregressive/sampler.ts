import { add, clone, matMul, relu, slice, tensor2d, type Tensor2D, tidy, tile } from '@tensorflow/tfjs-core';
import type { RandomStream } from '../../random';
import type { BatchBuilder } from './batch-builder';
import type { Network } from './network';
import type { ColumnPlan } from './plan';

/** Turns drawn targets into the column's codes, in the order of prediction. */
export interface ColumnSink {
  /** Takes the column's drawn targets and gives the base codes that stand for the values they became. */
  accept(column: ColumnPlan, targets: Int32Array): Int32Array;
}

type SamplerState = {
  /** Input layer's sums so far, rows × hidden. */
  first: Tensor2D;
  /** Each block's sums so far, rows × hidden. */
  blocks: Tensor2D[];
  /** Output layer's sums so far, rows × outputWidth. */
  outputs: Tensor2D;
};

/**
 * Draws rows column by column. Every hidden unit is computed once, as soon as the columns it sees are drawn: a row
 * costs one forward pass in all, not one for each column.
 * @throws when a tensor cannot be read (lost device)
 */
export async function sampleRows(
  network: Network,
  builder: BatchBuilder,
  rows: number,
  random: RandomStream,
  sink: ColumnSink,
): Promise<void> {
  const { plan } = network;
  const byRank = [...plan.columns].sort((a, b) => a.rank - b.rank);
  const isSource = new Set(plan.columns.flatMap(({ sources }) => sources.map(({ index }) => index)));
  const drawn = new Map<number, Float32Array>();
  let state = tidy(() => initialState(network, rows));
  try {
    for (const column of byRank) {
      const logitTensor = tidy(() => {
        const own = slice(state.outputs, [0, column.outputStart], [rows, column.outputWidth]);
        return network.columnLogits(column, own, sourcesOf(builder, column, drawn, rows));
      });
      const logits = (await logitTensor.data()) as Float32Array;
      logitTensor.dispose();
      const targets = drawTargets(logits, rows, column, random);
      const base = sink.accept(column, targets);
      if (column.rank === byRank.length - 1) break;
      const inputs = builder.columnInputs(column, base, targets);
      if (isSource.has(column.index)) drawn.set(column.index, inputs);
      const next = tidy(() => advance(network, state, column, inputs, rows));
      disposeState(state);
      state = next;
    }
  } finally {
    disposeState(state);
  }
}

/** The inputs of the column's sources, drawn before it; null where it has none. */
function sourcesOf(
  builder: BatchBuilder,
  column: ColumnPlan,
  drawn: ReadonlyMap<number, Float32Array>,
  rows: number,
): Tensor2D | null {
  if (column.sources.length === 0) return null;
  const pieces = column.sources.map(({ index, inputWidth }) => ({
    values: drawn.get(index) as Float32Array,
    stride: inputWidth,
    start: 0,
  }));
  return builder.sourceInputs(column, pieces, rows);
}

function initialState(network: Network, rows: number): SamplerState {
  const { plan } = network;
  const biasRows = (name: string) => tile(network.parameter(name).value, [rows, 1]);
  return {
    first: biasRows('inputBias'),
    blocks: Array.from({ length: plan.options.blocks }, (_, layer) => biasRows(`block${layer}Bias`)),
    outputs: tensor2d(new Float32Array(rows * plan.outputWidth), [rows, plan.outputWidth]),
  };
}

/** Adds a drawn column's inputs, finishes the hidden units that waited for it, and passes them on. */
function advance(
  network: Network,
  state: SamplerState,
  column: ColumnPlan,
  inputs: Float32Array,
  rows: number,
): SamplerState {
  const { hidden } = network.plan.options;
  const weights = slice(
    network.parameter('input').value,
    [column.inputStart, 0],
    [column.inputWidth, hidden],
  );
  const first: Tensor2D = add(state.first, matMul(tensor2d(inputs, [rows, column.inputWidth]), weights));
  const start = network.degrees.indexOf(column.rank);
  if (start < 0)
    return { first, blocks: state.blocks.map((block) => clone(block)), outputs: clone(state.outputs) };
  const count = network.degrees.lastIndexOf(column.rank) - start + 1;
  const finished = (sums: Tensor2D) => relu(slice(sums, [0, start], [rows, count]));
  const rowsOf = (name: string) => {
    const { value, shape } = network.parameter(name);
    return slice(value, [start, 0], [count, shape[1]]);
  };
  let units: Tensor2D = finished(first);
  const blocks = state.blocks.map((sums, layer) => {
    const updated: Tensor2D = add(sums, matMul(units, rowsOf(`block${layer}`)));
    units = add(units, finished(updated));
    return updated;
  });
  return { first, blocks, outputs: add(state.outputs, matMul(units, rowsOf('output'))) };
}

function disposeState(state: SamplerState): void {
  state.first.dispose();
  state.outputs.dispose();
  for (const block of state.blocks) block.dispose();
}

/** Draws one target per row from softmax(logits), never a withheld one. */
export function drawTargets(
  logits: Float32Array,
  rows: number,
  column: Pick<ColumnPlan, 'targets' | 'withheld'>,
  random: RandomStream,
): Int32Array {
  const { targets: count, withheld } = column;
  const drawn = new Int32Array(rows);
  const weights = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    const start = row * count;
    for (const target of withheld) logits[start + target] = Number.NEGATIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) if (logits[start + i] > highest) highest = logits[start + i];
    let total = 0;
    for (let i = 0; i < count; i++) total += weights[i] = Math.exp(logits[start + i] - highest);
    let left = random.float() * total;
    let target = 0;
    while (target < count - 1 && (left -= weights[target]) >= 0) target++;
    while (weights[target] === 0 && target > 0) target--;
    drawn[row] = target;
  }
  return drawn;
}
