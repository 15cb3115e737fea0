import { compileKernels } from '../../kernels/kernels';
import { loadNetwork, storeNetwork } from '../../models/autoregressive/native/exchange';
import { NativeNetwork } from '../../models/autoregressive/native/native-network';
import type { LearnerTask } from '../learner';
import { compactCodes } from './compact-codes';
import { connectAll } from './connect-all';
import { GradientExchange } from './gradient-exchange';
import { PeerGroup } from './peer-group';
import type { PeerSource } from './peer-source';
import { dropoutOf, PoolMember } from './pool-member';
import { largestShare, shareRows } from './share-rows';

/**
 * Threads that take each step together: every member has all weights and all codes, computes the gradient of its share
 * of the batch, adds up everyone's (GradientExchange) and takes the same Adam step. This thread leads, and is the first
 * of them.
 */
export class Pool {
  readonly #task: LearnerTask;
  readonly #source: PeerSource;
  readonly #group: PeerGroup;
  readonly #leader: PoolMember;
  readonly #exchange: GradientExchange;
  #exchangeMilliseconds = 0;

  private constructor(
    task: LearnerTask,
    source: PeerSource,
    group: PeerGroup,
    leader: PoolMember,
    exchange: GradientExchange,
  ) {
    this.#task = task;
    this.#source = source;
    this.#group = group;
    this.#leader = leader;
    this.#exchange = exchange;
    group.onLoss = (reason) => exchange.fail(reason);
  }

  /**
   * Opens `members` − 1 peers and gives them their work and the network's weights.
   * @throws PeerLost when one cannot take it; what the source throws when there can be no threads
   */
  static async start(task: LearnerTask, source: PeerSource, members: number): Promise<Pool> {
    const { module } = await compileKernels();
    const group = new PeerGroup(source, members - 1, module);
    try {
      await group.expectAll('here');
      const pool = await Pool.#gather(task, source, group, module);
      await pool.adopt();
      return pool;
    } catch (error) {
      group.end();
      throw error;
    }
  }

  /** Joins the peers to each other and to this thread, and gives each what it needs to know. */
  static async #gather(
    task: LearnerTask,
    source: PeerSource,
    group: PeerGroup,
    kernels: WebAssembly.Module,
  ): Promise<Pool> {
    const { model, batchSize, seed } = task;
    const { plan, degrees } = model.network;
    const capacity = largestShare(batchSize, group.count + 1);
    const [own, ...others] = connectAll(group.count + 1);
    const work = { plan, degrees, capacity, columns: compactCodes(model.learnt.columns), seed };
    group.tellEach(
      (place) => ({ kind: 'join', ...work, rank: place + 1, ports: others[place] }),
      (place) => others[place].filter((port) => port !== null),
    );
    const native = new NativeNetwork(kernels, plan, degrees, capacity);
    const leader = new PoolMember(native, model.learnt.columns, capacity);
    const pool = new Pool(task, source, group, leader, new GradientExchange(native, own));
    await group.expectAll('joined');
    return pool;
  }

  get members(): number {
    return this.#group.count + 1;
  }

  /** How long this thread has spent on giving its gradients, waiting for the others' and taking them. */
  get exchangeSeconds(): number {
    return this.#exchangeMilliseconds / 1000;
  }

  /**
   * One step of all members.
   * @returns the loss summed over the rows, nats
   * @throws PeerLost before any of this thread's weights was changed
   */
  async step(rows: Uint32Array, learningRate: number, step: number): Promise<number> {
    const [own, ...others] = shareRows(rows, this.members);
    const scale = 1 / rows.length;
    this.#group.tellEach((place) => ({ kind: 'step', rows: others[place], scale, learningRate, step }));
    const { model, seed } = this.#task;
    const dropout = dropoutOf(model.network.plan.options.dropout, seed, step, 0);
    const loss = this.#leader.gradient(own, scale, dropout);
    const begun = this.#source.now();
    const total = await this.#group.wait(this.#exchange.sum(loss));
    this.#exchangeMilliseconds += this.#source.now() - begun;
    this.#leader.native.adam(learningRate, step);
    return total;
  }

  /**
   * Loss summed over the rows, nats, without dropout; each member computes a share.
   * @throws PeerLost also when a member's weights are no longer this thread's
   */
  async loss(rows: Uint32Array): Promise<number> {
    const [own, ...others] = shareRows(rows, this.members);
    this.#group.tellEach((place) => ({ kind: 'loss', rows: others[place] }));
    let loss = this.#leader.loss(own);
    const digest = this.#leader.digest();
    for (const answer of await this.#group.expectAll('loss')) {
      if (answer.digest !== digest) throw this.#group.fail();
      loss += answer.loss;
    }
    return loss;
  }

  /** Puts the weights, and the moments if asked, into the model's network. */
  publish(withMoments: boolean): Promise<void> {
    storeNetwork(this.#leader.native, this.#task.model.network, withMoments);
    return Promise.resolve();
  }

  /** Takes weights and moments from the model's network. */
  async adopt(): Promise<void> {
    const { native } = this.#leader;
    await loadNetwork(native, this.#task.model.network);
    const parameters = native.parameters.slice();
    const firstMoment = native.firstMoment.slice();
    const secondMoment = native.secondMoment.slice();
    this.#group.tellEach(() => ({ kind: 'adopt', parameters, firstMoment, secondMoment }));
  }

  /** Ends all peers. */
  dispose(): void {
    this.#exchange.close();
    this.#group.end();
  }
}
