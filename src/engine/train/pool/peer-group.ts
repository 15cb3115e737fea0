import { Inbox } from './inbox';
import type { Answer, Order } from './messages';
import type { Peer, PeerSource } from './peer-source';

/** A peer is gone, or has parted from the others. */
export class PeerLost extends Error {
  override readonly name = 'PeerLost';

  constructor() {
    super('A thread that shares the training is gone.');
  }
}

/** A peer that lets the leader wait so long is taken for gone. */
const secondsOfSilence = 30;

type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { readonly kind: Kind }>;

/** The leader's side of its peers: tells them what to do, hears their answers, and notices when one is gone. */
export class PeerGroup {
  readonly #members: readonly { readonly peer: Peer; readonly answers: Inbox<Answer> }[];
  readonly #stopWatching: () => void;
  #onLoss: (reason: PeerLost) => void = () => undefined;
  #loss: PeerLost | null = null;
  #isWaiting = false;
  #silence = 0;

  /** Throws what the source throws when there can be no threads. */
  constructor(source: PeerSource, count: number, kernels: WebAssembly.Module) {
    const peers = source.open(count, kernels);
    this.#members = peers.map((peer) => ({ peer, answers: new Inbox<Answer>(peer.port) }));
    for (const { peer } of this.#members) {
      peer.onBroken(() => this.fail());
      // Said at any time, while the leader may be waiting for something else.
      peer.port.addEventListener('message', ({ data }: { readonly data: unknown }) => {
        if ((data as Answer).kind === 'broken') this.fail();
      });
    }
    this.#stopWatching = source.everySecond(() => this.#watch());
  }

  get count(): number {
    return this.#members.length;
  }

  /** @param order for the peer at this place, 0 first */
  tellEach(order: (place: number) => Order, ports: (place: number) => MessagePort[] = () => []): void {
    this.#members.forEach(({ peer }, place) => peer.port.postMessage(order(place), ports(place)));
  }

  /**
   * Every peer's next answer, which must be of this kind.
   * @throws PeerLost
   */
  async expectAll<Kind extends Answer['kind']>(kind: Kind): Promise<AnswerOf<Kind>[]> {
    const answers: AnswerOf<Kind>[] = [];
    for (const { answers: inbox } of this.#members) {
      const answer = await this.wait(inbox.next());
      if (answer.kind !== kind) throw this.fail();
      answers.push(answer as AnswerOf<Kind>);
    }
    return answers;
  }

  /** What the peers have a part in, waited for under watch. */
  async wait<T>(awaited: Promise<T>): Promise<T> {
    this.#isWaiting = true;
    this.#silence = 0;
    try {
      return await awaited;
    } finally {
      this.#isWaiting = false;
    }
  }

  /** Hears of the first loss. */
  set onLoss(listener: (reason: PeerLost) => void) {
    this.#onLoss = listener;
  }

  /** Takes the group for lost: whoever waits for an answer is refused. */
  fail(): PeerLost {
    if (this.#loss) return this.#loss;
    const loss = (this.#loss = new PeerLost());
    for (const { answers } of this.#members) answers.fail(loss);
    this.#onLoss(loss);
    return loss;
  }

  /** Ends all peers. */
  end(): void {
    this.#stopWatching();
    for (const { peer } of this.#members) peer.end();
  }

  #watch(): void {
    if (this.#isWaiting && ++this.#silence > secondsOfSilence) this.fail();
  }
}
