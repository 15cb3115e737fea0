/** What arrives at a port, in the order in which it was sent, for one reader. */
export class Inbox<Message> {
  readonly #arrived: Message[] = [];
  #waiting: { take(message: Message): void; refuse(reason: Error): void } | null = null;
  #fault: Error | null = null;

  constructor(port: MessagePort) {
    port.addEventListener('message', (event: { readonly data: unknown }) =>
      this.#deliver(event.data as Message),
    );
    port.start();
  }

  /** The next message, waited for if need be. Rejects once `fail` was called. */
  next(): Promise<Message> {
    if (this.#fault) return Promise.reject(this.#fault);
    const message = this.#arrived.shift();
    if (message !== undefined) return Promise.resolve(message);
    return new Promise((take, refuse) => (this.#waiting = { take, refuse }));
  }

  /** Nothing will come any more: refuses whoever waits, and whoever asks later. */
  fail(reason: Error): void {
    this.#fault = reason;
    this.#waiting?.refuse(reason);
    this.#waiting = null;
  }

  #deliver(message: Message): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting.take(message);
    else this.#arrived.push(message);
  }
}
