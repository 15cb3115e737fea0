import { smallestOverOrders } from './orders';
import { type SampledSteps, subsampledGaussianRdp } from './subsampled-gaussian';

/** What was spent, as one accountant adds it up. */
export interface Spending {
  /** Zero-concentrated privacy: Gaussian noise and exponential mechanisms on all rows. */
  readonly rho: number;
  readonly sampled: readonly SampledSteps[];
}

/** Rényi divergence of order α of all together: αρ plus that of the sampled steps (Mironov 2017, proposition 1). */
export function renyiDivergence({ rho, sampled }: Spending, order: number): number {
  return sampled.reduce(
    (sum, { rate, sigma, steps }) => sum + steps * subsampledGaussianRdp(rate, sigma, order),
    order * rho,
  );
}

/** ε from the Rényi divergence of one order (Canonne, Kamath & Steinke 2020, proposition 12). */
export function epsilonAtOrder(spending: Spending, order: number, delta: number): number {
  const divergence = renyiDivergence(spending, order);
  return divergence + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1);
}

/** The least ε that Rényi orders give at δ; 0 when nothing was spent. */
export function spentEpsilon(spending: Spending, delta: number): number {
  if (spending.rho === 0 && spending.sampled.every(({ rate, steps }) => rate * steps === 0)) return 0;
  return Math.max(
    0,
    smallestOverOrders((order) => epsilonAtOrder(spending, order, delta)),
  );
}
