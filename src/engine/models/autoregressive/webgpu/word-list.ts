/** A list of 32-bit words that grows; lists within it are known by where they start. */
export class WordList {
  #words = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Everything put in so far. */
  get words(): Uint32Array<ArrayBuffer> {
    return this.#words.slice(0, this.#length);
  }

  /** Puts a list at the end; gives its start. Negative numbers are kept as their two's complement. */
  put(list: ArrayLike<number>): number {
    const start = this.reserve(list.length);
    this.#words.set(list, start);
    return start;
  }

  /** Makes room for so many words, 0 till they are written; gives their start. */
  reserve(count: number): number {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#words.length) {
      const grown = new Uint32Array(Math.max(2 * this.#words.length, this.#length));
      grown.set(this.#words);
      this.#words = grown;
    }
    return start;
  }

  /** Writes over a list put in, or reserved, before. */
  write(start: number, list: ArrayLike<number>): void {
    this.#words.set(list, start);
  }
}
