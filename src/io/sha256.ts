import { type HashBlocks, hashBlocks, initialState } from './sha256-blocks';
import { kernelHashBlocks } from './sha256-kernel';

/**
 * SHA-256 of bytes that arrive in pieces (FIPS 180-4, section 6.2). The platform's own digest
 * wants all bytes at once, which a file larger than memory does not allow.
 */
export class Sha256 {
  readonly #hashBlocks = fastestHashBlocks();
  readonly #state = Int32Array.from(initialState);
  readonly #block = new Uint8Array(64);
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
      this.#hashBlocks(this.#state, this.#block);
      this.#held = 0;
    }
    const end = bytes.length - ((bytes.length - start) % 64);
    if (start < end) this.#hashBlocks(this.#state, bytes.subarray(start, end));
    this.#block.set(bytes.subarray(end));
    this.#held = bytes.length - end;
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
    this.#hashBlocks(this.#state, tail);
  }
}

function hexadecimalWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

let fastest: HashBlocks | null = null;

function fastestHashBlocks(): HashBlocks {
  fastest ??= kernelHashBlocks() ?? hashBlocks;
  return fastest;
}
