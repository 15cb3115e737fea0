import type { PrivateColumn } from '../encode/private/private-column';
import type { PublicFacts } from '../encode/private/public-facts';
import type { FitHost } from '../models/marginals/aim';
import { countColumns } from '../models/marginals/count-columns';
import { fitMarginals } from '../models/marginals/fit-marginals';
import { lookAtPairs } from '../models/marginals/learn-marginals';
import type { MarginalModel } from '../models/marginals/marginal-model';
import { RakedSampler } from '../models/marginals/raked-sampler';
import { marginalRecipe } from '../models/marginals/recipe';
import { pretrain, refine } from '../models/autoregressive/private/private-learner';
import { privateModel } from '../models/autoregressive/private/private-model';
import { createPrivateNetwork } from '../models/autoregressive/private/private-network';
import {
  defaultRefinement,
  planRefinement,
  refinementPayment,
} from '../models/autoregressive/private/refinement-plan';
import type { TableModel } from '../models/table-model';
import type { Guarantee } from '../privacy/accountant/calibrate';
import type { Ledger } from '../privacy/ledger';
import type { NoiseSource } from '../privacy/noise-source';
import { RandomStream } from '../random';
import type { TypedTable } from '../typed-table';

export interface HybridSettings extends Guarantee {
  readonly facts: PublicFacts;
  readonly seed: number;
}

const hidden = 128;
/** Rows that the network is pretrained on, for each real one. */
const pretrainingRows = 2;

/** Of ρ, for pairs beside the columns one by one; and how long the network is refined with the rest. By ε, what served best. */
function planOf(epsilon: number): { readonly pairShare: number; readonly steps: number } {
  if (epsilon < 2) return { pairShare: 0.5, steps: 960 };
  return epsilon < 5 ? { pairShare: 0.4, steps: 960 } : { pairShare: 0.2, steps: 1920 };
}

/**
 * Marginals, and a network that begins with what they tell: AIM with a part of the budget; its rows, which cost nothing more,
 * teach a network; differentially private gradient descent on the real rows refines it with the rest; rows drawn are raked to
 * the columns' own noisy counts. Units are rows.
 * @param ledger takes down each look before it is taken
 * @throws UserError where a public fact cannot be
 */
export async function learnHybrid(
  table: TypedTable,
  { epsilon, delta, facts, seed }: HybridSettings,
  ledger: Ledger,
  noise: NoiseSource,
  host: FitHost,
): Promise<TableModel> {
  const recipe = marginalRecipe(epsilon, table.columns.length);
  const { pairShare, steps } = planOf(epsilon);
  const { prepared, rho, left } = await countColumns(
    table,
    {
      guarantee: { epsilon, delta },
      facts,
      share: recipe.oneWayShare,
      cells: recipe.cells,
      rowsPerUnit: 1,
    },
    ledger,
    noise,
    host.breathe,
  );
  ledger.record(lookAtPairs.aim, { kind: 'concentrated', rho: pairShare * rho });
  const part = partOf(host);
  const marginals = await fitMarginals(
    table,
    prepared,
    { mechanism: 'aim', rho: pairShare * rho, recipe },
    noise,
    part(0, 0.3),
  );
  const { columns, rows, codes } = prepared;
  const learnt = columns
    .flatMap(({ codec }, index) => (codec.size > 1 ? [index] : []))
    .sort((a, b) => columns[a].codec.size - columns[b].codec.size);
  if (learnt.length < 2) return marginals;
  const network = createPrivateNetwork(
    columns.map((column) => ({ codes: column.codec, counts: countsOfCodes(column) })),
    learnt,
    hidden,
    new RandomStream(seed, 'weights'),
  );
  try {
    const drawn = await marginals.drawCodes(pretrainingRows * rows, new RandomStream(seed, 'pretraining'));
    await pretrain(network, coded(drawn), {}, new RandomStream(seed, 'batches'), stepsOf(part(0.3, 0.45)));
    const plan = planRefinement({ ...defaultRefinement, steps }, rows, left, {
      rho: ledger.rho,
      accountant: 'renyi',
    });
    ledger.record('gradients of random samples of the rows', refinementPayment(plan));
    await refine(network, coded(codes), plan, noise, stepsOf(part(0.45, 1)));
  } catch (error) {
    network.dispose();
    throw error;
  }
  return rakedTo(marginals, columns, privateModel(network, marginals));
}

/** Rows drawn have the columns' cells as often as the marginals expect. */
function rakedTo(
  { oneWays }: MarginalModel,
  columns: readonly PrivateColumn[],
  model: TableModel,
): TableModel {
  const raked = new Map(columns.map(({ cellOf }, index) => [index, { cellOf, expected: oneWays[index] }]));
  return { ...model, sampler: () => new RakedSampler(model.sampler(), raked) };
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
