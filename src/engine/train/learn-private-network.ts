import type { PrivateColumn } from '../encode/private/private-column';
import type { PublicFacts } from '../encode/private/public-facts';
import type { FitHost } from '../models/marginals/aim';
import { countColumns } from '../models/marginals/count-columns';
import { fitMarginals } from '../models/marginals/fit-marginals';
import type { MarginalModel } from '../models/marginals/marginal-model';
import type { RakedColumn } from '../models/marginals/raked-sampler';
import { type ProtectedRows, pretrain, refine } from '../models/autoregressive/private/private-learner';
import { privateModel } from '../models/autoregressive/private/private-model';
import { createPrivateNetwork } from '../models/autoregressive/private/private-network';
import type { Network } from '../models/autoregressive/network';
import type { TableModel } from '../models/table-model';
import type { Guarantee } from '../privacy/accountant/calibrate';
import type { Ledger } from '../privacy/ledger';
import type { NoiseSource } from '../privacy/noise-source';
import type { NetworkMechanism } from '../privacy/settings';
import { RandomStream } from '../random';
import type { TypedTable } from '../typed-table';
import { lookByGradients, planPrivateNetwork, refinementOf } from './plan-private-network';

export interface PrivateNetworkSettings extends Guarantee {
  readonly mechanism: NetworkMechanism;
  readonly facts: PublicFacts;
  readonly seed: number;
}

/** Rows whose units are protected: each row by itself, or the rows of each subject, no more than so many. */
export interface ProtectedTable {
  readonly table: TypedTable;
  readonly subjects?: ProtectedRows['subjects'];
}

const hidden = 128;
/** Rows that the network is pretrained on, for each real one. */
const pretrainingRows = 2;

/**
 * A network under differential privacy. Columns are counted one by one, with noise; gradient descent on the real rows
 * (DP-SGD) spends what is left; rows drawn are raked to the noisy counts. `dp-sgd` begins with random weights, and with
 * biases as the noisy counts have them. `hybrid` begins with what marginals tell: AIM takes a part of the budget, and its rows, which cost
 * nothing more, teach the network beforehand.
 * @param ledger takes down each look before it is taken
 * @throws UserError where a public fact cannot be
 */
export async function learnPrivateNetwork(
  { table, subjects }: ProtectedTable,
  { mechanism, epsilon, delta, facts, seed }: PrivateNetworkSettings,
  ledger: Ledger,
  noise: NoiseSource,
  host: FitHost,
): Promise<TableModel> {
  const rowsPerUnit = subjects?.mostRows ?? 1;
  const plan = planPrivateNetwork(table, mechanism, { epsilon, delta }, facts);
  const { recipe, counting, pairRho } = plan;
  const task = { plan: counting, facts, cells: recipe.cells, rowsPerUnit };
  const prepared = await countColumns(table, task, ledger, noise, host.breathe);
  const part = partOf(host);
  const isHybrid = mechanism === 'hybrid';
  ledger.recordAll(plan.pairLooks);
  const marginals = await fitMarginals(
    table,
    prepared,
    {
      mechanism: isHybrid ? 'aim' : 'independent',
      rho: pairRho / rowsPerUnit ** 2,
      recipe,
    },
    noise,
    part(0, isHybrid ? 0.3 : 0.02),
  );
  const { columns } = prepared;
  const network = networkOf(columns, new RandomStream(seed, 'weights'));
  if (!network) return marginals;
  try {
    if (isHybrid) await teach(network, marginals, pretrainingRows * prepared.rows, seed, part(0.3, 0.45));
    // Subjects are not counted: so many there are at least. The steps' size does not hang on it, as Adam divides it out.
    const steps = refinementOf(plan, prepared.rows / rowsPerUnit);
    ledger.recordAll([lookByGradients(steps, rowsPerUnit)]);
    const own = { ...coded(prepared.codes), subjects };
    await refine(network, own, steps, noise, stepsOf(part(isHybrid ? 0.45 : 0.02, 1)));
  } catch (error) {
    network.dispose();
    throw error;
  }
  return privateModel(network, marginals, rakedColumns(marginals, columns));
}

/** Has the network learn rows that the marginals draw. */
async function teach(
  network: Network,
  marginals: MarginalModel,
  rows: number,
  seed: number,
  host: FitHost,
): Promise<void> {
  const drawn = await marginals.drawCodes(rows, new RandomStream(seed, 'pretraining'));
  await pretrain(network, coded(drawn), {}, new RandomStream(seed, 'batches'), stepsOf(host));
}

/** Columns of few codes come first; null where there are not two to learn. */
function networkOf(columns: readonly PrivateColumn[], random: RandomStream): Network | null {
  const learnt = columns
    .flatMap(({ codec }, index) => (codec.size > 1 ? [index] : []))
    .sort((a, b) => columns[a].codec.size - columns[b].codec.size);
  if (learnt.length < 2) return null;
  const planned = columns.map((column) => ({ codes: column.codec, counts: countsOfCodes(column) }));
  return createPrivateNetwork(planned, learnt, hidden, random);
}

/** Rows drawn have the columns' cells as often as the marginals expect. */
function rakedColumns(
  { oneWays }: MarginalModel,
  columns: readonly PrivateColumn[],
): ReadonlyMap<number, RakedColumn> {
  return new Map(columns.map(({ cellOf }, index) => [index, { cellOf, expected: oneWays[index] }]));
}

function countsOfCodes({ counts, cellOf, shareOfCell }: PrivateColumn): Float64Array {
  return Float64Array.from(cellOf, (cell, code) => counts[cell] * shareOfCell[code]);
}

function coded(codes: readonly Int32Array[]) {
  return { rowCount: codes[0].length, columns: codes.map((own) => ({ base: own, target: own })) };
}

/** Progress of one part of the work as progress of the whole. */
function partOf(host: FitHost): (from: number, to: number) => FitHost {
  return (from, to) => ({
    breathe: host.breathe,
    onProgress: (share) => host.onProgress(from + share * (to - from)),
  });
}

function stepsOf({ breathe, onProgress }: FitHost): (done: number, steps: number) => Promise<void> {
  return (done, steps) => {
    onProgress(done / steps);
    return breathe();
  };
}
