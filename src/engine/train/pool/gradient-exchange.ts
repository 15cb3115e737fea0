import type { NativeNetwork } from '../../models/autoregressive/native/native-network';
import { Inbox } from './inbox';

/** A piece of a gradient on its way, with the sender's loss. */
interface Parcel {
  readonly values: Float32Array<ArrayBuffer>;
  readonly loss: number;
}

/** The way to another member and back. */
class Link {
  readonly #port: MessagePort;
  readonly #inbox: Inbox<Parcel>;
  /** Memory that came from the other side and goes back with the next parcel of its size. */
  readonly #spare: Float32Array<ArrayBuffer>[] = [];

  constructor(port: MessagePort) {
    this.#port = port;
    this.#inbox = new Inbox(port);
  }

  send(piece: Float32Array, loss: number): void {
    const place = this.#spare.findIndex(({ length }) => length === piece.length);
    const [values] = place < 0 ? [new Float32Array(piece.length)] : this.#spare.splice(place, 1);
    values.set(piece);
    this.#port.postMessage({ values, loss } satisfies Parcel, [values.buffer]);
  }

  /** Hands the next parcel to `read`, and keeps its memory. Resolves to the sender's loss. */
  async receive(read: (values: Float32Array) => void): Promise<number> {
    const { values, loss } = await this.#inbox.next();
    read(values);
    this.#spare.push(values);
    return loss;
  }

  fail(reason: Error): void {
    this.#inbox.fail(reason);
  }

  close(): void {
    this.#port.close();
  }
}

/**
 * Gives every member the sum of all members' gradients, the same to the last bit, whoever sends first. Two members
 * send each other everything at once. More scatter and gather (Rabenseifner 2004): each adds up one part and sends the
 * sum to the others, so that a member sends and receives about twice the gradient however many members there are.
 */
export class GradientExchange {
  readonly #native: NativeNetwork;
  readonly #rank: number;
  readonly #members: number;
  /** By rank; null at one's own. */
  readonly #links: readonly (Link | null)[];

  /** @param ports to the other members, by rank; null at one's own */
  constructor(native: NativeNetwork, ports: readonly (MessagePort | null)[]) {
    this.#native = native;
    this.#rank = ports.indexOf(null);
    this.#members = ports.length;
    this.#links = ports.map((port) => port && new Link(port));
  }

  /**
   * Puts the sum into the network's `gradients`. Every member must call it once per step.
   * @returns the sum of the members' losses
   */
  async sum(loss: number): Promise<number> {
    if (this.#members === 2) return this.#swap(loss);
    const own = this.#part(this.#rank);
    await this.#eachOther((link, rank) => link.send(this.#gradients(this.#part(rank)), loss));
    let total = loss;
    await this.#eachOther(async (link) => {
      total += await link.receive((values) => this.#native.addGradients(values, own.start));
    });
    await this.#eachOther((link) => link.send(this.#gradients(own), 0));
    await this.#eachOther((link, rank) =>
      link.receive((values) => this.#native.gradients.set(values, this.#part(rank).start)),
    );
    return total;
  }

  /** Refuses the sum that is being waited for. */
  fail(reason: Error): void {
    for (const link of this.#links) link?.fail(reason);
  }

  close(): void {
    for (const link of this.#links) link?.close();
  }

  async #swap(loss: number): Promise<number> {
    const link = this.#links[1 - this.#rank] as Link;
    link.send(this.#native.gradients, loss);
    return loss + (await link.receive((values) => this.#native.addGradients(values, 0)));
  }

  async #eachOther(act: (link: Link, rank: number) => unknown): Promise<void> {
    for (const [rank, link] of this.#links.entries()) if (link) await act(link, rank);
  }

  #gradients({ start, end }: Part): Float32Array {
    return this.#native.gradients.subarray(start, end);
  }

  /** What a member adds up: bounds are multiples of 4, as the kernels want them. */
  #part(rank: number): Part {
    const quads = this.#native.layout.size / 4;
    const bound = (member: number) => 4 * Math.floor((quads * member) / this.#members);
    return { start: bound(rank), end: bound(rank + 1) };
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
}
