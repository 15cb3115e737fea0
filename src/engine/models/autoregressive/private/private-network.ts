import type { CodeSet } from '../../../encode/code-set';
import type { RandomStream } from '../../../random';
import { Network } from '../network';
import { type ColumnPlan, type PlanColumn, planNetwork } from '../plan';

/** What may be known of a column beforehand: nothing that was not paid for. */
export interface PrivateColumn {
  readonly codes: CodeSet;
  /** How many rows hold each code, as far as is known: noisy counts, or 0 throughout. */
  readonly counts: ArrayLike<number>;
}

/**
 * A small network for training under differential privacy: one hidden layer, every earlier column connected directly, no
 * dropout, and the outputs' biases, which stay as they are, from the counts. Nothing of its shape is looked up in rows.
 * @param order indices into `columns` in the order of prediction
 * @param hidden units; noise grows with them
 */
export function createPrivateNetwork(
  columns: readonly PrivateColumn[],
  order: readonly number[],
  hidden: number,
  random: RandomStream,
): Network {
  const plan = planNetwork(
    columns.map((column, index) => planColumn(column, order.slice(0, order.indexOf(index)))),
    order,
    { hidden, blocks: 0, dropout: 0, weightDecay: 0 },
  );
  const logMarginals = new Float32Array(plan.targetWidth);
  for (const { index, targetStart } of plan.columns) logMarginals.set(logShares(columns[index]), targetStart);
  return new Network(plan, { logMarginals, sourceWeights: noWeights }, random);
}

function planColumn({ codes }: PrivateColumn, earlier: readonly number[]): PlanColumn {
  return {
    codes,
    copies: 0,
    frequent: Array.from({ length: codes.ordered }, (_, code) => code),
    related: earlier,
    dependencies: [],
    isPlain: true,
  };
}

/** Log share of each code, half a row added to each; a noisy count below 0 is 0. */
function logShares({ codes, counts }: PrivateColumn): Float32Array {
  const shares = Float32Array.from({ length: codes.size }, (_, code) => Math.max(0, counts[code]) + 0.5);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.log(share / total));
}

function noWeights({ sources, outputWidth }: ColumnPlan): Float32Array {
  return new Float32Array(sources.reduce((sum, { inputWidth }) => sum + inputWidth, 0) * outputWidth);
}
