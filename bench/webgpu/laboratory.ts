import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { prepareBackend } from '../../src/engine/backend/prepare-backend';
import { encodeTable } from '../../src/engine/encode/encode-table';
import { type AutoregressiveModel, createModel } from '../../src/engine/models/autoregressive/model';
import { RandomStream } from '../../src/engine/random';
import { DeviceLearner } from '../../src/engine/train/device-learner';
import { LossMeter } from '../../src/engine/train/loss-meter';
import type { Preset } from '../../src/engine/train/types';
import { makeCensus } from '../training/made-up-census';
import { StockNetwork } from '../training/stock-step';
import { DeviceMeter, type DeviceUse } from './device-meter';

/** What runs in the page: the engine's steps on the browser's graphics device, counted and timed. */

export type Way = 'ours' | 'stock';

interface MeasureOptions {
  readonly rows: number;
  readonly steps: number;
  readonly preset: Preset;
}

export interface Measured {
  readonly batchSize: number;
  /** Of all the steps timed, without the reading of the loss that ends them. */
  readonly use: DeviceUse;
  /** Bytes of buffers that TF.js took from its store during the steps, uploads apart: what it computes into. */
  readonly bytesTaken: number;
  /** Of the reading of the losses that ends them. */
  readonly reading: DeviceUse;
  /** Of the first steps, with all that goes before them. */
  readonly preparation: DeviceUse;
  /** From the first of the steps to the reading of the loss. */
  readonly seconds: number;
  /** Mean loss per row of the steps timed, nats. */
  readonly loss: number;
}

const learningRate = 3e-3;

/** The graphics adapter's maker and model as far as the browser tells; null where there is none. */
export async function describeAdapter(): Promise<string | null> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return null;
  const { vendor, architecture, description } = adapter.info;
  return [vendor, architecture, description].filter((word) => word !== '').join(' ') || 'unnamed';
}

/** Takes steps in one way on a made-up table, after a few that warm up. */
export async function measure(way: Way, { rows, steps, preset }: MeasureOptions): Promise<Measured> {
  const meter = DeviceMeter.watch();
  await prepareBackend('webgpu', { wasmBinary: () => Promise.reject(new Error('WASM is not wanted.')) });
  const encoded = encodeTable(makeCensus(rows, 1), { minCategoryRows: 5 }, new RandomStream(1, 'encode'));
  const model = createModel(encoded, { makers: new Map(), ranges: [] }, rows, preset, 1);
  const { batchSize } = model.recipe;
  const losses = new LossMeter();
  const takeStep = way === 'ours' ? await ownStep(model, losses) : stockStep(model, losses);
  const batch = (step: number) => {
    const start = (step * batchSize) % Math.max(1, rows - batchSize + 1);
    return Uint32Array.from({ length: batchSize }, (_, i) => start + i);
  };
  for (let step = 1; step <= 2; step++) await takeStep(batch(step), step);
  await losses.read();
  const preparation = meter.read();
  const taken = watchStore();
  const start = performance.now();
  for (let step = 3; step < 3 + steps; step++) await takeStep(batch(step), step);
  const use = meter.read();
  const bytesTaken = taken() - use.bytesUp;
  const loss = await losses.read();
  const seconds = (performance.now() - start) / 1000;
  const reading = meter.read();
  return { batchSize, use, bytesTaken: Math.max(0, bytesTaken), reading, preparation, seconds, loss };
}

type TakeStep = (rows: Uint32Array, step: number) => Promise<void>;

async function ownStep(model: AutoregressiveModel, losses: LossMeter): Promise<TakeStep> {
  const learner = await DeviceLearner.create({ model, batchSize: model.recipe.batchSize, seed: 1 });
  return async (rows, step) => losses.add(await learner.step(rows, learningRate, step), rows.length);
}

function stockStep(model: AutoregressiveModel, losses: LossMeter): TakeStep {
  const stock = new StockNetwork(model.network, learningRate);
  return (rows) => {
    const batch = model.builder.build(model.learnt.columns, rows, null);
    const loss = stock.step(batch);
    batch.inputs.dispose();
    for (const inputs of batch.sourceInputs) inputs.dispose();
    // Read once, when all steps have been taken.
    losses.add({ read: async () => rows.length * (await loss.data())[0] }, rows.length);
    return Promise.resolve();
  };
}

/** Counts the bytes of buffers that TF.js takes from its store from now on; gives their sum so far. */
function watchStore(): () => number {
  const { bufferManager } = backend() as WebGPUBackend;
  const acquire = bufferManager.acquireBuffer.bind(bufferManager);
  let bytes = 0;
  bufferManager.acquireBuffer = (size, ...rest) => {
    bytes += size;
    return acquire(size, ...rest);
  };
  return () => bytes;
}
