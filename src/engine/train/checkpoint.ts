import { type Tensor, type Tensor2D, tensor2d, zerosLike } from '@tensorflow/tfjs-core';
import type { Network } from '../models/autoregressive/network';
import type { Checkpoint } from './types';

/** Copies the weights and the optimiser's moments out of the backend. */
export async function takeCheckpoint(
  network: Network,
  step: number,
  epoch: number,
  scalars: Record<string, number>,
): Promise<Checkpoint> {
  const state = new Map<string, Float32Array<ArrayBuffer>>();
  for (const parameter of network.parameters) {
    state.set(parameter.name, await copyOf(parameter.value));
    state.set(`${parameter.name}:first`, await copyOf(parameter.firstMoment));
    state.set(`${parameter.name}:second`, await copyOf(parameter.secondMoment));
  }
  return { step, epoch, state, scalars, finished: [] };
}

/** The weights alone, of a network that is learnt. */
export async function takeWeights(network: Network): Promise<ReadonlyMap<string, Float32Array<ArrayBuffer>>> {
  const weights = new Map<string, Float32Array<ArrayBuffer>>();
  for (const { name, value } of network.parameters) weights.set(name, await copyOf(value));
  return weights;
}

/** Puts weights into a network of the same plan, which is not to be trained on. Throws when the plan differs. */
export function restoreWeights(
  network: Network,
  weights: ReadonlyMap<string, Float32Array<ArrayBuffer>>,
): void {
  for (const parameter of network.parameters) {
    const values = valuesFor(parameter, weights, parameter.name);
    parameter.replace(values, zerosLike(values), zerosLike(values));
  }
}

function valuesFor(
  { shape, size }: Network['parameters'][number],
  state: Checkpoint['state'],
  key: string,
): Tensor2D {
  const values = state.get(key);
  if (values?.length !== size) throw new Error('The checkpoint belongs to another network.');
  return tensor2d(values, [shape[0], shape[1]]);
}

/** A copy of its own: the CPU backend's `data()` is the tensor's very memory. */
async function copyOf(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
  return Float32Array.from((await tensor.data()) as Float32Array);
}

/** Puts a checkpoint's weights and moments into a network of the same plan. Throws when the plan differs. */
export function restoreCheckpoint(network: Network, checkpoint: Checkpoint): void {
  for (const parameter of network.parameters) {
    const restore = (key: string) => valuesFor(parameter, checkpoint.state, key);
    parameter.replace(
      restore(parameter.name),
      restore(`${parameter.name}:first`),
      restore(`${parameter.name}:second`),
    );
  }
}
