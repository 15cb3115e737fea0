import { type PrivateRows, prepareRows } from '../../encode/private/prepare-rows';
import type { PublicFacts } from '../../encode/private/public-facts';
import type { Ledger } from '../../privacy/ledger';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';
import type { CountingPlan } from './plan-counting';

export interface CountingTask {
  readonly plan: CountingPlan;
  readonly facts: PublicFacts;
  /** About so many cells a number column. */
  readonly cells: number;
  /** Most rows of the table that any unit has. */
  readonly rowsPerUnit: number;
}

/**
 * The first look of every mechanism: each column counted by itself, with noise. What a unit changes is no more than its rows
 * change one by one: of ρ for a unit each row may cost the part ρ / rowsPerUnit² (group privacy of zCDP: Bun & Steinke 2016,
 * proposition 27).
 * @param ledger takes down each look before it is taken
 * @throws UserError where a public fact cannot be
 */
export function countColumns(
  table: TypedTable,
  { plan, facts, cells, rowsPerUnit }: CountingTask,
  ledger: Ledger,
  noise: NoiseSource,
  breathe: () => Promise<void>,
): Promise<PrivateRows> {
  const { looks, columnRho, keyDelta } = plan;
  ledger.recordAll(looks);
  return prepareRows(
    table,
    { facts, rho: columnRho / rowsPerUnit ** 2, keyDelta, cells, rowsPerUnit },
    noise,
    breathe,
  );
}
