import { tensor2d } from '@tensorflow/tfjs-core';
import type { Network } from '../network';
import type { Parameter } from '../parameter';
import type { Layout, WeightGroups } from './layout';
import type { NativeNetwork } from './native-network';

/** Copies between a parameter's matrix (row-major) and the flat vector. */
type Move = (matrix: Float32Array, vector: Float32Array, matrixPlace: number, vectorPlace: number) => void;

const toVector: Move = (matrix, vector, from, to) => (vector[to] = matrix[from]);
const toMatrix: Move = (matrix, vector, to, from) => (matrix[to] = vector[from]);

/** Gives the kernels the network's weights and moments. */
export async function loadNetwork(native: NativeNetwork, network: Network): Promise<void> {
  for (const parameter of network.parameters) {
    const [value, first, second] = await Promise.all(
      [parameter.value, parameter.firstMoment, parameter.secondMoment].map((tensor) => tensor.data()),
    );
    moveParameter(native.layout, parameter, value as Float32Array, native.parameters, toVector);
    moveParameter(native.layout, parameter, first as Float32Array, native.firstMoment, toVector);
    moveParameter(native.layout, parameter, second as Float32Array, native.secondMoment, toVector);
  }
}

/** Puts what the kernels have learnt into the network; the optimiser's moments only when asked. */
export function storeNetwork(native: NativeNetwork, network: Network, withMoments: boolean): void {
  for (const parameter of network.parameters) {
    const tensorOf = (vector: Float32Array) =>
      tensor2d(matrixOf(native, parameter, vector), [parameter.shape[0], parameter.shape[1]]);
    const value = tensorOf(native.parameters);
    if (withMoments) parameter.replace(value, tensorOf(native.firstMoment), tensorOf(native.secondMoment));
    else parameter.replaceValue(value);
  }
}

/** A flat vector's entries as a parameter's matrix. */
export function matrixOf(
  { layout }: NativeNetwork,
  parameter: Parameter,
  vector: Float32Array,
): Float32Array {
  const matrix = new Float32Array(parameter.size);
  moveParameter(layout, parameter, matrix, vector, toMatrix);
  return matrix;
}

function moveParameter(
  layout: Layout,
  { name, shape }: Parameter,
  matrix: Float32Array,
  vector: Float32Array,
  move: Move,
): void {
  for (const piece of layout.pieces) {
    if (piece.name !== name) continue;
    for (let i = 0; i < piece.count; i++) move(matrix, vector, piece.from + i, piece.to + i);
  }
  for (const groups of [...layout.blocks, layout.output]) {
    if (groups.name === name) moveGroups(groups, shape[1], matrix, vector, move);
  }
}

function moveGroups(
  { outputs, sees, starts }: WeightGroups,
  width: number,
  matrix: Float32Array,
  vector: Float32Array,
  move: Move,
): void {
  for (let place = 0; place < outputs.length; place++) {
    if (outputs[place] < 0) continue;
    const start = starts[place >> 2] + (place & 3);
    for (let unit = 0; unit < sees[place]; unit++) {
      move(matrix, vector, unit * width + outputs[place], start + 4 * unit);
    }
  }
}
