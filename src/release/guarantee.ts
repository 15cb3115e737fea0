import type { LedgerRecord } from '../engine/privacy/ledger';
import { describeDelta, describeUnit } from '../engine/privacy/ledger-words';

/** What is promised of the rows, and on what account. */
export type Guarantee =
  | { readonly formal: false; readonly statement: string }
  | { readonly formal: true; readonly statement: string; readonly ledger: LedgerRecord };

/** What every release without differential privacy says of itself. */
const noFormalGuarantee =
  'No formal guarantee: the rows were not made under differential privacy, so nothing proves that they say nothing ' +
  'about a person in the real table. They are drawn from a model of it and are not rows of it by design; whether ' +
  'some came out alike is measured in the private manifest.';

/** What a release says of itself whose rows hold real cells. */
export function partialSynthesis(kept: readonly string[]): string {
  return (
    `Partial synthesis: every row stands for one real row, in the real table’s order, and its cells of ${kept.join(', ')} are the real ones. ` +
    'Whoever knows these of a person can find their row. Only the other columns were drawn from a model, to go with the real ' +
    'cells, and what they say of that person may come near the truth. No formal guarantee, and no measure of privacy, covers this.'
  );
}

/**
 * The promise that the training's ledger bears out; without a ledger there is none.
 * @param kept names of the columns whose real cells were kept
 */
export function guaranteeOf(ledger: LedgerRecord | null, kept: readonly string[] = []): Guarantee {
  if (kept.length > 0) return { formal: false, statement: partialSynthesis(kept) };
  if (!ledger) return { formal: false, statement: noFormalGuarantee };
  return { formal: true, statement: promise(ledger), ledger };
}

/** The promise in a clause. */
export function guaranteeInShort(ledger: LedgerRecord | null): string {
  if (!ledger) return 'no formal guarantee';
  const { epsilon, delta } = ledger.budget;
  return `differential privacy with ε = ${epsilon} and δ = ${describeDelta(delta)} for ${describeUnit(ledger.unit)}`;
}

function promise({ unit, budget: { epsilon, delta } }: LedgerRecord): string {
  return (
    `Differential privacy with ε = ${epsilon} and δ = ${describeDelta(delta)}, for ${describeUnit(unit)} more or less in the real table: an ` +
    `attacker’s odds of telling that somebody is in it change by at most a factor of ${factorWords(epsilon)}, but for a ` +
    'probability of δ. It holds for the synthetic rows; figures that compare them with the real rows are not covered.'
  );
}

/** e^ε, the factor that odds change by, in digits that can be read. */
export function factorWords(epsilon: number): string {
  const factor = Math.exp(epsilon);
  if (factor < 10) return factor.toFixed(2);
  return factor < 1e6 ? Math.round(factor).toLocaleString('en') : factor.toExponential(1);
}
