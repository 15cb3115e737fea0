import type { Learner, LearnerTask } from './learner';
import { NativeLearner } from './native-learner';
import { PeerLost } from './pool/peer-group';
import type { PeerSource } from './pool/peer-source';
import { Pool } from './pool/pool';
import { trainWords } from './words';

/**
 * Steps shared by several threads, each with a WebAssembly memory of its own: what one thread would compute, but for
 * rounding and for what dropout drops. When a thread is lost, goes on with fewer from the weights after the last step.
 */
export class PooledLearner implements Learner {
  readonly stepsPerReading = 25;
  readonly workers: number;
  readonly #task: LearnerTask;
  readonly #source: PeerSource;
  readonly #notify: (message: string) => void;
  /** The pool, until no other thread is left. */
  #current: Pool | NativeLearner;

  private constructor(task: LearnerTask, source: PeerSource, notify: (message: string) => void, pool: Pool) {
    this.#task = task;
    this.#source = source;
    this.#notify = notify;
    this.#current = pool;
    this.workers = pool.members;
  }

  /**
   * Starts with as many workers as can be had, `workers` (from 2 up) at most; with one alone, a NativeLearner.
   * @param notify is told, in a sentence, of workers that are missing
   */
  static async create(
    task: LearnerTask,
    source: PeerSource,
    workers: number,
    notify: (message: string) => void,
  ): Promise<PooledLearner | NativeLearner> {
    const pool = await startPool(task, source, workers);
    if (pool?.members !== workers) notify(trainWords().fewerWorkers(workers, pool?.members ?? 1));
    return pool ? new PooledLearner(task, source, notify, pool) : NativeLearner.create(task);
  }

  get workersLost(): number {
    return this.workers - membersOf(this.#current);
  }

  /** How long this thread has spent on the exchange of gradients, waiting for the others included. */
  get exchangeSeconds(): number {
    return this.#current instanceof Pool ? this.#current.exchangeSeconds : 0;
  }

  step(rows: Uint32Array, learningRate: number, step: number): Promise<number> {
    return this.#try((learner) => learner.step(rows, learningRate, step));
  }

  loss(rows: Uint32Array): Promise<number> {
    return this.#try((learner) => learner.loss(rows));
  }

  publish(withMoments: boolean): Promise<void> {
    return this.#current.publish(withMoments);
  }

  adopt(): Promise<void> {
    return this.#current.adopt();
  }

  dispose(): void {
    this.#current.dispose();
  }

  /** Does it again with fewer threads when one was lost in the midst of it. */
  async #try(work: (learner: Pool | NativeLearner) => Promise<number>): Promise<number> {
    for (;;) {
      try {
        return await work(this.#current);
      } catch (error) {
        if (!(error instanceof PeerLost)) throw error;
        await this.#goOnWithFewer();
      }
    }
  }

  async #goOnWithFewer(): Promise<void> {
    const before = this.#current;
    await before.publish(true);
    before.dispose();
    this.#current =
      (await startPool(this.#task, this.#source, membersOf(before) - 1)) ??
      (await NativeLearner.create(this.#task));
    this.#notify(trainWords().workerLost(membersOf(this.#current)));
  }
}

function membersOf(learner: Pool | NativeLearner): number {
  return learner instanceof Pool ? learner.members : 1;
}

/** As many workers as start, half of them after each failure; null when there would be one alone. */
async function startPool(task: LearnerTask, source: PeerSource, workers: number): Promise<Pool | null> {
  for (let members = workers; members > 1; members = Math.floor(members / 2)) {
    try {
      return await Pool.start(task, source, members);
    } catch {
      // Whatever kept a thread from starting, fewer may start.
    }
  }
  return null;
}
