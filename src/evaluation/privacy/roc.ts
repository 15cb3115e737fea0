import type { Figure } from '../evidence';

const z = 1.959963984540054;

/**
 * Area under the ROC curve of scores that should be higher for the positives: the probability that a positive scores
 * above a negative, ties counted half. Range 0 … 1; 0.5 is guessing, 1.0 tells all apart. With DeLong's 95 % interval.
 * NaN without an interval where a side is empty. Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988).
 */
export function aucFigure(positives: Float64Array, negatives: Float64Array): Figure {
  if (positives.length === 0 || negatives.length === 0) return { value: Number.NaN, interval: null };
  const above = placements(positives, negatives.slice().sort());
  const below = placements(negatives, positives.slice().sort()).map((share) => 1 - share);
  const value = meanOf(above);
  const error = z * Math.sqrt(varianceOf(above) / above.length + varianceOf(below) / below.length);
  return { value, interval: { low: Math.max(0, value - error), high: Math.min(1, value + error) } };
}

/** For each score, the share of the others below it, ties half. */
function placements(scores: Float64Array, others: Float64Array): Float64Array {
  return scores.map(
    (score) => (countBelow(others, score) + countNotAbove(others, score)) / 2 / others.length,
  );
}

function countBelow(sorted: Float64Array, score: number): number {
  return bisect(sorted, (value) => value < score);
}

function countNotAbove(sorted: Float64Array, score: number): number {
  return bisect(sorted, (value) => value <= score);
}

/** How many values from the first on hold, where those that do come first. */
function bisect(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Unbiased; 0 of a single value. */
function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  const sum = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return values.length < 2 ? 0 : sum / (values.length - 1);
}

/**
 * True-positive rate where so small a share of the negatives scores as high: the height of the ROC curve there, straight
 * between its corners. Range 0 … 1; as much as the false-positive rate is guessing. Source: Carlini et al., "Membership inference
 * attacks from first principles" (arXiv 2112.03570).
 */
export function truePositiveRateAt(
  falsePositiveRate: number,
  positives: Float64Array,
  negatives: Float64Array,
): number {
  const [sorted, others] = [positives.slice().sort(), negatives.slice().sort()];
  const rank = falsePositiveRate * others.length;
  const threshold = others[others.length - 1 - Math.floor(Math.min(rank, others.length - 1))];
  const shareAbove = (scores: Float64Array, count: number) => (scores.length - count) / scores.length;
  const falseAbove = shareAbove(others, countNotAbove(others, threshold));
  const falseFrom = shareAbove(others, countBelow(others, threshold));
  const trueAbove = shareAbove(sorted, countNotAbove(sorted, threshold));
  const trueFrom = shareAbove(sorted, countBelow(sorted, threshold));
  const part = falseFrom > falseAbove ? (falsePositiveRate - falseAbove) / (falseFrom - falseAbove) : 0;
  return trueAbove + Math.max(0, Math.min(1, part)) * (trueFrom - trueAbove);
}
