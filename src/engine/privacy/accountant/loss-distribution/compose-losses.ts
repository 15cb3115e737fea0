import { smallestOverOrders } from '../orders';
import { renyiDivergence } from '../renyi';
import type { SampledSteps } from '../subsampled-gaussian';
import { type ComplexArray, transform } from './fourier';
import { type Direction, type LossGrid, stepLosses } from './single-step';

/** Points of the grid of losses. */
const gridLength = 2 ** 16;

/** The losses of all steps together, and what of the probability the grid does not hold. */
export interface ComposedLosses {
  readonly grid: LossGrid;
  /** Probability of each loss from 0 on. */
  readonly losses: Float64Array;
  readonly beyond: number;
}

/**
 * Composes by Fourier transform (Koskela, Jälkö & Honkela 2020). Rényi divergences bound how much lies beyond the grid's
 * end, after one step or all; once around the cycle it would count for nothing, so it is counted as lost altogether.
 * @param beyond probability that may lie beyond the grid, far below the δ of interest
 */
export function composeLosses(
  sampled: readonly SampledSteps[],
  direction: Direction,
  beyond: number,
): ComposedLosses {
  const stepCount = sampled.reduce((sum, { steps }) => sum + steps, 0);
  const share = beyond / (1 + stepCount);
  const end = smallestOverOrders(
    (order) => renyiDivergence({ rho: 0, sampled }, order) - Math.log(share) / (order - 1),
  );
  const grid = { spacing: (2 * end) / gridLength, length: gridLength };
  const product = powers(sampled, direction, grid);
  transform(product);
  // A second transform gives the entries in reverse order.
  const losses = new Float64Array(gridLength / 2);
  for (let i = 0; i < losses.length; i++) {
    losses[i] = Math.max(0, product.real[(gridLength - i) % gridLength] / gridLength);
  }
  return { grid, losses, beyond };
}

/** The product of the transforms of the single steps' losses, each to the power of how often it is taken. */
function powers(
  sampled: readonly SampledSteps[],
  direction: Direction,
  { spacing, length }: LossGrid,
): ComplexArray {
  const product = { real: new Float64Array(length).fill(1), imaginary: new Float64Array(length) };
  for (const { rate, sigma, steps } of sampled) {
    const own = {
      real: stepLosses(rate, sigma, direction, { spacing, length }),
      imaginary: new Float64Array(length),
    };
    transform(own);
    for (let i = 0; i < length; i++) {
      const size = (own.real[i] ** 2 + own.imaginary[i] ** 2) ** (steps / 2);
      const angle = Math.atan2(own.imaginary[i], own.real[i]) * steps;
      const re = size * Math.cos(angle);
      const im = size * Math.sin(angle);
      const before = product.real[i];
      product.real[i] = before * re - product.imaginary[i] * im;
      product.imaginary[i] = before * im + product.imaginary[i] * re;
    }
  }
  return product;
}
