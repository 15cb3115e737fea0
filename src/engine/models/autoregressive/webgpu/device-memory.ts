/** Buffers of one device, given back together. Says so when the device is lost, or has no room. */
export class DeviceMemory {
  readonly device: GPUDevice;
  readonly #buffers: GPUBuffer[] = [];
  #lost: string | null = null;

  constructor(device: GPUDevice) {
    this.device = device;
    void device.lost.then(({ message }) => (this.#lost = message));
  }

  /** Throws when the device is lost. */
  check(): void {
    if (this.#lost !== null) throw new Error(`The graphics device was lost. ${this.#lost}`);
  }

  /** A buffer of so many bytes, a multiple of 4, all 0. Whether there was room `settled` will say. */
  take(label: string, size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const { maxBufferSize, maxStorageBufferBindingSize } = this.device.limits;
    if (size > Math.min(maxBufferSize, maxStorageBufferBindingSize)) throw noRoom();
    const buffer = this.device.createBuffer({ label, size, usage });
    this.#buffers.push(buffer);
    return buffer;
  }

  /**
   * Does work that makes buffers and pipelines.
   * @throws Error when the device has no room for them, which counts as losing it, or they are not valid
   */
  async settle<Result>(work: () => Promise<Result>): Promise<Result> {
    this.device.pushErrorScope('validation');
    this.device.pushErrorScope('out-of-memory');
    const [outcome] = await Promise.allSettled([work()]);
    const full = await this.device.popErrorScope();
    const wrong = await this.device.popErrorScope();
    if (outcome.status === 'fulfilled' && !full && !wrong) return outcome.value;
    this.dispose();
    this.check();
    if (full) throw noRoom();
    throw wrong ? new Error(wrong.message) : (outcome as PromiseRejectedResult).reason;
  }

  /** A copy of a buffer's piece, from byte `start` on. Throws when the device is lost. */
  async read(buffer: GPUBuffer, start: number, size: number): Promise<Float32Array<ArrayBuffer>> {
    const copy = this.device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    const encoder = this.device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, start, copy, 0, size);
    this.device.queue.submit([encoder.finish()]);
    try {
      await copy.mapAsync(GPUMapMode.READ);
      return new Float32Array(copy.getMappedRange().slice(0));
    } catch (cause) {
      throw new Error('The graphics device was lost: it gives no answer.', { cause });
    } finally {
      copy.destroy();
    }
  }

  dispose(): void {
    for (const buffer of this.#buffers) buffer.destroy();
    this.#buffers.length = 0;
  }
}

function noRoom(): Error {
  return new Error('The graphics device has no room for this network and counts as lost.');
}
