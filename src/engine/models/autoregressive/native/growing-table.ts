import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';

const fewestRows = 64;

/** Rows of floats in the kernels' memory that become more. Addresses are good until the next `extend`. */
export class GrowingTable {
  readonly #arena: Arena;
  readonly #width: number;
  #address: Address = 0;
  #rows = 0;
  #capacity = 0;

  constructor(arena: Arena, width: number) {
    this.#arena = arena;
    this.#width = width;
  }

  get address(): Address {
    return this.#address;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Room for so many more rows, behind those there are: its address. @throws RangeError when there is none */
  extend(rows: number): Address {
    const first = this.#rows;
    this.#rows += rows;
    if (this.#rows > this.#capacity) this.#move(Math.max(fewestRows, this.#rows, 2 * this.#capacity));
    return this.#address + 4 * first * this.#width;
  }

  #move(capacity: number): void {
    const floats = this.#capacity * this.#width;
    const to = this.#arena.take(capacity * this.#width);
    this.#arena.floats(to, floats).set(this.#arena.floats(this.#address, floats));
    this.#address = to;
    this.#capacity = capacity;
  }
}
