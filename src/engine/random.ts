/**
 * Seeded randomness as named, independent streams: Philox4x32-10, a counter-based generator
 * (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011). The same seed and name give
 * the same numbers on every machine. Never use it to protect people.
 */
export class RandomStream {
  readonly #key: Uint32Array;
  readonly #counter = new Uint32Array(4);
  readonly #block = new Uint32Array(4);
  #used = 4;
  #spareNormal = Number.NaN;

  /** @param part of the stream, 0 … 2³²−1: each is as long as anybody needs, and none of them overlap */
  constructor(seed: number, name: string, part = 0) {
    const hash = hashName(name);
    this.#key = Uint32Array.of(seed >>> 0, hash);
    this.#counter[2] = part;
    this.#counter[3] = Math.floor(seed / 2 ** 32) >>> 0;
  }

  /** A uniform integer in 0 … 2³²−1. */
  uint32(): number {
    if (this.#used === 4) {
      philox4x32(this.#counter, this.#key, this.#block);
      this.#used = 0;
      this.#counter[0]++;
      if (this.#counter[0] === 0) this.#counter[1]++;
    }
    return this.#block[this.#used++];
  }

  /**
   * Sets the next so many whole blocks of four numbers aside, for who computes them elsewhere: they are what philox4x32
   * makes of `key` and the counters from `counter` on. What is left of the current block is passed over.
   */
  takeBlocks(count: number): { readonly key: Uint32Array; readonly counter: Uint32Array } {
    const counter = this.#counter.slice();
    const next = counter[0] + count;
    this.#counter[0] = next;
    this.#counter[1] += Math.floor(next / 2 ** 32);
    this.#used = 4;
    return { key: this.#key.slice(), counter };
  }

  /** Uniform in [0, 1), 53 bits. */
  float(): number {
    return ((this.uint32() >>> 5) * 67108864 + (this.uint32() >>> 6)) / 9007199254740992;
  }

  /** A uniform integer in 0 … bound−1, without bias; bound ≤ 2³². */
  int(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let value = this.uint32();
    while (value >= limit) value = this.uint32();
    return value % bound;
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    const spare = this.#spareNormal;
    this.#spareNormal = Number.NaN;
    if (!Number.isNaN(spare)) return spare;
    const radius = Math.sqrt(-2 * Math.log(1 - this.float()));
    const angle = 2 * Math.PI * this.float();
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Shuffles in place (Fisher–Yates). */
  shuffle<T extends { length: number; [index: number]: number }>(items: T): T {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      const held = items[i];
      items[i] = items[j];
      items[j] = held;
    }
    return items;
  }
}

/** The numbers 0 … count−1 in random order. */
export function permutation(count: number, random: RandomStream): Uint32Array {
  const items = new Uint32Array(count);
  for (let i = 0; i < count; i++) items[i] = i;
  return random.shuffle(items);
}

/** 32-bit FNV-1a of the name's UTF-16 units: a stream's second key word. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** One Philox4x32-10 block: counter (4 words) and key (2 words) to four random words. */
export function philox4x32(counter: Uint32Array, key: Uint32Array, out: Uint32Array): void {
  let [c0, c1, c2, c3] = counter;
  let k0 = key[0];
  let k1 = key[1];
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0) >>> 0;
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of the 64-bit product of two unsigned words. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const cross = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + Math.floor(middle / 65536) + Math.floor(cross / 65536)) >>> 0;
}
