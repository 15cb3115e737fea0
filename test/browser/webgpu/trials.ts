import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, memory, tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import { DeviceMeter, type DeviceUse } from '../../../bench/webgpu/device-meter';
import { makeCensus } from '../../../bench/training/made-up-census';
import { prepareBackend } from '../../../src/engine/backend/prepare-backend';
import { encodeTable } from '../../../src/engine/encode/encode-table';
import { BatchBuilder } from '../../../src/engine/models/autoregressive/batch-builder';
import { type AutoregressiveModel, createModel } from '../../../src/engine/models/autoregressive/model';
import type { Network } from '../../../src/engine/models/autoregressive/network';
import { DeviceNetwork } from '../../../src/engine/models/autoregressive/webgpu/device-network';
import { RandomStream } from '../../../src/engine/random';
import { adamStep } from '../../../src/engine/train/adam';
import { DeviceLearner } from '../../../src/engine/train/device-learner';
import type { Learner } from '../../../src/engine/train/learner';
import { LossMeter } from '../../../src/engine/train/loss-meter';
import { NativeLearner } from '../../../src/engine/train/native-learner';
import { createNetwork, randomCodes } from '../../engine/models/small-network';

/** Run in a browser that has a graphics device; each in a page of its own. */

const noWasm = { wasmBinary: () => Promise.reject(new Error('WASM is not wanted here.')) };
const seed = 41;
const rowCount = 70;
const learningRate = 1e-2;
const weightDecay = 0.3;

/** How far the graphics device is from TF.js in plain JavaScript. */
export interface Difference {
  /** Largest difference of a gradient's entry, by parameter. */
  readonly gradients: Record<string, number>;
  /** Largest difference of a weight after three steps, in learning rates. */
  readonly weights: number;
  /** Loss of the first step and its relative difference. */
  readonly loss: number;
  readonly lossDifference: number;
  /** The greatest of the weights that masks forbid. */
  readonly forbidden: number;
}

/** @param codeRoom bytes that the table's codes may take on the device */
export async function compareWithJavaScript(rate: number, codeRoom: number): Promise<Difference> {
  await prepareBackend('cpu', noWasm);
  const network = createNetwork(rate);
  const codes = randomCodes(rowCount, new RandomStream(3, 'codes'));
  const device = await DeviceNetwork.create(await requestDevice(), network, codes, {
    capacity: 50,
    codeRoom,
  });
  device.write('values', await flat(network, 'value'));
  const builder = new BatchBuilder(network.plan);
  const losses: number[] = [];
  const gradients: Record<string, number> = {};
  for (let step = 1; step <= 3; step++) {
    // The last batch is short of a full one.
    const rows = Uint32Array.from({ length: step === 3 ? 37 : 50 }, (_, i) => (17 * step + i) % rowCount);
    device.step(rows, { learningRate, weightDecay, step, dropout: rate > 0 ? { rate, seed } : null });
    const masks = rate > 0 ? dropoutMasks(network, rows.length, 50, rate) : null;
    const own = network.gradientStep(builder.build(codes, rows, masks));
    if (step === 1) {
      losses.push(await device.readLoss('step'), own.loss);
      const first = await device.read('firstMoments');
      let start = 0;
      for (const [i, { name, size, mask }] of network.parameters.entries()) {
        const expected = (await own.gradients[i].data()).map((slope, at) => (mask?.[at] === 0 ? 0 : slope));
        const found = first.subarray(start, start + size).map((moment) => moment / 0.1);
        gradients[name] = farthest(found, expected);
        start += size;
      }
    }
    network.parameters.forEach((parameter, i) =>
      adamStep(parameter, own.gradients[i], learningRate, step, weightDecay),
    );
  }
  const values = await device.read('values');
  return {
    gradients,
    weights: farthest(values, await flat(network, 'value')) / learningRate,
    loss: losses[0],
    lossDifference: Math.abs(losses[0] / losses[1] - 1),
    forbidden: forbiddenIn(network, values),
  };
}

/** What two learners make of the same table in the same steps. */
export interface Learning {
  /** Mean loss of the rows before and after, nats. */
  readonly device: readonly [number, number];
  readonly native: readonly [number, number];
  readonly steps: number;
  /** What the steps after the first asked of the device, and what reading their losses did. */
  readonly use: DeviceUse;
  readonly reading: DeviceUse;
  readonly tensorsLeft: number;
  readonly bytesLeft: number;
}

