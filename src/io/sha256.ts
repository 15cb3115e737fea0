/**
 * SHA-256 of bytes that arrive in pieces (FIPS 180-4, section 6.2). The platform's own digest
 * wants all bytes at once, which a file larger than memory does not allow.
 */
export class Sha256 {
  readonly #state = Int32Array.from(initialState);
  readonly #block = new Uint8Array(64);
  readonly #schedule = new Int32Array(64);
  #held = 0;
  #byteCount = 0;
  #hexadecimal: string | null = null;

  /** Takes the next bytes of the message; throws once the digest has been read. */
  update(bytes: Uint8Array): this {
    if (this.#hexadecimal !== null) throw new Error('The digest has already been read.');
    this.#byteCount += bytes.length;
    let start = 0;
    if (this.#held > 0) {
      start = Math.min(64 - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, start), this.#held);
      this.#held += start;
      if (this.#held < 64) return this;
      compress(this.#state, this.#schedule, this.#block, 0);
      this.#held = 0;
    }
    for (; start + 64 <= bytes.length; start += 64) compress(this.#state, this.#schedule, bytes, start);
    this.#block.set(bytes.subarray(start));
    this.#held = bytes.length - start;
    return this;
  }

  /** The digest as 64 lower-case hexadecimal digits; it may be read again. */
  hexDigest(): string {
    if (this.#hexadecimal === null) {
      this.#pad();
      this.#hexadecimal = Array.from(this.#state, hexadecimalWord).join('');
    }
    return this.#hexadecimal;
  }

  /** Section 5.1.1: a one bit, zeros, and the message's length in bits as a 64-bit number. */
  #pad(): void {
    const bits = this.#byteCount * 8;
    const tail = new Uint8Array(this.#held < 56 ? 64 : 128);
    tail.set(this.#block.subarray(0, this.#held));
    tail[this.#held] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(tail.length - 4, bits >>> 0);
    for (let start = 0; start < tail.length; start += 64) compress(this.#state, this.#schedule, tail, start);
  }
}

function hexadecimalWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

const primes = firstPrimes(64);

/** Section 5.3.3: the first 32 fraction bits of the square roots of the first eight primes. */
const initialState = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

/** Section 4.2.2: the first 32 fraction bits of the cube roots of the first 64 primes. */
const roundConstants = Int32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));

function fractionBits(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n);
  }
  return found;
}

/** One 64-byte block of the message into the state; `w` is room for the message schedule. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, start: number): void {
  expandSchedule(w, bytes, start);
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = g ^ (e & (f ^ g));
    const first = (h + sum1 + choice + roundConstants[t] + w[t]) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) | (c & (a | b));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

function expandSchedule(w: Int32Array, bytes: Uint8Array, start: number): void {
  for (let t = 0; t < 16; t++) {
    const at = start + t * 4;
    w[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15];
    const y = w[t - 2];
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = w[t - 16] + sigma0 + w[t - 7] + sigma1;
  }
}
