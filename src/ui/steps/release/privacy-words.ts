import type { LedgerRecord } from '../../../engine/privacy/ledger';
import { describeDelta } from '../../../engine/privacy/ledger-words';
import { writeNumber } from '../../../words';
import type { ReleaseState } from '../../state/release.svelte';
import { releaseWords } from './words';

/** What is to be known of how many rows are released. */
export function rowsWords(
  rows: number | null,
  { defaultRows, realRows, ledger }: Pick<ReleaseState, 'defaultRows' | 'realRows' | 'ledger'>,
): string {
  const words = releaseWords();
  if (!ledger) return rows === realRows ? words.asManyAsReal : words.realHas(realRows);
  if (rows === defaultRows) return words.asDeclared;
  return rows === realRows ? words.exactNumber : words.declared(defaultRows);
}

/** What the promises come to where rows of several models went out; null where one model's alone did. */
export function togetherWords(released: readonly (LedgerRecord | null)[]): string | null {
  const ledgers = released.filter((ledger) => ledger !== null);
  if (ledgers.length === 0 || released.length < 2) return null;
  if (ledgers.length < released.length) return releaseWords().otherWithoutGuarantee;
  const epsilon = ledgers.reduce((sum, { budget }) => sum + budget.epsilon, 0);
  const delta = ledgers.reduce((sum, { budget }) => sum + budget.delta, 0);
  return releaseWords().together(
    ledgers.length,
    writeNumber(epsilon, { maximumSignificantDigits: 4 }),
    describeDelta(delta),
  );
}
