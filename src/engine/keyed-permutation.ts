import { philox4x32, RandomStream } from './random';

const rounds = 6;

/**
 * The numbers 0 … size−1 in an order of their own for each seed and name, found number by number without a table: Feistel
 * rounds over two digits of about √size values each, repeated where they lead beyond the last number (Black & Rogaway, "Ciphers
 * with arbitrary finite domains", 2002). Not a secret: whoever knows the seed can go back.
 */
export class KeyedPermutation {
  readonly size: number;
  readonly #high: number;
  readonly #low: number;
  readonly #key: Uint32Array;
  readonly #counter = new Uint32Array(4);
  readonly #block = new Uint32Array(4);

  /** @param size 1 … 2⁵² */
  constructor(size: number, seed: number, name: string) {
    this.size = size;
    this.#high = Math.ceil(Math.sqrt(size));
    this.#low = Math.ceil(size / this.#high);
    const random = new RandomStream(seed, name);
    this.#key = Uint32Array.of(random.uint32(), random.uint32());
  }

  /** The number at a place 0 … size−1. */
  at(place: number): number {
    let number = place;
    do number = this.#mix(number);
    while (number >= this.size);
    return number;
  }

  #mix(number: number): number {
    let high = Math.floor(number / this.#low);
    let low = number % this.#low;
    for (let round = 0; round < rounds; round++) {
      if (round % 2 === 0) low = (low + this.#scramble(high, round)) % this.#low;
      else high = (high + this.#scramble(low, round)) % this.#high;
    }
    return high * this.#low + low;
  }

  #scramble(digit: number, round: number): number {
    this.#counter[0] = digit;
    this.#counter[1] = round;
    philox4x32(this.#counter, this.#key, this.#block);
    return this.#block[0];
  }
}
