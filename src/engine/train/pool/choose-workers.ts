import { rowsTogether } from './share-rows';

/** What decides how many threads pay. */
export interface PoolSizes {
  /** Processor cores. */
  readonly cores: number;
  readonly batchRows: number;
  readonly steps: number;
  /** Weights of the hidden and output layers, of which each row needs three products. */
  readonly multiplied: number;
  /** Everything trained: what is exchanged in each step. */
  readonly trained: number;
  /** Bytes that each further thread would hold. */
  readonly bytesEach: number;
}

const mostChosen = 8;
/** Further threads together hold no more than this. */
const mostBytes = 2 ** 30;
/** More threads must make the training so much shorter. */
const leastGain = 0.1;

/**
 * Costs in seconds, rounded from `npm run bench workers` on one machine: only their proportions matter. `fixed` is what
 * every member does with each weight in each step however few its rows (Adam and the like), `shared` what it does
 * besides when there are others (copying and adding), `message` what one message there and back costs.
 */
const costs = { operation: 1 / 4e10, fixed: 1e-9, shared: 0.6e-9, message: 4e-5, start: 0.3 };

/** How many threads, this one included, are expected to end the training soonest within what memory allows. */
export function chooseWorkers(sizes: PoolSizes): number {
  const most = Math.min(
    sizes.cores,
    mostChosen,
    mostMembers(sizes.batchRows),
    1 + Math.floor(mostBytes / sizes.bytesEach),
  );
  let chosen = 1;
  for (let workers = 2; workers <= most; workers++) {
    if (secondsOf(sizes, workers) < (1 - leastGain) * secondsOf(sizes, chosen)) chosen = workers;
  }
  return chosen;
}

/** More members than this would have no row of a batch to work on. */
export function mostMembers(batchRows: number): number {
  return Math.ceil(batchRows / rowsTogether);
}

function secondsOf({ batchRows, steps, multiplied, trained }: PoolSizes, workers: number): number {
  const rows = rowsTogether * Math.ceil(Math.ceil(batchRows / rowsTogether) / workers);
  const step = 6 * multiplied * rows * costs.operation + trained * costs.fixed;
  if (workers === 1) return steps * step;
  const rounds = workers === 2 ? 1 : 2;
  return costs.start + steps * (step + rounds * costs.message + trained * costs.shared);
}
