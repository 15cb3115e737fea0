import type { Address, Kernels } from './kernels';

const pageBytes = 65_536;
const mostPages = 65_536;
/** Rows of a matrix start at such addresses: a cache line. */
const alignment = 64;

/**
 * The kernels with a memory of their own, handed out piece by piece and never taken back: one network's life long.
 * A view is good until the next `take`, which may move the memory.
 */
export class Arena {
  readonly kernels: Kernels;
  readonly #memory: WebAssembly.Memory;
  #used = alignment;

  /** @throws RangeError when the memory cannot be had (in `take`) */
  constructor(module: WebAssembly.Module) {
    this.#memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages });
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = instance.exports as unknown as Kernels;
  }

  get bytes(): number {
    return this.#used;
  }

  /** Room for so many 32-bit numbers, all 0. */
  take(count: number): Address {
    const start = this.#used;
    this.#used += Math.ceil((count * 4) / alignment) * alignment;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) this.#grow(Math.ceil(missing / pageBytes));
    return start;
  }

  /** By half as much again at least, as growing takes long; what is not used is not held. */
  #grow(pages: number): void {
    const held = this.#memory.buffer.byteLength / pageBytes;
    const spare = Math.min(held >> 1, mostPages - held);
    this.#memory.grow(Math.max(pages, spare));
  }

  /** Room that holds these numbers. */
  place(numbers: Int32Array | Float32Array): Address {
    const start = this.take(numbers.length);
    if (numbers instanceof Int32Array) this.integers(start, numbers.length).set(numbers);
    else this.floats(start, numbers.length).set(numbers);
    return start;
  }

  floats(start: Address, count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#memory.buffer, start, count);
  }

  integers(start: Address, count: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#memory.buffer, start, count);
  }
}
