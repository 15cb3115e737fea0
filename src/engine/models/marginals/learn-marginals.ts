import { looksNeeded } from '../../encode/private/measure-columns';
import { prepareRows } from '../../encode/private/prepare-rows';
import type { PublicFacts } from '../../encode/private/public-facts';
import { affordableRho } from '../../privacy/accountant/calibrate';
import type { Ledger } from '../../privacy/ledger';
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
  /** Most rows of the table that any unit has. */
  readonly rowsPerUnit: number;
}

/** Of δ, for keys that are not known beforehand, where there are any. */
const keyShare = 0.1;
/** Share of ρ that counting the columns takes beside a spanning tree, whose choosing and measuring take as much each. */
const oneWayShareOfTree = 1 / 3;

/**
 * Learns a table's marginals under (ε, δ)-differential privacy, as `marginalRecipe` has it. What a unit changes is no more than
 * its rows change one by one: of ρ for a unit each row may cost the part ρ / rowsPerUnit² (group privacy of zCDP: Bun & Steinke
 * 2016, proposition 27).
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
  const { keyed, histograms } = looksNeeded(table, facts);
  const keyDelta = keyed > 0 ? keyShare * delta : 0;
  const rho = affordableRho({ epsilon, delta: delta - keyDelta });
  const recipe = marginalRecipe(epsilon, table.columns.length);
  const share = { aim: recipe.oneWayShare, mst: oneWayShareOfTree, independent: 1 }[mechanism];
  if (keyDelta > 0)
    ledger.record('which categories, and which single numbers, occur often', {
      kind: 'threshold',
      delta: keyDelta,
    });
  ledger.record(`${histograms} noisy counts of single columns, and the number of rows`, {
    kind: 'concentrated',
    rho: share * rho,
  });
  const perRow = rho / rowsPerUnit ** 2;
  const prepared = await prepareRows(
    table,
    { facts, rho: share * perRow, keyDelta, cells: recipe.cells, rowsPerUnit },
    noise,
    () => host.breathe(),
  );
  if (mechanism !== 'independent')
    ledger.record(looks[mechanism], { kind: 'concentrated', rho: (1 - share) * rho });
  return fitMarginals(table, prepared, { mechanism, rho: (1 - share) * perRow, recipe }, noise, host);
}

const looks = {
  aim: 'pairs of columns, chosen one after the other and counted with noise',
  mst: 'a spanning tree of pairs of columns, chosen and counted with noise',
};
