import type { LedgerEntry, LedgerRecord, Payment, PrivacyUnit } from './ledger';

/** Whose being in the table or not is protected: `one row`. */
export function describeUnit(unit: PrivacyUnit): string {
  if (unit.kind === 'row') return 'one row';
  return `all rows of one “${unit.column}”, of which ${unit.mostRows} at most ${unit.mostRows === 1 ? 'is' : 'are'} used`;
}

/** How a look was paid for, in one line. */
export function describePayment(payment: Payment): string {
  switch (payment.kind) {
    case 'public':
      return `public, ${payment.source}`;
    case 'concentrated':
      return `ρ = ${payment.rho.toPrecision(3)}`;
    case 'gaussian':
      return `noise of σ = ${payment.sigma.toPrecision(3)}, ${payment.times} times`;
    case 'exponential':
      return `${payment.times} choices of ε = ${payment.epsilon.toPrecision(3)}`;
    case 'sampled-gaussian':
      return `${payment.steps} steps, each row with probability ${payment.rate.toPrecision(2)}, noise ${payment.sigma.toPrecision(3)} times the clipping length`;
    case 'threshold':
      return `δ = ${describeDelta(payment.delta)}`;
  }
}

/** A small probability, as `1e-6`. */
export function describeDelta(delta: number): string {
  return Number(delta.toPrecision(3)).toExponential();
}

/** The ledger as lines of text. */
export function describeLedger({ unit, budget, spent, entries }: LedgerRecord): string {
  return [
    `(ε, δ)-differential privacy, ε = ${budget.epsilon}, δ = ${describeDelta(budget.delta)}, for ${describeUnit(unit)} more or less:`,
    ...entries.map(({ subject, payment }: LedgerEntry) => `  ${subject}: ${describePayment(payment)}`),
    `  spent in all: ε = ${spent.epsilon.toFixed(4)} at δ = ${describeDelta(spent.delta)}`,
  ].join('\n');
}
