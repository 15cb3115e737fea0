/** Takes the bytes, whole blocks of 64, into the eight words of the state (FIPS 180-4, section 6.2.2). */
export type HashBlocks = (state: Int32Array, bytes: Uint8Array) => void;

const primes = firstPrimes(64);

/** Section 5.3.3: the first 32 fraction bits of the square roots of the first eight primes. */
export const initialState = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

/** Section 4.2.2: the first 32 fraction bits of the cube roots of the first 64 primes. */
export const roundConstants = Int32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));

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

const schedule = new Int32Array(64);

/** In plain JavaScript. */
export function hashBlocks(state: Int32Array, bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length; start += 64) compress(state, schedule, bytes, start);
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
