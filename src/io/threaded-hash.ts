import { Sha256 } from './sha256';
import type { RunningHash } from './watched-chunks';

/** Pieces that may wait for the other thread: their memory is used again, so that it does not grow with the file. */
const mostAhead = 2;

/** What the thread sends back: it is there (null), memory of a piece that it is done with, or the digest. */
type Answer = null | Uint8Array<ArrayBuffer> | string;

interface Expectation {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** SHA-256 by the thread that runs `serveHash` on the other end of a port. Pieces are copied: they stay the caller's. */
export class ThreadedHash implements RunningHash {
  /** Resolves once the thread is there; rejects where none comes. */
  readonly ready: Promise<unknown>;
  readonly #port: MessagePort;
  /** Answers come in the order of questions. */
  readonly #expected: Expectation[] = [];
  /** What is to come back of the pieces sent last. */
  readonly #ahead: Promise<Answer>[] = [];
  #failure: Error | null = null;

  constructor(port: MessagePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#expected.shift()?.resolve(data as Answer));
    port.start();
    this.ready = this.#answer();
  }

  /** Resolves as soon as more may be given; rejects once the thread has failed. */
  async update(bytes: Uint8Array): Promise<void> {
    const returned = this.#ahead.length < mostAhead ? null : await this.#ahead.shift();
    const memory = returned instanceof Uint8Array ? returned.buffer : new ArrayBuffer(bytes.length);
    const room = memory.byteLength < bytes.length ? new ArrayBuffer(bytes.length) : memory;
    const piece = new Uint8Array(room, 0, bytes.length);
    piece.set(bytes);
    this.#ahead.push(this.#ask(piece, [room]));
  }

  /** The digest as 64 lower-case hexadecimal digits, once. Rejects once the thread has failed. */
  async hexDigest(): Promise<string> {
    return (await this.#ask(null, [])) as string;
  }

  /** The thread has ended by itself: whatever is waited for will not come. */
  fail(): void {
    this.#failure = new Error('The thread that hashes has ended.');
    for (const { reject } of this.#expected.splice(0)) reject(this.#failure);
  }

  #ask(question: Uint8Array | null, moved: ArrayBuffer[]): Promise<Answer> {
    const answer = this.#answer();
    if (this.#failure === null) this.#port.postMessage(question, moved);
    return answer;
  }

  #answer(): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.#failure === null) this.#expected.push({ resolve, reject });
      else reject(this.#failure);
    });
    // Nobody may be waiting for this one when the thread fails; who waits for another one is told.
    answer.catch(() => undefined);
    return answer;
  }
}

/** What the thread does: takes pieces of one message, gives their memory back, and at last the digest. */
export function serveHash(port: MessagePort): void {
  const hash = new Sha256();
  port.addEventListener('message', ({ data }) => {
    const piece = data as Uint8Array<ArrayBuffer> | null;
    if (piece === null) {
      port.postMessage(hash.hexDigest());
      return;
    }
    hash.update(piece);
    port.postMessage(piece, [piece.buffer]);
  });
  port.start();
  port.postMessage(null);
}
