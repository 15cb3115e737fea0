/** Where an export's bytes go: call `write` any number of times, then either `finish` or `abandon`. */
export interface FileTarget {
  write(bytes: Uint8Array<ArrayBuffer>): void | Promise<void>;
  /** The file as a Blob, or null when its bytes went to a place of their own. */
  finish(): Promise<Blob | null>;
  /** Leaves no half-written file behind, as far as the target can. */
  abandon(reason: unknown): Promise<void>;
}

/** To the stream when there is one, else to a Blob of that type. */
export function openFileTarget(sink: WritableStream<Uint8Array> | null, mimeType: string): FileTarget {
  return sink ? new StreamTarget(sink) : new BlobTarget(mimeType);
}

/** Bytes gathered before they become a Blob, which the browser may keep on disk instead of in memory. */
const blobPieceBytes = 1 << 24;

class BlobTarget implements FileTarget {
  readonly #mimeType: string;
  #pieces: Blob[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #held = 0;

  constructor(mimeType: string) {
    this.#mimeType = mimeType;
  }

  write(bytes: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(bytes);
    this.#held += bytes.length;
    if (this.#held >= blobPieceBytes) this.#gather();
  }

  finish(): Promise<Blob> {
    this.#gather();
    return Promise.resolve(new Blob(this.#pieces, { type: this.#mimeType }));
  }

  abandon(): Promise<void> {
    this.#pieces = [];
    this.#parts = [];
    return Promise.resolve();
  }

  #gather(): void {
    if (this.#held === 0) return;
    this.#pieces.push(new Blob(this.#parts));
    this.#parts = [];
    this.#held = 0;
  }
}

class StreamTarget implements FileTarget {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;

  constructor(sink: WritableStream<Uint8Array>) {
    this.#writer = sink.getWriter();
    this.#writer.closed.catch(() => undefined);
  }

  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#writer.write(bytes);
  }

  async finish(): Promise<null> {
    await this.#writer.close();
    return null;
  }

  /** A stream that has failed already rejects this too; the first failure is the one to tell. */
  abandon(reason: unknown): Promise<void> {
    return this.#writer.abort(reason).catch(() => undefined);
  }
}
