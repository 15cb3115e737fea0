import { looksNeeded } from '../../encode/private/measure-columns';
import { type PrivateRows, prepareRows } from '../../encode/private/prepare-rows';
import type { PublicFacts } from '../../encode/private/public-facts';
import { affordableRho, type Guarantee } from '../../privacy/accountant/calibrate';
import type { Ledger } from '../../privacy/ledger';
import type { NoiseSource } from '../../privacy/noise-source';
import type { TypedTable } from '../../typed-table';

export interface CountingPlan {
  readonly guarantee: Guarantee;
  readonly facts: PublicFacts;
  /** Of ρ, for counting the columns one by one. */
  readonly share: number;
  /** About so many cells a number column. */
  readonly cells: number;
  /** Most rows of the table that any unit has. */
  readonly rowsPerUnit: number;
}

/** The columns as they were counted, and what is left to go on with. */
export interface CountedColumns {
  readonly prepared: PrivateRows;
  /** The most ρ that keeps to the guarantee, for a unit, the part spent here included. */
  readonly rho: number;
  /** The guarantee without the δ that keys took. */
  readonly left: Guarantee;
}

/** Of δ, for keys that are not known beforehand, where there are any. */
const keyShare = 0.1;

/**
 * The first look of every mechanism: each column counted by itself, with noise. What a unit changes is no more than its rows
 * change one by one: of ρ for a unit each row may cost the part ρ / rowsPerUnit² (group privacy of zCDP: Bun & Steinke 2016,
 * proposition 27).
 * @param ledger takes down each look before it is taken
 * @throws UserError where a public fact cannot be
 */
export async function countColumns(
  table: TypedTable,
  { guarantee, facts, share, cells, rowsPerUnit }: CountingPlan,
  ledger: Ledger,
  noise: NoiseSource,
  breathe: () => Promise<void>,
): Promise<CountedColumns> {
  const { keyed, histograms } = looksNeeded(table, facts);
  const keyDelta = keyed > 0 ? keyShare * guarantee.delta : 0;
  const left = { epsilon: guarantee.epsilon, delta: guarantee.delta - keyDelta };
  const rho = affordableRho(left);
  if (keyDelta > 0)
    ledger.record('which categories, and which single numbers, occur often', {
      kind: 'threshold',
      delta: keyDelta,
    });
  ledger.record(`${histograms} noisy counts of single columns, and the number of rows`, {
    kind: 'concentrated',
    rho: share * rho,
  });
  const prepared = await prepareRows(
    table,
    { facts, rho: (share * rho) / rowsPerUnit ** 2, keyDelta, cells, rowsPerUnit },
    noise,
    breathe,
  );
  return { prepared, rho, left };
}
