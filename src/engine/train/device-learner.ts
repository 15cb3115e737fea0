import { backend, tensor2d } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { Network } from '../models/autoregressive/network';
import { DeviceNetwork, type WeightKind } from '../models/autoregressive/webgpu/device-network';
import type { LossTally } from './loss-meter';
import type { Learner, LearnerTask } from './learner';

const kinds: readonly WeightKind[] = ['values', 'firstMoments', 'secondMoments'];

/** Steps computed on the graphics card by programs of our own, on the device of TF.js's WebGPU backend. */
export class DeviceLearner implements Learner {
  /** Waiting for a reading costs more than some steps do. */
  readonly stepsPerReading = 50;
  readonly #task: LearnerTask;
  readonly #device: DeviceNetwork;
  readonly #stepLosses: LossTally;
  readonly #validationLosses: LossTally;

  private constructor(task: LearnerTask, device: DeviceNetwork) {
    this.#task = task;
    this.#device = device;
    this.#stepLosses = { read: () => device.readLoss('step') };
    this.#validationLosses = { read: () => device.readLoss('validation') };
  }

  /**
   * Call with the WebGPU backend active.
   * @throws Error when the device is lost or has no room
   */
  static async create(task: LearnerTask): Promise<DeviceLearner> {
    const { network, learnt } = task.model;
    const { device } = backend() as WebGPUBackend;
    const options = { capacity: task.batchSize };
    const learner = new DeviceLearner(
      task,
      await DeviceNetwork.create(device, network, learnt.columns, options),
    );
    await learner.adopt();
    return learner;
  }

  step(rows: Uint32Array, learningRate: number, step: number): Promise<LossTally> {
    const { model, seed } = this.#task;
    const { dropout: rate, weightDecay } = model.network.plan.options;
    const dropout = rate > 0 ? { rate, seed: (Math.imul(seed, 0x9e3779b1) ^ step) >>> 0 } : null;
    this.#device.step(rows, { learningRate, weightDecay, step, dropout });
    return Promise.resolve(this.#stepLosses);
  }

  loss(rows: Uint32Array): Promise<LossTally> {
    const { batchSize } = this.#task;
    for (let start = 0; start < rows.length; start += batchSize) {
      this.#device.addLoss(rows.subarray(start, start + batchSize));
    }
    return Promise.resolve(this.#validationLosses);
  }

  async publish(withMoments: boolean): Promise<void> {
    const { network } = this.#task.model;
    const [values, first, second] = await Promise.all(
      (withMoments ? kinds : kinds.slice(0, 1)).map((kind) => this.#device.read(kind)),
    );
    let start = 0;
    for (const parameter of network.parameters) {
      const { size, shape } = parameter;
      const tensorOf = (vector: Float32Array) =>
        tensor2d(vector.slice(start, start + size), [shape[0], shape[1]]);
      if (withMoments) parameter.replace(tensorOf(values), tensorOf(first), tensorOf(second));
      else parameter.replaceValue(tensorOf(values));
      start += size;
    }
  }

  async adopt(): Promise<void> {
    const { parameters } = this.#task.model.network;
    const of = { values: 'value', firstMoments: 'firstMoment', secondMoments: 'secondMoment' } as const;
    for (const kind of kinds) {
      this.#device.write(kind, await joined(parameters, of[kind]));
    }
  }

  dispose(): void {
    this.#device.dispose();
  }
}

/** One tensor of each parameter, in one vector. */
async function joined(
  parameters: Network['parameters'],
  tensor: 'value' | 'firstMoment' | 'secondMoment',
): Promise<Float32Array<ArrayBuffer>> {
  const vector = new Float32Array(parameters.reduce((sum, { size }) => sum + size, 0));
  let start = 0;
  for (const parameter of parameters) {
    vector.set(await parameter[tensor].data(), start);
    start += parameter.size;
  }
  return vector;
}
