import type { CodedColumns } from '../batch-builder';
import { DeviceMemory } from './device-memory';
import { DeviceRows } from './device-rows';
import { type NetworkShape, type NetworkTables, tabulate } from './network-tables';
import { layPasses, type Pass } from './passes';

/** How one step is taken. */
export interface StepSettings {
  readonly learningRate: number;
  /** Decoupled: a step takes `learningRate · weightDecay` off each weight, biases excepted. */
  readonly weightDecay: number;
  /** Counted from 1. */
  readonly step: number;
  /** The same `seed` drops the same units; null: none drop out. */
  readonly dropout: { readonly rate: number; readonly seed: number } | null;
}

export interface DeviceNetworkOptions {
  /** Most rows of a batch. */
  readonly capacity: number;
  /** Most bytes that the table's codes may take on the device; by default half of what one buffer may have. */
  readonly codeRoom?: number;
}

/** Everything trained, or its moments, flat: the network's parameters one after the other. */
export type WeightKind = 'values' | 'firstMoments' | 'secondMoments';
type LossKind = 'step' | 'validation';

interface CompiledPass extends Pass {
  readonly pipeline: GPUComputePipeline;
}
interface CompiledPasses {
  readonly step: readonly CompiledPass[];
  readonly loss: readonly CompiledPass[];
}

const batchBytes = 36;

/**
 * The network of network.ts on a graphics card: the same function, gradients and optimiser, in a few programs of our own
 * (`kernels/`). All buffers and pipelines are made beforehand; a step sends the numbers of its rows and reads nothing.
 */
export class DeviceNetwork {
  readonly #memory: DeviceMemory;
  readonly #tables: NetworkTables;
  readonly #rows: DeviceRows;
  readonly #batch: GPUBuffer;
  readonly #weights: Readonly<Record<WeightKind, GPUBuffer>>;
  readonly #work: GPUBuffer;
  readonly #passes: CompiledPasses;
  readonly #bindings: GPUBindGroup;

  private constructor(
    memory: DeviceMemory,
    tables: NetworkTables,
    rows: DeviceRows,
    layout: GPUBindGroupLayout,
    passes: CompiledPasses,
  ) {
    const { STORAGE, UNIFORM, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const take = (label: string, count: number) =>
      memory.take(label, 4 * count, STORAGE | COPY_SRC | COPY_DST);
    this.#memory = memory;
    this.#tables = tables;
    this.#rows = rows;
    this.#passes = passes;
    this.#batch = memory.take('batch', batchBytes, UNIFORM | COPY_DST);
    this.#weights = {
      values: take('weights', tables.weights.size),
      firstMoments: take('first moments', tables.weights.size),
      secondMoments: take('second moments', tables.weights.size),
    };
    this.#work = take('work', tables.work.size);
    const words = take('tables', tables.words.length);
    memory.device.queue.writeBuffer(words, 0, tables.words);
    const { values, firstMoments, secondMoments } = this.#weights;
    const bound = [
      this.#batch,
      values,
      firstMoments,
      secondMoments,
      this.#work,
      rows.codes,
      rows.numbers,
      words,
    ];
    this.#bindings = memory.device.createBindGroup({
      layout,
      entries: bound.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }

  /**
   * @param columns the codes of the whole table, indexed as the encoded table's columns
   * @throws Error when the device is lost or has no room
   */
  static create(
    device: GPUDevice,
    shape: NetworkShape,
    columns: readonly CodedColumns[],
    { capacity, codeRoom = device.limits.maxStorageBufferBindingSize / 2 }: DeviceNetworkOptions,
  ): Promise<DeviceNetwork> {
    const memory = new DeviceMemory(device);
    return memory.settle(async () => {
      const tables = tabulate(shape, capacity);
      const layout = layBindings(device);
      const passes = await compilePasses(device, layout, layPasses(shape.plan, tables, capacity));
      const rows = new DeviceRows(memory, shape.plan, columns, capacity, codeRoom);
      return new DeviceNetwork(memory, tables, rows, layout, passes);
    });
  }

