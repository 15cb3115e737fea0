import { threads } from '../../cli/peers';
import { isPeerThread, servePeerThread } from '../../src/threads/node-threads';
import { compileKernels } from '../../src/engine/kernels/kernels';
import type { AutoregressiveModel } from '../../src/engine/models/autoregressive/model';
import { NativeNetwork } from '../../src/engine/models/autoregressive/native/native-network';
import type { Learner } from '../../src/engine/train/learner';
import { NativeLearner } from '../../src/engine/train/native-learner';
import { connectAll } from '../../src/engine/train/pool/connect-all';
import { GradientExchange } from '../../src/engine/train/pool/gradient-exchange';
import { largestShare } from '../../src/engine/train/pool/share-rows';
import { PooledLearner } from '../../src/engine/train/pooled-learner';
import { messageSeconds } from './message-seconds';
import { describePieces, describeRounds, type Pieces, type Round } from './workers-report';

// The threads that share a training run the bundle that started them.
if (isPeerThread()) void servePeerThread();

const projected = [1, 2, 4, 8];
const learningRate = 3e-3;
const turns = 40;

export interface WorkersOptions {
  readonly workers: number;
  readonly rounds: number;
  readonly steps: number;
}

/** Measures steps of one thread and of several, taking turns; the report, line by line, in Markdown. */
export async function compareWorkers(
  model: AutoregressiveModel,
  { workers, rounds, steps }: WorkersOptions,
): Promise<string[]> {
  const task = { model, batchSize: model.recipe.batchSize, seed: 1 };
  const alone = new TimedSteps(model, await NativeLearner.create(task));
  const learner = await PooledLearner.create(task, threads, workers, (message) => console.error(message));
  if (!(learner instanceof PooledLearner)) throw new Error('No thread could be started to share the steps.');
  const pooled = new TimedSteps(model, learner);
  try {
    for (const way of [alone, pooled]) await way.time(steps);
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const one = await alone.time(steps);
      const before = learner.exchangeSeconds;
      const several = await pooled.time(steps);
      measured.push({ alone: one, pooled: several, exchange: (learner.exchangeSeconds - before) / steps });
    }
    const message = await messageSeconds(rounds * steps);
    const pieces: Pieces[] = [];
    for (const members of projected) pieces.push(await measurePieces(model, members, message));
    return [...describeRounds(model, learner.workers, measured), '', ...describePieces(pieces)];
  } finally {
    learner.dispose();
  }
}

/** Steps of one learner, batch after batch through the table. */
class TimedSteps {
  readonly #model: AutoregressiveModel;
  readonly #learner: Learner;
  #step = 0;

  constructor(model: AutoregressiveModel, learner: Learner) {
    this.#model = model;
    this.#learner = learner;
  }

  /** Seconds per step. */
  async time(steps: number): Promise<number> {
    const start = performance.now();
    for (let i = 0; i < steps; i++) {
      const rows = batchOf(this.#model, this.#step++);
      await this.#learner.step(rows, learningRate, this.#step);
    }
    return (performance.now() - start) / 1000 / steps;
  }
}

function batchOf({ recipe, learnt }: AutoregressiveModel, step: number): Uint32Array {
  const { batchSize } = recipe;
  const start = (step * batchSize) % (learnt.rowCount - batchSize);
  return Uint32Array.from({ length: batchSize }, (_, i) => start + i);
}

/** @param message seconds that one takes there and back */
async function measurePieces(
  { network, recipe, learnt }: AutoregressiveModel,
  members: number,
  message: number,
): Promise<Pieces> {
  const { module } = await compileKernels();
  const share = largestShare(recipe.batchSize, members);
  const natives = Array.from(
    { length: members },
    () => new NativeNetwork(module, network.plan, network.degrees, share),
  );
  const rows = Uint32Array.from({ length: share }, (_, row) => row);
  const gradient = () => void natives[0].gradient(learnt.columns, rows, 1 / recipe.batchSize, null);
  const pieces = {
    members,
    share,
    gradient: quickest(gradient),
    adam: quickest(() => natives[0].adam(0, 5)),
  };
  if (members === 1) return { ...pieces, handling: 0, messages: 0 };
  // Orders to begin, and one or two rounds of gradients, each one way.
  const messages = ((members === 2 ? 2 : 3) * message) / 2;
  return { ...pieces, handling: await measureHandling(natives), messages };
}

/** Seconds that one of these members works on an exchange, all taking turns in this thread. */
async function measureHandling(natives: readonly NativeNetwork[]): Promise<number> {
  const exchanges = connectAll(natives.length).map(
    (ports, rank) => new GradientExchange(natives[rank], ports),
  );
  const seconds: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    await Promise.all(exchanges.map((exchange) => exchange.sum(0)));
    seconds.push((performance.now() - start) / 1000 / natives.length);
  }
  for (const exchange of exchanges) exchange.close();
  return Math.min(...seconds);
}

/** Seconds of the quickest of several turns: what the work takes when nothing else is in the way. */
function quickest(work: () => void): number {
  const seconds = Array.from({ length: turns }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...seconds);
}
