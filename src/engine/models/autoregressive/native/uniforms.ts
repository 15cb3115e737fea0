import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';
import type { RandomStream } from '../../../random';

/** Uniform numbers in [0, 1) in the kernels' memory: one for each row and column, row by row. */
export class Uniforms {
  /** Bytes between rows. */
  readonly stride: number;
  readonly #arena: Arena;
  readonly #columns: number;
  readonly #address: Address;

  constructor(arena: Arena, columns: number, capacity: number) {
    this.#arena = arena;
    this.#columns = columns;
    this.#address = arena.take(4 * blocksFor(capacity * columns));
    this.stride = 4 * columns;
  }

  /** Takes the stream's next numbers. */
  fill(rows: number, random: RandomStream): void {
    const blocks = blocksFor(rows * this.#columns);
    const { key, counter } = random.takeBlocks(blocks);
    const [a, b, c, d] = counter;
    this.#arena.kernels.fillUniforms(a, b, c, d, key[0], key[1], blocks, this.#address);
  }

  at(row: number, column: number): Address {
    return this.#address + row * this.stride + 4 * column;
  }
}

/** Blocks of four numbers, of which the kernel makes four together. */
function blocksFor(numbers: number): number {
  return 4 * Math.ceil(numbers / 16);
}