  /** One step down the gradient of the rows' mean loss, which is added to the steps' losses. */
  step(rows: Uint32Array, { learningRate, weightDecay, step, dropout }: StepSettings): void {
    const correction = Math.sqrt(1 - 0.999 ** step);
    const rate = dropout?.rate ?? 0;
    this.#begin(rows, 'step', {
      seed: dropout?.seed ?? 0,
      threshold: rate * 2 ** 32,
      kept: 1 / (1 - rate),
      scale: 1 / rows.length,
      rate: (learningRate * correction) / (1 - 0.9 ** step),
      floor: 1e-8 * correction,
      left: 1 - learningRate * weightDecay,
    });
    this.#run(this.#passes.step, rows.length);
  }

  /** Adds the rows' loss, without dropout, to the validation's. */
  addLoss(rows: Uint32Array): void {
    this.#begin(rows, 'validation', { seed: 0, threshold: 0, kept: 1, scale: 0, rate: 0, floor: 0, left: 1 });
    this.#run(this.#passes.loss, rows.length);
  }

  /** The losses added up since they were last read, nats; they begin anew. Throws when the device is lost. */
  async readLoss(kind: LossKind): Promise<number> {
    const { work } = this.#tables;
    const [start, size] = [4 * work.losses[kind], 4 * work.lossSize];
    const reading = this.#memory.read(this.#work, start, size);
    const encoder = this.#memory.device.createCommandEncoder();
    encoder.clearBuffer(this.#work, start, size);
    this.#memory.device.queue.submit([encoder.finish()]);
    return (await reading).reduce((sum, loss) => sum + loss, 0);
  }

  /** Throws when the device is lost. */
  read(kind: WeightKind): Promise<Float32Array<ArrayBuffer>> {
    const buffer = this.#weights[kind];
    return this.#memory.read(buffer, 0, buffer.size);
  }

  write(kind: WeightKind, vector: Float32Array<ArrayBuffer>): void {
    this.#memory.check();
    this.#memory.device.queue.writeBuffer(this.#weights[kind], 0, vector);
  }

  dispose(): void {
    this.#memory.dispose();
  }

  /** Sends what a batch is: `Batch` in kernels/shared.wgsl. */
  #begin(rows: Uint32Array, kind: LossKind, numbers: BatchNumbers): void {
    this.#memory.check();
    this.#rows.send(rows);
    const words = new Uint32Array(batchBytes / 4);
    const floats = new Float32Array(words.buffer);
    words.set([rows.length, numbers.seed, numbers.threshold, this.#tables.work.losses[kind]]);
    floats.set([numbers.kept, numbers.scale, numbers.rate, numbers.floor, numbers.left], 4);
    this.#memory.device.queue.writeBuffer(this.#batch, 0, words);
  }

  #run(passes: readonly CompiledPass[], rows: number): void {
    const { device } = this.#memory;
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setBindGroup(0, this.#bindings);
    for (const { pipeline, workgroups } of passes) {
      pass.setPipeline(pipeline);
      pass.dispatchWorkgroups(...workgroups(rows));
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }
}

interface BatchNumbers {
  readonly seed: number;
  readonly threshold: number;
  readonly kept: number;
  readonly scale: number;
  readonly rate: number;
  readonly floor: number;
  readonly left: number;
}

/** The bindings of kernels/shared.wgsl: one group serves all kernels. */
function layBindings(device: GPUDevice): GPUBindGroupLayout {
  const types: GPUBufferBindingType[] = [
    'uniform',
    ...Array.from({ length: 4 }, () => 'storage' as const),
    ...Array.from({ length: 3 }, () => 'read-only-storage' as const),
  ];
  return device.createBindGroupLayout({
    entries: types.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
}

async function compilePasses(
  device: GPUDevice,
  bindings: GPUBindGroupLayout,
  { expand, forward, backward }: ReturnType<typeof layPasses>,
): Promise<CompiledPasses> {
  const layout = device.createPipelineLayout({ bindGroupLayouts: [bindings] });
  const compile = async (pass: Pass): Promise<CompiledPass> => {
    const module = device.createShaderModule({ label: pass.name, code: pass.code });
    const compute = { module, entryPoint: 'main' };
    return {
      ...pass,
      pipeline: await device.createComputePipelineAsync({ label: pass.name, layout, compute }),
    };
  };
  const loss = await Promise.all(forward.map(compile));
  return { loss, step: [await compile(expand), ...loss, ...(await Promise.all(backward.map(compile)))] };
}
