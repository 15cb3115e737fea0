import { type Tensor, tensor2d } from '@tensorflow/tfjs-core';
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
  return { step, epoch, state, scalars };
}

/** A copy of its own: the CPU backend's `data()` is the tensor's very memory. */
async function copyOf(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
  return Float32Array.from((await tensor.data()) as Float32Array);
}

/** Puts a checkpoint's weights and moments into a network of the same plan. Throws when the plan differs. */
export function restoreCheckpoint(network: Network, checkpoint: Checkpoint): void {
  for (const parameter of network.parameters) {
    const restore = (key: string) => {
      const values = checkpoint.state.get(key);
      if (values?.length !== parameter.size) throw new Error('The checkpoint belongs to another network.');
      return tensor2d(values, [parameter.shape[0], parameter.shape[1]]);
    };
    parameter.replace(
      restore(parameter.name),
      restore(`${parameter.name}:first`),
      restore(`${parameter.name}:second`),
    );
  }
}