export async function learnBothWays(steps: number): Promise<Learning> {
  const meter = DeviceMeter.watch();
  await prepareBackend('webgpu', noWasm);
  const own = await DeviceLearner.create(taskOf(smallModel()));
  const native = await NativeLearner.create(taskOf(smallModel()));
  const rows = Uint32Array.from({ length: 300 }, (_, row) => row);
  const before = { device: await lossOf(own, rows), native: await lossOf(native, rows) };
  const losses = new LossMeter();
  await takeSteps(own, 1, 1, losses);
  await losses.read();
  meter.read();
  const held = memory();
  await takeSteps(own, 2, steps, losses);
  const use = meter.read();
  await losses.read();
  const reading = meter.read();
  await takeSteps(native, 1, steps, losses);
  const left = memory();
  return {
    device: [before.device, await lossOf(own, rows)],
    native: [before.native, await lossOf(native, rows)],
    steps: steps - 1,
    use,
    reading,
    tensorsLeft: left.numTensors - held.numTensors,
    bytesLeft: left.numBytes - held.numBytes,
  };
}

/** What is published is what the device holds, and adopting it changes nothing. */
export async function publishAndAdopt(): Promise<{ readonly before: number; readonly after: number }> {
  await prepareBackend('webgpu', noWasm);
  const model = smallModel();
  const learner = await DeviceLearner.create(taskOf(model));
  const losses = new LossMeter();
  await takeSteps(learner, 1, 10, losses);
  await learner.publish(true);
  const other = await DeviceLearner.create(taskOf(model));
  await takeSteps(learner, 11, 15, losses);
  await takeSteps(other, 11, 15, losses);
  const rows = Uint32Array.from({ length: 300 }, (_, row) => row);
  return { before: await lossOf(learner, rows), after: await lossOf(other, rows) };
}

/** The error that a step, and the one that a reading, ends with once the device is gone. */
export async function loseDevice(): Promise<{ readonly step: string; readonly reading: string }> {
  await prepareBackend('webgpu', noWasm);
  const learner = await DeviceLearner.create(taskOf(smallModel()));
  const losses = new LossMeter();
  await takeSteps(learner, 1, 2, losses);
  const { device } = backend() as WebGPUBackend;
  const reading = losses.read().then(() => 'none', messageOf);
  device.destroy();
  await device.lost;
  return {
    step: await takeSteps(learner, 3, 3, losses).then(() => 'none', messageOf),
    reading: await reading,
  };
}

function smallModel(): AutoregressiveModel {
  const { columns } = makeCensus(1500, 1);
  const table = { rowCount: 1500, columns: [0, 2, 3, 6, 7, 13].map((index) => columns[index]) };
  const encoded = encodeTable(table, { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
  return createModel(encoded, { makers: new Map(), ranges: [] }, 1500, 'balanced', 1);
}

const taskOf = (model: AutoregressiveModel) => ({ model, batchSize: model.recipe.batchSize, seed });

async function takeSteps(learner: Learner, from: number, to: number, losses: LossMeter): Promise<void> {
  for (let step = from; step <= to; step++) {
    const rows = Uint32Array.from({ length: 64 }, (_, i) => (64 * step + i) % 1200);
    losses.add(await learner.step(rows, 2e-3, step), rows.length);
  }
}

async function lossOf(learner: Learner, rows: Uint32Array): Promise<number> {
  const meter = new LossMeter();
  meter.add(await learner.loss(rows), rows.length);
  return meter.read();
}

async function requestDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('There is no adapter.');
  return adapter.requestDevice();
}

async function flat(network: Network, tensor: 'value' | 'firstMoment'): Promise<Float32Array<ArrayBuffer>> {
  const pieces = await Promise.all(network.parameters.map((parameter) => parameter[tensor].data()));
  return Float32Array.from(pieces.flatMap((piece) => [...piece]));
}

function farthest(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Array.from(found).reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
}

function forbiddenIn({ parameters }: Network, values: Float32Array): number {
  let [most, start] = [0, 0];
  for (const { mask, size } of parameters) {
    mask?.forEach((entry, i) => {
      if (entry === 0) most = Math.max(most, Math.abs(values[start + i]));
    });
    start += size;
  }
  return most;
}

/** The masks that kernels/shared.wgsl hashes, as TF.js takes them. */
function dropoutMasks({ plan }: Network, rows: number, capacity: number, rate: number): Tensor2D[] {
  const { hidden, blocks } = plan.options;
  return Array.from({ length: blocks + 1 }, (_, layer) => {
    const mask = Float32Array.from({ length: rows * hidden }, (_, i) => {
      const number = layer * capacity * hidden + i;
      return hash(number + hash(seed)) < rate * 2 ** 32 ? 0 : 1 / (1 - rate);
    });
    return tensor2d(mask, [rows, hidden]);
  });
}

/** PCG as a hash (Jarzynski & Olano 2020). */
function hash(number: number): number {
  const state = (Math.imul(number, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
