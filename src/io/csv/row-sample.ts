import { RandomStream } from '../../engine/random';

/**
 * A uniform sample of rows that come one by one, of which as many are kept as there is room for: each row with the same
 * probability, independently of all others. The same rows come out of the same file.
 */
export class RowSample {
  readonly #random = new RandomStream(1, 'rows of a large file');
  #share = 1;
  #seen = 0;

  /** Rows that came so far. */
  get seen(): number {
    return this.#seen;
  }

  /** Whether the next row belongs to the sample. */
  takes(): boolean {
    this.#seen++;
    return this.#share === 1 || this.#random.float() < this.#share;
  }

  /** Halves the sample: which of the rows taken so far stay, by number, in order. */
  halve(taken: number): Uint32Array {
    this.#share /= 2;
    const kept = new Uint32Array(taken);
    let count = 0;
    for (let row = 0; row < taken; row++) if (this.#random.uint32() < 2 ** 31) kept[count++] = row;
    return kept.slice(0, count);
  }
}
