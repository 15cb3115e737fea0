/** Fills the words with independent uniform bits; at most 16,384 words are asked for at a time. */
export type WordSource = (words: Uint32Array<ArrayBuffer>) => void;

/** What the machine's generator gives in one go. */
const wordsAtOnce = 16_384;
const ulp = 2 ** -53;

/** Random bits in the forms that the samplers ask for. Bits are used once and never kept. */
export class RandomBits {
  readonly #source: WordSource;
  readonly #words = new Uint32Array(wordsAtOnce);
  #used = wordsAtOnce;

  constructor(source: WordSource) {
    this.#source = source;
  }

  /** A uniform integer in 0 … 2³²−1. */
  word(): number {
    if (this.#used === wordsAtOnce) {
      this.#source(this.#words);
      this.#used = 0;
    }
    return this.#words[this.#used++];
  }

  /** A uniform integer in 0 … 2⁵³−1. */
  integer53(): number {
    return (this.word() >>> 5) * 67_108_864 + (this.word() >>> 6);
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    return this.integer53() * ulp;
  }

  /** A uniform integer in 0 … bound−1, without bias; bound ≤ 2⁵³. */
  below(bound: number): number {
    const end = 2 ** 53 - (2 ** 53 % bound);
    let value = this.integer53();
    while (value >= end) value = this.integer53();
    return value % bound;
  }

  /** Fills an array of at most 16,384 words. */
  fill(words: Uint32Array<ArrayBuffer>): void {
    this.#source(words);
  }
}
