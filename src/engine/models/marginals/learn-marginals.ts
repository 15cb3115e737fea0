import { looksNeeded } from '../../encode/private/measure-columns';
import { prepareRows } from '../../encode/private/prepare-rows';
import type { PublicFacts } from '../../encode/private/public-facts';
import { affordableRho } from '../../privacy/accountant/calibrate';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import type { FitHost } from './aim';
import { fitMarginals, type MarginalMechanism } from './fit-marginals';
import type { MarginalModel } from './marginal-model';
import { marginalRecipe } from './recipe';

export interface MarginalSettings {
  readonly mechanism: MarginalMechanism;
  readonly epsilon: number;
  readonly delta: number;
  readonly facts: PublicFacts;
}

/** One thing that was paid for. */
interface PrivacyCost {
  readonly what: string;
  readonly rho: number;
  readonly delta: number;
}

export interface PrivateMarginals {
  readonly model: MarginalModel;
  readonly costs: readonly PrivacyCost[];
}

/** Of δ, for keys that are not known beforehand, where there are any. */
const keyShare = 0.1;
/** Share of ρ that counting the columns takes beside a spanning tree, whose choosing and measuring take as much each. */
const oneWayShareOfTree = 1 / 3;

/**
 * Learns a table's marginals under (ε, δ)-differential privacy, as `marginalRecipe` has it.
 * @throws UserError where a public fact cannot be
 */
export async function learnMarginals(
  table: TypedTable,
  { mechanism, epsilon, delta, facts }: MarginalSettings,
  noise: NoiseSource,
  host: FitHost,
): Promise<PrivateMarginals> {
  const { keyed } = looksNeeded(table, facts);
  const keyDelta = keyed > 0 ? keyShare * delta : 0;
  const rho = affordableRho({ epsilon, delta: delta - keyDelta });
  const recipe = marginalRecipe(epsilon, table.columns.length);
  const share = { aim: recipe.oneWayShare, mst: oneWayShareOfTree, independent: 1 }[mechanism];
  const counting = { what: 'columns', rho: share * rho, delta: keyDelta };
  const pairing = { what: 'pairs', rho: (1 - share) * rho, delta: 0 };
  const prepared = await prepareRows(
    table,
    { facts, rho: counting.rho, keyDelta, cells: recipe.cells },
    noise,
    () => host.breathe(),
  );
  const model = await fitMarginals(table, prepared, { mechanism, rho: pairing.rho, recipe }, noise, host);
  return { model, costs: [counting, pairing].filter((cost) => cost.rho > 0) };
}
