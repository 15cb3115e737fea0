import { compileKernels } from '../kernels/kernels';
import { loadNetwork, storeNetwork } from '../models/autoregressive/native/exchange';
import { NativeNetwork } from '../models/autoregressive/native/native-network';
import type { Learner, LearnerTask } from './learner';
import { dropoutOf } from './pool/pool-member';

/** Steps computed by the WebAssembly kernels, in this thread. */
export class NativeLearner implements Learner {
  readonly stepsPerReading = 25;
  readonly #task: LearnerTask;
  readonly #native: NativeNetwork;

  private constructor(task: LearnerTask, native: NativeNetwork) {
    this.#task = task;
    this.#native = native;
  }

  /** Throws where WebAssembly SIMD is missing or the memory cannot be had. */
  static async create(task: LearnerTask): Promise<NativeLearner> {
    const { module } = await compileKernels();
    const { plan, degrees } = task.model.network;
    const learner = new NativeLearner(task, new NativeNetwork(module, plan, degrees, task.batchSize));
    await learner.adopt();
    return learner;
  }

  step(rows: Uint32Array, learningRate: number, step: number): Promise<number> {
    const { model, seed } = this.#task;
    const dropout = dropoutOf(model.network.plan.options.dropout, seed, step, 0);
    const loss = this.#native.gradient(model.learnt.columns, rows, 1 / rows.length, dropout);
    this.#native.adam(learningRate, step);
    return Promise.resolve(loss);
  }

  loss(rows: Uint32Array): Promise<number> {
    const { batchSize, model } = this.#task;
    let loss = 0;
    for (let start = 0; start < rows.length; start += batchSize) {
      loss += this.#native.loss(model.learnt.columns, rows.subarray(start, start + batchSize));
    }
    return Promise.resolve(loss);
  }

  publish(withMoments: boolean): Promise<void> {
    storeNetwork(this.#native, this.#task.model.network, withMoments);
    return Promise.resolve();
  }

  adopt(): Promise<void> {
    return loadNetwork(this.#native, this.#task.model.network);
  }

  dispose(): void {
    // Its memory goes with it.
  }
}
