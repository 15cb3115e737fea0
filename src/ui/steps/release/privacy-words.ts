import type { LedgerRecord } from '../../../engine/privacy/ledger';
import { describeDelta } from '../../../engine/privacy/ledger-words';
import { formatCount } from '../../components/plain-numbers';
import type { ReleaseState } from '../../state/release.svelte';

/** What is to be known of how many rows are released. */
export function rowsWords(
  rows: number | null,
  { defaultRows, realRows, ledger }: Pick<ReleaseState, 'defaultRows' | 'realRows' | 'ledger'>,
): string {
  if (!ledger)
    return rows === realRows
      ? 'As many as the real table has. If its length must not be known, choose another number.'
      : `The real table has ${formatCount(realRows)}.`;
  if (rows === defaultRows) return 'As many as you declared.';
  return rows === realRows
    ? 'This is the exact number of real rows, which the promise protects: choose another.'
    : `You declared ${formatCount(defaultRows)}.`;
}

/** What the promises come to where rows of several models went out; null where one model's alone did. */
export function togetherWords(released: readonly (LedgerRecord | null)[]): string | null {
  const ledgers = released.filter((ledger) => ledger !== null);
  if (ledgers.length === 0 || released.length < 2) return null;
  if (ledgers.length < released.length)
    return 'Rows made without a guarantee have been saved from this table too: what those tell is covered by no promise.';
  const epsilon = ledgers.reduce((sum, { budget }) => sum + budget.epsilon, 0);
  const delta = ledgers.reduce((sum, { budget }) => sum + budget.delta, 0);
  return (
    `Rows of ${ledgers.length} models of this table have been saved here. Whoever gets them all is promised less: together ` +
    `ε = ${Number(epsilon.toPrecision(4))} and δ = ${describeDelta(delta)}.`
  );
}
