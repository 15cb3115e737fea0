import type { Figure } from '../evidence';

/** The ratios' middle and their lower end. */
export interface RatioFigures {
  readonly median: Figure;
  readonly fifthPercentile: Figure;
}

/**
 * Nearest-neighbour distance ratio (NNDR): a row's distance to its nearest training row over that to its second
 * nearest. Range 0 … 1, to be read against holdout rows' own; near 0: rows hug single training rows; 1.0: no training row
 * is nearer than another, also where both distances are 0 (what repeats in the training table is near to no one person)
 * or there is no second row. Source: Lowe 2004; of synthetic tables, Zhao et al., "CTAB-GAN" (arXiv 2102.08369).
 */
export function distanceRatios(nearest: Float64Array, second: Float64Array): Float64Array {
  return nearest.map((distance, row) =>
    second[row] > 0 && Number.isFinite(second[row]) ? distance / second[row] : 1,
  );
}

/** Null where there are no ratios. */
export function summariseRatios(ratios: Float64Array): RatioFigures | null {
  if (ratios.length === 0) return null;
  const sorted = ratios.slice().sort();
  return { median: quantileFigure(sorted, 0.5), fifthPercentile: quantileFigure(sorted, 0.05) };
}

/** A quantile with its 95 % interval: the order statistics between which it lies (normal approximation of ranks). */
function quantileFigure(sorted: Float64Array, share: number): Figure {
  const last = sorted.length - 1;
  const half = 1.96 * Math.sqrt(sorted.length * share * (1 - share));
  const at = (rank: number) => sorted[Math.max(0, Math.min(last, rank))];
  const rank = share * last;
  return {
    value: at(Math.round(rank)),
    interval: { low: at(Math.floor(rank - half)), high: at(Math.ceil(rank + half)) },
  };
}
