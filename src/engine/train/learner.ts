import type { AutoregressiveModel } from '../models/autoregressive/model';
import type { LossTally } from './loss-meter';

/** Takes the steps of training: one way of computing them for each backend. */
export interface Learner {
  /** Steps between two readings of their loss: few enough to watch, too few to hold the learner up. */
  readonly stepsPerReading: number;
  /** Threads that shared the steps at first, one where this is left out; and how many of them were lost since. */
  readonly workers?: number;
  readonly workersLost?: number;
  /**
   * One step down the gradient of the rows' mean loss.
   * @param rows indices into the encoded table
   * @param step counted from 1
   * @returns the loss summed over the rows, nats
   */
  step(rows: Uint32Array, learningRate: number, step: number): Promise<number | LossTally>;
  /** Loss summed over the rows, nats, without dropout. */
  loss(rows: Uint32Array): Promise<number | LossTally>;
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
