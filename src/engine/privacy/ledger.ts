import type { Guarantee } from './accountant/calibrate';
import { tightEpsilon } from './accountant/loss-distribution/tight-epsilon';
import { type Spending, spentEpsilon } from './accountant/renyi';
import type { SampledSteps } from './accountant/subsampled-gaussian';

/** Who is protected: two tables are neighbours when one has one unit more. */
export type PrivacyUnit =
  | { readonly kind: 'row' }
  /** All rows with the same identifier, of which no more than so many are used. */
  | { readonly kind: 'subject'; readonly column: string; readonly mostRows: number };

/** Most rows of the table that one unit has, as they are used. */
export function rowsPerUnit(unit: PrivacyUnit): number {
  return unit.kind === 'subject' ? unit.mostRows : 1;
}

/** How a look at the table was paid for. Sensitivities are for one unit, in Euclidean length. */
export type Payment =
  /** Not learnt from the table: typed by the person, or known from elsewhere. */
  | { readonly kind: 'public'; readonly source: string }
  /** Counts with discrete Gaussian noise of standard deviation σ: ρ = Δ² / 2σ². */
  | {
      readonly kind: 'gaussian';
      readonly sigma: number;
      readonly sensitivity: number;
      readonly times: number;
    }
  /** Noisy counts and choices that cost ρ together. */
  | { readonly kind: 'concentrated'; readonly rho: number }
  /** Choices by the exponential mechanism: ρ = ε² / 8 each. */
  | { readonly kind: 'exponential'; readonly epsilon: number; readonly times: number }
  /** Gradient steps on Poisson samples: σ is the noise over the clipping length. */
  | ({ readonly kind: 'sampled-gaussian'; readonly clip: number } & SampledSteps)
  /** Keys let through because their noisy count passed a threshold that a single unit passes with this probability. */
  | { readonly kind: 'threshold'; readonly delta: number };

export interface LedgerEntry {
  /** What was looked at, in words that hold nothing of it. */
  readonly subject: string;
  readonly payment: Payment;
}

/** `renyi` adds up everything; `loss-distribution` is tighter and knows no exponential mechanism. */
export type Accountant = 'renyi' | 'loss-distribution';

/** The whole account, as plain data. */
export interface LedgerRecord {
  readonly unit: PrivacyUnit;
  readonly adjacency: 'add-or-remove';
  readonly accountant: Accountant;
  readonly budget: Guarantee;
  readonly spent: Guarantee;
  readonly entries: readonly LedgerEntry[];
}

/** Sums of many small payments end a rounding error off the budget that they were made from. */
const rounding = 1e-9;

/** Keeps account of every look at the real table. An entry is recorded before its mechanism runs. */
export class Ledger {
  readonly #unit: PrivacyUnit;
  readonly #budget: Guarantee;
  readonly #accountant: Accountant;
  readonly #entries: LedgerEntry[] = [];

  constructor(unit: PrivacyUnit, budget: Guarantee, accountant: Accountant = 'renyi') {
    this.#unit = unit;
    this.#budget = budget;
    this.#accountant = accountant;
  }

  /** @throws Error when the budget does not hold the entry; it is not recorded then, and its mechanism must not run */
  record(subject: string, payment: Payment): void {
    const entries = [...this.#entries, { subject, payment }];
    if (payment.kind !== 'public' && !this.#isWithin(this.#spentOn(entries))) {
      throw new Error(`The privacy budget is too small for: ${subject}.`);
    }
    this.#entries.push({ subject, payment });
  }

  /** As `record`, one entry after the other. */
  recordAll(entries: readonly LedgerEntry[]): void {
    for (const { subject, payment } of entries) this.record(subject, payment);
  }

  /** ε at what thresholds left of the budget's δ, and the budget's δ. */
  get spent(): Guarantee {
    return this.#spentOn(this.#entries);
  }

  /** ρ of all noise on whole tables so far: what steps to come have to be calibrated beside. */
  get rho(): number {
    return rhoOf(this.#entries);
  }

  /** What thresholds have left of δ. */
  get deltaLeft(): number {
    return this.#budget.delta - deltaOf(this.#entries);
  }

  toJSON(): LedgerRecord {
    return {
      unit: this.#unit,
      adjacency: 'add-or-remove',
      accountant: this.#accountant,
      budget: this.#budget,
      spent: this.spent,
      entries: [...this.#entries],
    };
  }

  #isWithin({ epsilon }: Guarantee): boolean {
    return epsilon <= this.#budget.epsilon * (1 + rounding);
  }

  #spentOn(entries: readonly LedgerEntry[]): Guarantee {
    const { delta } = this.#budget;
    const left = delta - deltaOf(entries);
    const epsilon = left > 0 ? epsilonOf(entries, this.#accountant, left) : Infinity;
    return { epsilon, delta };
  }
}

function epsilonOf(entries: readonly LedgerEntry[], accountant: Accountant, delta: number): number {
  const spending = spendingOf(entries);
  if (accountant === 'renyi') return spentEpsilon(spending, delta);
  if (entries.some(({ payment }) => payment.kind === 'exponential' || payment.kind === 'concentrated')) {
    throw new Error('The loss distribution of an exponential mechanism is not known.');
  }
  const { rho, sampled } = spending;
  const whole = rho > 0 ? [{ rate: 1, sigma: 1 / Math.sqrt(2 * rho), steps: 1 }] : [];
  return whole.length + sampled.length > 0 ? tightEpsilon([...whole, ...sampled], delta) : 0;
}

function spendingOf(entries: readonly LedgerEntry[]): Spending {
  const sampled = entries.flatMap(({ payment }) => (payment.kind === 'sampled-gaussian' ? [payment] : []));
  return { rho: rhoOf(entries), sampled };
}

function rhoOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { payment }) => sum + paymentRho(payment), 0);
}

/** ρ that a payment costs. */
function paymentRho(payment: Payment): number {
  if (payment.kind === 'gaussian') {
    return (payment.times * payment.sensitivity ** 2) / (2 * payment.sigma ** 2);
  }
  if (payment.kind === 'concentrated') return payment.rho;
  if (payment.kind === 'exponential') return (payment.times * payment.epsilon ** 2) / 8;
  return 0;
}

function deltaOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { payment }) => sum + (payment.kind === 'threshold' ? payment.delta : 0), 0);
}
