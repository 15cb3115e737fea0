import { UserError } from '../engine/errors';
import { joinBytes } from './join-bytes';

/** The head of a file, by which it is recognised. */
export interface Sample {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

const sampleBytes = 256 * 1024;
const longestSampleBytes = 4 * 1024 * 1024;
const linesWanted = 10;

/** Bytes that come in chunks of any size, of which some can be looked at before they are read. */
export class ChunkSource {
  readonly #chunks: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #ahead: Uint8Array | null = null;
  #hasEnded = false;

  constructor(chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[]) {
    this.#chunks = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks.values();
  }

  /** The next chunk, a looked-at sample first; null at the end. Throws what the source throws. */
  async next(): Promise<Uint8Array | null> {
    const ahead = this.#ahead;
    if (ahead === null) return this.#read();
    this.#ahead = null;
    return ahead;
  }

  /** All that is left, as one piece. Throws UserError with more than `mostBytes`. */
  async takeAll(mostBytes: number, tooLarge: string): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (let chunk = await this.next(); chunk !== null; chunk = await this.next()) {
      parts.push(chunk.slice());
      size += chunk.length;
      if (size > mostBytes) throw new UserError(tooLarge);
    }
    return joinBytes(parts);
  }

  /** Looks at the head without taking it: some hundred kilobytes, more while that holds but few lines. */
  async peek(): Promise<Sample> {
    const parts: Uint8Array[] = [];
    let size = 0;
    let lines = 0;
    while (size < sampleBytes || (lines < linesWanted && size < longestSampleBytes)) {
      const chunk = await this.next();
      if (chunk === null) break;
      parts.push(chunk.slice());
      size += chunk.length;
      for (let i = 0; i < chunk.length && lines < linesWanted; i++)
        if (chunk[i] === 10 || chunk[i] === 13) lines++;
    }
    const bytes = joinBytes(parts);
    if (bytes.length > 0) this.#ahead = bytes;
    return { bytes, isWhole: this.#hasEnded };
  }

  /** The chunks that are left. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk !== null; chunk = await this.next()) yield chunk;
  }

  async #read(): Promise<Uint8Array | null> {
    if (this.#hasEnded) return null;
    const result = await this.#chunks.next();
    if (result.done !== true) return result.value;
    this.#hasEnded = true;
    return null;
  }
}
