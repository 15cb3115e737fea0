import type { PublicFacts } from '../../encode/private/public-facts';
import type { Ledger } from '../../privacy/ledger';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import type { FitHost } from './aim';
import { countColumns } from './count-columns';
import { fitMarginals, type MarginalMechanism } from './fit-marginals';
import type { MarginalModel } from './marginal-model';
import { marginalRecipe } from './recipe';

export interface MarginalSettings {
  readonly mechanism: MarginalMechanism;
  readonly epsilon: number;
  readonly delta: number;
  readonly facts: PublicFacts;
  /** Most rows of the table that any unit has. */
  readonly rowsPerUnit: number;
}

/** Share of ρ that counting the columns takes beside a spanning tree, whose choosing and measuring take as much each. */
const oneWayShareOfTree = 1 / 3;

/**
 * Learns a table's marginals under (ε, δ)-differential privacy, as `marginalRecipe` has it.
 * @param ledger takes down each look before it is taken
 * @throws UserError where a public fact cannot be
 */
export async function learnMarginals(
  table: TypedTable,
  { mechanism, epsilon, delta, facts, rowsPerUnit }: MarginalSettings,
  ledger: Ledger,
  noise: NoiseSource,
  host: FitHost,
): Promise<MarginalModel> {
  const recipe = marginalRecipe(epsilon, table.columns.length);
  const share = { aim: recipe.oneWayShare, mst: oneWayShareOfTree, independent: 1 }[mechanism];
  const { prepared, rho } = await countColumns(
    table,
    { guarantee: { epsilon, delta }, facts, share, cells: recipe.cells, rowsPerUnit },
    ledger,
    noise,
    host.breathe,
  );
  if (mechanism !== 'independent')
    ledger.record(lookAtPairs[mechanism], { kind: 'concentrated', rho: (1 - share) * rho });
  return fitMarginals(
    table,
    prepared,
    { mechanism, rho: ((1 - share) * rho) / rowsPerUnit ** 2, recipe },
    noise,
    host,
  );
}

/** What the ledger says of it. */
export const lookAtPairs = {
  aim: 'pairs of columns, chosen one after the other and counted with noise',
  mst: 'a spanning tree of pairs of columns, chosen and counted with noise',
};
