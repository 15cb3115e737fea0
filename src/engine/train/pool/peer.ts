import { NativeNetwork } from '../../models/autoregressive/native/native-network';
import { GradientExchange } from './gradient-exchange';
import { Inbox } from './inbox';
import type { AdoptOrder, Answer, JoinOrder, Order, StepOrder } from './messages';
import { dropoutOf, PoolMember } from './pool-member';

/**
 * What a thread does that shares a training: follows the leader at the other end of the port until it is ended.
 * @param kernels the leader's own, so that all members round alike
 */
export async function servePeer(port: MessagePort, kernels: WebAssembly.Module): Promise<void> {
  const answer = (said: Answer) => port.postMessage(said);
  const orders = new Inbox<Order>(port);
  answer({ kind: 'here' });
  try {
    const first = await orders.next();
    if (first.kind !== 'join') throw new Error(`A peer must join before it is told to ${first.kind}.`);
    const follower = new Follower(first, kernels);
    answer({ kind: 'joined' });
    for (;;) await follower.obey(await orders.next(), answer);
  } catch {
    answer({ kind: 'broken' });
  }
}

class Follower {
  readonly #joined: JoinOrder;
  readonly #member: PoolMember;
  readonly #exchange: GradientExchange;

  constructor(joined: JoinOrder, kernels: WebAssembly.Module) {
    const { plan, degrees, capacity, columns, ports } = joined;
    const native = new NativeNetwork(kernels, plan, degrees, capacity);
    this.#joined = joined;
    this.#member = new PoolMember(native, columns, capacity);
    this.#exchange = new GradientExchange(native, ports);
  }

  async obey(order: Order, answer: (said: Answer) => void): Promise<void> {
    switch (order.kind) {
      case 'join':
        throw new Error('A peer joins once.');
      case 'adopt':
        return this.#adopt(order);
      case 'step':
        return this.#step(order);
      case 'loss':
        return answer({
          kind: 'loss',
          loss: this.#member.loss(order.rows),
          digest: this.#member.digest(),
        });
    }
  }

  #adopt({ parameters, firstMoment, secondMoment }: AdoptOrder): void {
    const { native } = this.#member;
    native.parameters.set(parameters);
    native.firstMoment.set(firstMoment);
    native.secondMoment.set(secondMoment);
  }

  async #step({ rows, scale, learningRate, step }: StepOrder): Promise<void> {
    const { plan, seed, rank } = this.#joined;
    const loss = this.#member.gradient(rows, scale, dropoutOf(plan.options.dropout, seed, step, rank));
    await this.#exchange.sum(loss);
    this.#member.native.adam(learningRate, step);
  }
}
