import { UserError } from '../engine/errors';
import { Sha256 } from './sha256';
import { readWords } from './words';

/** Takes the bytes of a message piece by piece and comes to their SHA-256. */
export interface RunningHash {
  /** The bytes stay the caller's. What it may promise is that more can be taken. */
  update(bytes: Uint8Array): unknown;
  /** 64 lower-case hexadecimal digits, once all bytes were taken. */
  hexDigest(): string | Promise<string>;
}

interface Watch {
  /** Hashes the bytes; `Sha256` when there is no faster one. */
  readonly hash?: RunningHash;
  /** The file's size in bytes, to notice a file that changes; null when it is not known. */
  readonly byteCount: number | null;
  /** Called with the bytes read so far after each chunk. */
  readonly onProgress?: (bytesRead: number) => void;
}

/** A file's own chunks, hashed and counted as they pass. */
export class WatchedChunks {
  readonly hash: RunningHash;
  byteCount = 0;
  readonly #chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[];
  readonly #watch: Watch;

  constructor(chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[], watch: Watch) {
    this.#chunks = chunks;
    this.#watch = watch;
    this.hash = watch.hash ?? new Sha256();
  }

  /** Throws UserError when the file has become unreadable or another size. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#chunks) {
        await this.hash.update(chunk);
        this.byteCount += chunk.length;
        this.#watch.onProgress?.(this.byteCount);
        yield chunk;
      }
    } catch (error) {
      const isGone = error instanceof Error && ['NotReadableError', 'NotFoundError'].includes(error.name);
      throw isGone ? changedFile() : error;
    }
    const expected = this.#watch.byteCount;
    if (expected !== null && expected !== this.byteCount) throw changedFile();
  }
}

function changedFile(): UserError {
  return new UserError(readWords().changed);
}
