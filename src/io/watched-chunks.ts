import { UserError } from '../engine/errors';
import { Sha256 } from './sha256';
import { readWords } from './words';

interface Watch {
  /** The file's size in bytes, to notice a file that changes; null when it is not known. */
  readonly byteCount: number | null;
  /** Called with the bytes read so far after each chunk. */
  readonly onProgress?: (bytesRead: number) => void;
}

/** A file's own chunks, hashed and counted as they pass. */
export class WatchedChunks {
  readonly hash = new Sha256();
  byteCount = 0;
  readonly #chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[];
  readonly #watch: Watch;

  constructor(chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[], watch: Watch) {
    this.#chunks = chunks;
    this.#watch = watch;
  }

  /** Throws UserError when the file has become unreadable or another size. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#chunks) {
        this.hash.update(chunk);
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
