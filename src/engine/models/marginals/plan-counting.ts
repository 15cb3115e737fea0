import { looksNeeded } from '../../encode/private/measure-columns';
import type { PublicFacts, TableLayout } from '../../encode/private/public-facts';
import { affordableRho, type Guarantee } from '../../privacy/accountant/calibrate';
import type { LedgerEntry } from '../../privacy/ledger';

export interface CountingOptions {
  readonly guarantee: Guarantee;
  readonly facts: PublicFacts;
  /** Of ρ, for counting the columns one by one. */
  readonly share: number;
}

/** What counting the columns one by one costs, and what is left to go on with. It hangs on public facts alone. */
export interface CountingPlan {
  /** The most ρ that keeps to the guarantee, for a unit, the part spent here included. */
  readonly rho: number;
  /** The part spent here. */
  readonly columnRho: number;
  /** Of δ, for keys that are not known beforehand. */
  readonly keyDelta: number;
  /** The guarantee without that δ. */
  readonly left: Guarantee;
  /** What the ledger takes down. */
  readonly looks: readonly LedgerEntry[];
}

/** Of δ, for keys that are not known beforehand, where there are any. */
const keyShare = 0.1;

export function planCounting(
  layout: TableLayout,
  { guarantee: { epsilon, delta }, facts, share }: CountingOptions,
): CountingPlan {
  const { keyed, histograms } = looksNeeded(layout, facts);
  const keyDelta = keyed > 0 ? keyShare * delta : 0;
  const left = { epsilon, delta: delta - keyDelta };
  const rho = affordableRho(left);
  const columnRho = share * rho;
  const keys: LedgerEntry = {
    subject: 'which categories, and which single numbers, occur often',
    payment: { kind: 'threshold', delta: keyDelta },
  };
  const counts: LedgerEntry = {
    subject: `${histograms} noisy counts of single columns, and the number of rows`,
    payment: { kind: 'concentrated', rho: columnRho },
  };
  return { rho, columnRho, keyDelta, left, looks: keyDelta > 0 ? [keys, counts] : [counts] };
}
