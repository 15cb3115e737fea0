import { tensor2d } from '@tensorflow/tfjs-core';
import type { Network } from '../models/autoregressive/network';
import type { Checkpoint } from './types';

/** Copies the weights and the optimiser's moments out of the backend. */
export async function takeCheckpoint(
  network: Network,
  step: number,
  epoch: number,
  scalars: Record<string, number>,
): Promise<Checkpoint> {
  const state = new Map<string, Float32Array>();
  for (const parameter of network.parameters) {
    state.set(parameter.name, (await parameter.value.data()) as Float32Array);
    state.set(`${parameter.name}:first`, (await parameter.firstMoment.data()) as Float32Array);
    state.set(`${parameter.name}:second`, (await parameter.secondMoment.data()) as Float32Array);
  }
  return { step, epoch, state, scalars };
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
