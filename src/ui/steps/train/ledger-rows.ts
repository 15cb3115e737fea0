import { affordableRho } from '../../../engine/privacy/accountant/calibrate';
import type { LedgerEntry, LedgerRecord, Payment } from '../../../engine/privacy/ledger';

export interface LedgerRow extends LedgerEntry {
  /** Of the budget of noise (ρ), or of δ, 0 … 1; null for what is declared. */
  readonly share: number | null;
}

/** The ledger's entries, each with its part of the budget: gradient steps take what the noisy counts leave. */
export function ledgerRows({ entries, budget }: LedgerRecord): LedgerRow[] {
  const keys = sumOf(entries, (payment) => (payment.kind === 'threshold' ? payment.delta : 0));
  const counted = sumOf(entries, rhoOf);
  const hasSteps = entries.some(({ payment }) => payment.kind === 'sampled-gaussian');
  const whole = hasSteps ? affordableRho({ epsilon: budget.epsilon, delta: budget.delta - keys }) : counted;
  return entries.map(({ subject, payment }) => ({
    subject,
    payment,
    share: shareOf(payment, counted, whole, budget.delta),
  }));
}

function shareOf(payment: Payment, counted: number, whole: number, delta: number): number | null {
  if (payment.kind === 'threshold') return payment.delta / delta;
  if (payment.kind === 'sampled-gaussian') return 1 - counted / whole;
  return payment.kind === 'concentrated' ? payment.rho / whole : null;
}

function rhoOf(payment: Payment): number {
  return payment.kind === 'concentrated' ? payment.rho : 0;
}

function sumOf(entries: readonly LedgerEntry[], part: (payment: Payment) => number): number {
  return entries.reduce((sum, { payment }) => sum + part(payment), 0);
}
