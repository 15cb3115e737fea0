/** Threads that can share the training, as the worker or program has them. */
export interface PeerSource {
  /** Processor cores of the machine, this thread's included. */
  readonly cores: number;
  /**
   * Begins so many threads that run `servePeer` with these kernels. They come with the thread, because not every browser
   * lets a compiled module pass through a MessagePort. Throws where there can be no threads.
   */
  open(count: number, kernels: WebAssembly.Module): readonly Peer[];
  /** Milliseconds, from any origin. */
  now(): number;
  /** Calls `tick` about once a second until the answer is called. */
  everySecond(tick: () => void): () => void;
}

/** A thread that runs `servePeer` on the other end of `port`. */
export interface Peer {
  readonly port: MessagePort;
  /** Tells once when the thread ends without having been asked to. */
  onBroken(report: () => void): void;
  /** Ends the thread, whatever it is doing. */
  end(): void;
}
