import { add, clone, matMul, relu, slice, tensor2d, type Tensor2D, tidy, tile } from '@tensorflow/tfjs-core';
import type { Dependency } from '../../encode/dependencies';
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
  const codes = new Map<number, Int32Array>();
  let state = tidy(() => initialState(network, rows));
  try {
    for (const column of byRank) {
      const logitTensor = tidy(() => {
        const own = slice(state.outputs, [0, column.outputStart], [rows, column.outputWidth]);
        return network.columnLogits(column, own, sourcesOf(builder, column, drawn, rows));
      });
      const logits = (await logitTensor.data()) as Float32Array;
      logitTensor.dispose();
      const codesOf = (source: number) => codes.get(source) as Int32Array;
      const targets = drawTargets(logits, rows, { ...column, codesOf }, random);
      const base = sink.accept(column, targets);
      codes.set(column.index, base);
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

/** A column's part in drawing, and the codes already drawn of the columns it depends on. */
export interface DrawRules extends Pick<ColumnPlan, 'targets' | 'withheld' | 'dependencies'> {
  /** Base codes of a column drawn before, by its index. */
  codesOf(source: number): Int32Array;
}

/** Draws one target per row from softmax(logits): never a withheld one, and none that a dependency rules out. */
export function drawTargets(
  logits: Float32Array,
  rows: number,
  rules: DrawRules,
  random: RandomStream,
): Int32Array {
  const { targets: count, withheld, dependencies } = rules;
  const drawn = new Int32Array(rows);
  const weights = new Float64Array(count);
  const sources = dependencies.map(({ source }) => rules.codesOf(source));
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * count, (row + 1) * count);
    for (const target of withheld) own[target] = Number.NEGATIVE_INFINITY;
    softmaxWeights(own, weights);
    dependencies.forEach((dependency, i) => keepAllowed(weights, dependency, sources[i][row]));
    drawn[row] = drawOne(weights, random.float());
  }
  return drawn;
}

/** Unnormalised: the highest is 1. */
function softmaxWeights(logits: Float32Array, weights: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) if (logits[i] > highest) highest = logits[i];
  for (let i = 0; i < logits.length; i++) weights[i] = Math.exp(logits[i] - highest);
}

/** Sets the weights of targets that never occur with the source's code to 0, unless that would leave none. */
function keepAllowed(
  weights: Float64Array,
  { sourceGroups, ownGroups }: Dependency,
  sourceCode: number,
): void {
  const group = sourceGroups[sourceCode];
  let left = 0;
  for (let i = 0; i < weights.length; i++) if (ownGroups[i] === group) left += weights[i];
  if (left === 0) return;
  for (let i = 0; i < weights.length; i++) if (ownGroups[i] !== group) weights[i] = 0;
}

function drawOne(weights: Float64Array, uniform: number): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i];
  let left = uniform * total;
  let target = 0;
  while (target < weights.length - 1 && (left -= weights[target]) >= 0) target++;
  while (weights[target] === 0 && target > 0) target--;
  return target;
}
