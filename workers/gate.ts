/** Lets a long loop be paused, and messages in between its steps. Its clock stands still while it is closed. */
export class Gate {
  readonly #channel = new MessageChannel();
  /** Who waits for a turn, in the order of asking. */
  readonly #waiting: (() => void)[] = [];
  #opened: Promise<void> | null = null;
  #open: () => void = () => undefined;
  #closedAt = 0;
  #closedFor = 0;

  constructor() {
    this.#channel.port1.onmessage = () => this.#waiting.shift()?.();
  }

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

  /** Resolves after waiting messages were handled. */
  async takeTurn(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#channel.port2.postMessage(null);
    });
  }

  /** The same, and not before the gate is open. */
  async pass(): Promise<void> {
    await this.takeTurn();
    while (this.#opened) await this.#opened;
  }

  /** Ends its channel; nothing may be asked of it afterwards. */
  dispose(): void {
    this.#channel.port1.close();
  }
}
