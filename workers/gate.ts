/** Lets a long loop be paused, and messages in between its steps. Its clock stands still while it is closed. */
export class Gate {
  readonly #channel = new MessageChannel();
  #opened: Promise<void> | null = null;
  #open: () => void = () => undefined;
  #closedAt = 0;
  #closedFor = 0;

  /** Milliseconds, pauses left out. */
  now(): number {
    return (this.#opened ? this.#closedAt : performance.now()) - this.#closedFor;
  }

  close(): void {
    if (this.#opened) return;
    this.#closedAt = performance.now();
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    if (!this.#opened) return;
    this.#closedFor += performance.now() - this.#closedAt;
    this.#opened = null;
    this.#open();
  }

  /** Resolves after waiting messages were handled, and not before the gate is open. */
  async pass(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#channel.port1.onmessage = () => resolve();
      this.#channel.port2.postMessage(null);
    });
    while (this.#opened) await this.#opened;
  }
}
