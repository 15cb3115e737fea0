import { type Guarantee, neededSigma, neededTightSigma } from '../../../privacy/accountant/calibrate';
import type { Accountant, Payment } from '../../../privacy/ledger';
import { roundedRate } from '../../../privacy/noise-source';

/** Everything about the private steps, fixed before the first: nothing is chosen on the way. */
export interface RefinementPlan {
  /** Probability with which each unit takes part in a step. */
  readonly rate: number;
  readonly steps: number;
  /** Standard deviation of the noise over `clip`. */
  readonly sigma: number;
  /** Bound of what one unit adds to a step's gradient, in Euclidean length. */
  readonly clip: number;
  /** What a step's gradient is divided by: rate times the units, as they are known (a noisy count, not the true one). */
  readonly expectedUnits: number;
  readonly learningRate: number;
}

export interface RefinementOptions {
  readonly rate: number;
  readonly steps: number;
  readonly clip: number;
  readonly learningRate: number;
}

export const defaultRefinement: RefinementOptions = { rate: 0.03, steps: 960, clip: 12, learningRate: 5e-3 };

/**
 * The plan whose noise keeps to the guarantee beside what is spent already.
 * @param units how many there are, noisy or public
 * @throws RangeError where the rest of the budget is too small for any noise
 */
export function planRefinement(
  { rate, steps, clip, learningRate }: RefinementOptions,
  units: number,
  guarantee: Guarantee,
  spent: { readonly rho: number; readonly accountant: Accountant },
): RefinementPlan {
  const sampled = { rate: roundedRate(rate), steps };
  const calibrate = spent.accountant === 'renyi' ? neededSigma : neededTightSigma;
  const sigma = calibrate(guarantee, sampled, spent.rho);
  return { ...sampled, sigma, clip, expectedUnits: Math.max(1, sampled.rate * units), learningRate };
}

/** What the ledger records of it. */
export function refinementPayment({ rate, steps, sigma, clip }: RefinementPlan): Payment {
  return { kind: 'sampled-gaussian', rate, steps, sigma, clip };
}
