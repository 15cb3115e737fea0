import { logMixture } from '../subsampled-gaussian';

/** Which neighbour the loss is told from: with one unit removed, or with one added. */
export type Direction = 'remove' | 'add';

/**
 * A distribution of privacy losses on the multiples of a spacing. The entry for loss k·spacing is at k modulo the length, as
 * a cyclic convolution has it.
 */
export interface LossGrid {
  readonly spacing: number;
  readonly length: number;
}

/** Outcomes further from both means than this many σ are left out: less than 10⁻³² of all. */
const reach = 12;
/** Nodes and weights of three-point Gauss–Legendre quadrature on −1 … 1. */
const nodes = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)];
const nodeWeights = [5 / 9, 8 / 9, 5 / 9];

/**
 * The losses of one step of the Poisson-subsampled Gaussian mechanism, never too small: each loss between two points of
 * the grid is split between them so that both distributions' masses stay as they are ("connect the dots", Doroshenko,
 * Ghazi, Kamath, Kumar & Manurangsi 2022). The dominating pair is N(0, σ²) and its mixture with N(1, σ²) (Zhu, Dong &
 * Wang 2022, theorem 11). Losses outside the grid are brought in at its ends; whoever chose the grid accounts for them.
 */
export function stepLosses(rate: number, sigma: number, direction: Direction, grid: LossGrid): Float64Array {
  const losses = new Float64Array(grid.length);
  const end = reach * sigma + 1;
  let from = -reach * sigma;
  let next = Math.floor(logMixture(rate, sigma, from) / grid.spacing) + 1;
  while (from < end) {
    const to = Math.min(end, Math.max(from, outcomeOf(next++ * grid.spacing, rate, sigma)));
    addOutcomes(losses, from, to, { rate, sigma, direction, spacing: grid.spacing });
    from = to;
  }
  return losses;
}

/** The outcome x that has the loss: the inverse of `logMixture`. */
function outcomeOf(loss: number, rate: number, sigma: number): number {
  return sigma * sigma * Math.log((Math.expm1(loss) + rate) / rate) + 0.5;
}

interface Step {
  readonly rate: number;
  readonly sigma: number;
  readonly direction: Direction;
  readonly spacing: number;
}

/** Adds outcomes between two neighbouring points of the grid, in pieces short enough for the quadrature. */
function addOutcomes(losses: Float64Array, from: number, to: number, step: Step): void {
  const { rate, sigma, direction, spacing } = step;
  const pieces = Math.ceil((to - from) / (sigma / 8));
  const half = (to - from) / pieces / 2;
  for (let piece = 0; piece < pieces; piece++) {
    const middle = from + (2 * piece + 1) * half;
    for (let i = 0; i < nodes.length; i++) {
      const x = middle + nodes[i] * half;
      const plain = (nodeWeights[i] * half * Math.exp((-x * x) / (2 * sigma * sigma))) / sigma;
      const mass = plain / Math.sqrt(2 * Math.PI);
      const loss = logMixture(rate, sigma, x);
      if (direction === 'remove') split(losses, loss, mass * Math.exp(loss), spacing);
      else split(losses, -loss, mass, spacing);
    }
  }
}

function split(losses: Float64Array, loss: number, mass: number, spacing: number): void {
  const last = losses.length / 2 - 1;
  const below = Math.floor(loss / spacing);
  const upper = (mass * Math.expm1(below * spacing - loss)) / Math.expm1(-spacing);
  losses[place(below, last)] += mass - upper;
  losses[place(below + 1, last)] += upper;
}

function place(index: number, last: number): number {
  const within = Math.max(-last, Math.min(last, index));
  return within < 0 ? within + 2 * (last + 1) : within;
}
