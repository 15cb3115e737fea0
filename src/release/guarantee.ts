import type { LedgerRecord } from '../engine/privacy/ledger';
import { describeDelta, describeUnit } from '../engine/privacy/ledger-words';
import { writeCount, writeDigits } from '../words';
import { releaseWords } from './words';

/** What is promised of the rows, and on what account. */
export type Guarantee =
  | { readonly formal: false; readonly statement: string }
  | { readonly formal: true; readonly statement: string; readonly ledger: LedgerRecord };

/** What a release says of itself whose rows hold real cells. */
export function partialSynthesis(kept: readonly string[]): string {
  return releaseWords().partialSynthesis(kept);
}

/**
 * The promise that the training's ledger bears out; without a ledger there is none.
 * @param kept names of the columns whose real cells were kept
 */
export function guaranteeOf(ledger: LedgerRecord | null, kept: readonly string[] = []): Guarantee {
  if (kept.length > 0) return { formal: false, statement: partialSynthesis(kept) };
  if (!ledger) return { formal: false, statement: releaseWords().noFormalGuarantee };
  return { formal: true, statement: promise(ledger), ledger };
}

/** The promise in a clause. */
export function guaranteeInShort(ledger: LedgerRecord | null): string {
  const words = releaseWords();
  if (!ledger) return words.noGuarantee;
  const { epsilon, delta } = ledger.budget;
  return words.guaranteeInShort(
    writeDigits(String(epsilon)),
    describeDelta(delta),
    describeUnit(ledger.unit),
  );
}

function promise({ unit, budget: { epsilon, delta } }: LedgerRecord): string {
  return releaseWords().promise(
    writeDigits(String(epsilon)),
    describeDelta(delta),
    describeUnit(unit),
    factorWords(epsilon),
  );
}

/** e^ε, the factor that odds change by, in digits that can be read. */
export function factorWords(epsilon: number): string {
  const factor = Math.exp(epsilon);
  if (factor < 10) return writeDigits(factor.toFixed(2));
  return factor < 1e6 ? writeCount(Math.round(factor)) : writeDigits(factor.toExponential(1));
}
