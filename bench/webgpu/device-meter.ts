/** What a page asked of its WebGPU device since the last reading. */
export interface DeviceUse {
  /** Dispatches by the label of their pipeline. */
  readonly dispatches: Record<string, number>;
  readonly submits: number;
  readonly pipelines: number;
  readonly bindGroups: number;
  /** Bytes that went to the device: written to a buffer, or put into one as it was made. */
  readonly bytesUp: number;
  /** Bytes mapped for reading, and how often. */
  readonly bytesDown: number;
  readonly readings: number;
  /** Bytes of buffers made. */
  readonly bytesMade: number;
}

interface Counts extends Omit<DeviceUse, 'dispatches'> {
  readonly dispatches: Map<string, number>;
}
type Count = { -readonly [Key in keyof Counts]: Counts[Key] };

const nothing = (): Count => ({
  dispatches: new Map(),
  submits: 0,
  pipelines: 0,
  bindGroups: 0,
  bytesUp: 0,
  bytesDown: 0,
  readings: 0,
  bytesMade: 0,
});

/**
 * Counts what a page asks of WebGPU, whichever library asks: from `watch` on, the interface's own methods take note.
 * The bytes of indirect dispatches' arguments, textures and copies within the device do not count.
 */
export class DeviceMeter {
  #count = nothing();

  static watch(): DeviceMeter {
    const meter = new DeviceMeter();
    meter.#watchDispatches();
    meter.#watchBuffers();
    beforeEach(GPUQueue.prototype, 'submit', () => meter.#count.submits++);
    beforeEach(GPUDevice.prototype, 'createBindGroup', () => meter.#count.bindGroups++);
    beforeEach(GPUDevice.prototype, 'createComputePipeline', () => meter.#count.pipelines++);
    beforeEach(GPUDevice.prototype, 'createComputePipelineAsync', () => meter.#count.pipelines++);
    return meter;
  }

  /** What was asked for since the last reading; begins anew. */
  read(): DeviceUse {
    const { dispatches, ...rest } = this.#count;
    this.#count = nothing();
    return { ...rest, dispatches: Object.fromEntries(dispatches) };
  }

  #watchDispatches(): void {
    const labels = new WeakMap<GPUComputePassEncoder, string>();
    beforeEach(GPUComputePassEncoder.prototype, 'setPipeline', (pass, pipeline) => {
      labels.set(pass, pipeline.label);
    });
    beforeEach(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', (pass) => {
      const { dispatches } = this.#count;
      const label = labels.get(pass) ?? '';
      dispatches.set(label, (dispatches.get(label) ?? 0) + 1);
    });
  }

  #watchBuffers(): void {
    beforeEach(GPUDevice.prototype, 'createBuffer', (_device, { size, mappedAtCreation }) => {
      this.#count.bytesMade += size;
      if (mappedAtCreation === true) this.#count.bytesUp += size;
    });
    beforeEach(GPUQueue.prototype, 'writeBuffer', (_queue, _buffer, _offset, data, from = 0, size) => {
      const unit = ArrayBuffer.isView(data) ? bytesPerEntry(data) : 1;
      this.#count.bytesUp += size === undefined ? data.byteLength - from * unit : size * unit;
    });
    beforeEach(GPUBuffer.prototype, 'mapAsync', (buffer, mode) => {
      if ((mode & GPUMapMode.READ) === 0) return;
      this.#count.readings++;
      this.#count.bytesDown += buffer.size;
    });
  }
}

type MethodsOf<Owner> = {
  [Name in keyof Owner]: Owner[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Owner];
type ArgumentsOf<Owner, Name extends keyof Owner> = Owner[Name] extends (...args: infer Arguments) => unknown
  ? Arguments
  : never;

/** Lets `note` see every call of a method before it is made. */
function beforeEach<Owner extends object, Name extends MethodsOf<Owner>>(
  owner: Owner,
  name: Name,
  note: (self: Owner, ...args: ArgumentsOf<Owner, Name>) => void,
): void {
  const method = owner[name] as (this: Owner, ...args: ArgumentsOf<Owner, Name>) => unknown;
  owner[name] = function (this: Owner, ...args: ArgumentsOf<Owner, Name>) {
    note(this, ...args);
    return method.apply(this, args);
  } as Owner[Name];
}

function bytesPerEntry(data: ArrayBufferView): number {
  return (data as Uint8Array).BYTES_PER_ELEMENT;
}
