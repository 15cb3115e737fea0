import type { CodedColumns } from '../../models/autoregressive/batch-builder';
import type { Dropout, NativeNetwork } from '../../models/autoregressive/native/native-network';

/** One member's copy of the network and of the codes. */
export class PoolMember {
  readonly native: NativeNetwork;
  readonly #columns: readonly CodedColumns[];
  readonly #capacity: number;

  /** @param capacity most rows that the network takes at a time */
  constructor(native: NativeNetwork, columns: readonly CodedColumns[], capacity: number) {
    this.native = native;
    this.#columns = columns;
    this.#capacity = capacity;
  }

  /** Puts the gradient of these rows into the network; their loss, nats. */
  gradient(rows: Uint32Array, scale: number, dropout: Dropout | null): number {
    return this.native.gradient(this.#columns, rows, scale, dropout);
  }

  /** Loss summed over the rows, nats, without dropout. */
  loss(rows: Uint32Array): number {
    let loss = 0;
    for (let start = 0; start < rows.length; start += this.#capacity) {
      loss += this.native.loss(this.#columns, rows.subarray(start, start + this.#capacity));
    }
    return loss;
  }

  /** A number that members with different weights almost surely differ in (FNV-1a, 32 bits). */
  digest(): number {
    const { parameters } = this.native;
    const words = new Int32Array(parameters.buffer, parameters.byteOffset, parameters.length);
    let digest = 0x811c9dc5 | 0;
    for (const word of words) digest = Math.imul(digest ^ word, 0x01000193);
    return digest;
  }
}

/** What a member drops out in a step: another set for each, and the first's as if it were alone. */
export function dropoutOf(rate: number, seed: number, step: number, rank: number): Dropout | null {
  if (rate === 0) return null;
  return { rate, seed: Math.imul(seed, 0x9e3779b1) ^ step ^ Math.imul(rank, 0x27d4eb2f) };
}
