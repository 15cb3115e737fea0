/** The exact texts of those numbers that their format would write differently, in order of rows. */
export class OddSpellings {
  #rows = new Int32Array(16);
  #ends = new Int32Array(16);
  #bytes = new Uint8Array(128);
  #count = 0;

  /** Rows must come in rising order. */
  add(row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#count === this.#rows.length) {
      this.#rows = grown(this.#rows, new Int32Array(this.#count * 2));
      this.#ends = grown(this.#ends, new Int32Array(this.#count * 2));
    }
    const from = this.#startOf(this.#count);
    const to = from + end - start;
    if (to > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(to, this.#bytes.length * 2)));
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#rows[this.#count] = row;
    this.#ends[this.#count++] = to;
  }

  /** Calls `take` with each row and its text, as bytes, in order. */
  forEach(take: (row: number, text: Uint8Array) => void): void {
    for (let i = 0; i < this.#count; i++)
      take(this.#rows[i], this.#bytes.subarray(this.#startOf(i), this.#ends[i]));
  }

  /** Those of the rows named alone, which rise, and are numbered anew. */
  keptIn(rows: Uint32Array): OddSpellings {
    const kept = new OddSpellings();
    let at = 0;
    this.forEach((row, text) => {
      while (at < rows.length && rows[at] < row) at++;
      if (rows[at] === row) kept.add(at, text, 0, text.length);
    });
    return kept;
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1];
  }
}

function grown<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
