import { normalQuantile } from '../../models/gaussian-copula/normal-distribution';
import { lowerBound } from '../sorted';
import { addNoise, type CountingNoise } from './noisy-counts';

/** Powers of two that whole numbers are sorted by: as far as doubles are exact. */
const powers = 53;
/** 0, 1, 3, 7, …: the largest number of each power. */
const largest = Float64Array.from({ length: powers + 1 }, (_, power) => 2 ** power - 1);
/** How likely any empty power may seem to be filled. */
const falseAlarm = 0.01;

/**
 * Bounds of whole numbers, found by counting them by sign and power of two, whatever they are: the outermost powers whose
 * noisy counts stand out.
 * @param units one per row, NaN where missing
 * @returns null where none stands out
 */
export function findBounds(
  units: Float64Array,
  noise: CountingNoise,
): { readonly low: number; readonly high: number } | null {
  const counts = new Float64Array(2 * powers + 1);
  for (const unit of units) {
    if (!Number.isNaN(unit)) counts[powers + powerOf(unit)]++;
  }
  const limit = -noise.sigma * normalQuantile(falseAlarm / counts.length);
  const noisy = addNoise(counts, noise);
  const first = noisy.findIndex((count) => count > limit) - powers;
  const last = noisy.findLastIndex((count) => count > limit) - powers;
  if (last < -powers) return null;
  return {
    low: first > 0 ? smallestOf(first) : 0 - largest[-first],
    high: last < 0 ? -smallestOf(-last) : largest[last],
  };
}

function powerOf(unit: number): number {
  const power = Math.min(powers, lowerBound(largest, Math.abs(unit)));
  return unit < 0 ? -power : power;
}

function smallestOf(power: number): number {
  return 2 ** (power - 1);
}
