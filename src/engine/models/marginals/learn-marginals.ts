import type { PublicFacts } from '../../encode/private/public-facts';
import type { Ledger } from '../../privacy/ledger';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import type { FitHost } from './aim';
import { countColumns } from './count-columns';
import { fitMarginals } from './fit-marginals';
import type { MarginalModel } from './marginal-model';
import { planMarginals } from './plan-marginals';
import type { MarginalMechanism } from './recipe';

export interface MarginalSettings {
  readonly mechanism: MarginalMechanism;
  readonly epsilon: number;
  readonly delta: number;
  readonly facts: PublicFacts;
  /** Most rows of the table that any unit has. */
  readonly rowsPerUnit: number;
}

/**
 * Learns a table's marginals under (ε, δ)-differential privacy, as `planMarginals` has it.
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
  const plan = planMarginals(table, mechanism, { epsilon, delta }, facts);
  const { recipe, counting, pairRho } = plan;
  const task = { plan: counting, facts, cells: recipe.cells, rowsPerUnit };
  const prepared = await countColumns(table, task, ledger, noise, host.breathe);
  ledger.recordAll(plan.pairLooks);
  return fitMarginals(table, prepared, { mechanism, rho: pairRho / rowsPerUnit ** 2, recipe }, noise, host);
}
