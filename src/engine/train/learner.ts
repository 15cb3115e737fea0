import type { Scalar } from '@tensorflow/tfjs-core';
import type { AutoregressiveModel } from '../models/autoregressive/model';

/** Takes the steps of training: one way of computing them for each backend. */
export interface Learner {
  /** Threads that shared the steps at first, one where this is left out; and how many of them were lost since. */
  readonly workers?: number;
  readonly workersLost?: number;
  /**
   * One step down the gradient of the rows' mean loss.
   * @param rows indices into the encoded table
   * @param step counted from 1
   * @returns the loss summed over the rows, nats
   */
  step(rows: Uint32Array, learningRate: number, step: number): Promise<number | Scalar>;
  /** Loss summed over the rows, nats, without dropout. */
  loss(rows: Uint32Array): Promise<number | Scalar>;
  /** Puts the weights learnt so far into the model's network; with the optimiser's moments where a checkpoint needs them. */
  publish(withMoments: boolean): Promise<void>;
  /** Takes weights and moments from the model's network, as after a checkpoint was restored. */
  adopt(): Promise<void>;
  dispose(): void;
}

/** What a learner learns, and the seed of what it leaves to chance. */
export interface LearnerTask {
  readonly model: AutoregressiveModel;
  readonly batchSize: number;
  readonly seed: number;
}
