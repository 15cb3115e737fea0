import { writeDigits } from '../../words';
import type { LedgerEntry, LedgerRecord, Payment, PrivacyUnit } from './ledger';
import { privacyWords } from './words';

/** Whose being in the table or not is protected: `one row`. */
export function describeUnit(unit: PrivacyUnit): string {
  const words = privacyWords();
  return unit.kind === 'row' ? words.oneRow : words.rowsOfSubject(unit.column, unit.mostRows);
}

/** What was looked at. Ledgers keep it in English; of looks that are not known it is what stands there. */
export function describeLook({ subject }: Pick<LedgerEntry, 'subject'>): string {
  return privacyWords().look(subject);
}

/** How a look was paid for, in one line. */
export function describePayment(payment: Payment): string {
  const { look, paid } = privacyWords();
  switch (payment.kind) {
    case 'public':
      return paid.public(look(payment.source));
    case 'concentrated':
      return `ρ = ${figure(payment.rho, 3)}`;
    case 'gaussian':
      return paid.gaussian(figure(payment.sigma, 3), payment.times);
    case 'exponential':
      return paid.exponential(payment.times, figure(payment.epsilon, 3));
    case 'sampled-gaussian':
      return paid.sampled(payment.steps, figure(payment.rate, 2), figure(payment.sigma, 3));
    case 'threshold':
      return `δ = ${describeDelta(payment.delta)}`;
  }
}

/** A small probability, as `1e-6`. */
export function describeDelta(delta: number): string {
  return writeDigits(Number(delta.toPrecision(3)).toExponential());
}

/** The ledger as lines of text. */
export function describeLedger({ unit, budget, spent, entries }: LedgerRecord): string {
  const words = privacyWords();
  const epsilon = writeDigits(String(budget.epsilon));
  return [
    words.ledgerHead(epsilon, describeDelta(budget.delta), describeUnit(unit)),
    ...entries.map((entry) => `  ${describeLook(entry)}: ${describePayment(entry.payment)}`),
    `  ${words.spentInAll(writeDigits(spent.epsilon.toFixed(4)), describeDelta(spent.delta))}`,
  ].join('\n');
}

function figure(value: number, digits: number): string {
  return writeDigits(value.toPrecision(digits));
}
