import type { Arena } from '../../../kernels/arena';
import type { Address } from '../../../kernels/kernels';

/** Hidden units of a layer that were finished together. */
export interface FinishedUnits {
  readonly first: number;
  readonly count: number;
}

/** Numbers in the kernels' memory, `stride` bytes from row to row. */
export interface Rows {
  readonly address: Address;
  readonly stride: number;
}

/** Per row and layer, the finished hidden units that are above 0, as lists in the kernels' memory (assembly/drawing.ts). */
export class ActiveUnits {
  readonly #arena: Arena;
  /** Per layer. */
  readonly #entries: readonly Address[];
  readonly #counts: readonly Address[];
  readonly #stride: number;

  /** @param units most of a layer */
  constructor(arena: Arena, layers: number, units: number, capacity: number) {
    this.#arena = arena;
    // One entry more than there are units: those at 0 are written, and written over.
    this.#stride = 8 * (units + 1);
    this.#entries = Array.from({ length: layers }, () => arena.take((capacity * this.#stride) / 4));
    this.#counts = this.#entries.map(() => arena.take(capacity));
  }

  /** Forgets all. */
  clear(rows: number): void {
    for (const counts of this.#counts) this.#arena.integers(counts, rows).fill(0);
  }

  /** outputs += a layer's units · weights, for the rows from `first` on, which lie side by side in `outputs`. */
  addProducts(
    layer: number,
    first: number,
    rows: number,
    weights: Address,
    width: number,
    outputs: Address,
  ): void {
    const entries = this.#entries[layer] + first * this.#stride;
    const counts = this.#counts[layer] + 4 * first;
    const { kernels } = this.#arena;
    kernels.addProducts(entries, this.#stride, counts, rows, weights, width, outputs, 4 * width);
  }

  /**
   * Finishes units of a layer, for the rows from `first` on: their rectified sums, added to `states` but for the first
   * layer's, which replace them.
   */
  finish(layer: number, first: number, rows: number, units: FinishedUnits, sums: Rows, states: Rows): void {
    this.#arena.kernels.finishUnits(
      sums.address,
      sums.stride,
      states.address,
      states.stride,
      layer === 0 ? 1 : 0,
      units.count,
      units.first,
      rows,
      this.#entries[layer] + first * this.#stride,
      this.#stride,
      this.#counts[layer] + 4 * first,
    );
  }
}
