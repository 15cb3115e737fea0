import { sortPresent } from './sorted-values';

/**
 * KSComplement: 1 minus the two-sample Kolmogorov–Smirnov statistic of two numeric columns.
 * Range 0 … 1, higher is better. 1.0: the two empirical distributions are the same; 0: they do not overlap.
 * Missing values (NaN) are left out. Source: SDMetrics, single_column/statistical/kscomplement.
 */
export function ksComplement(real: Float64Array, synthetic: Float64Array): number {
  return 1 - ksDistance(sortPresent(real), sortPresent(synthetic));
}

/**
 * The exact two-sample Kolmogorov–Smirnov statistic: the greatest gap between the two empirical distribution
 * functions. Range 0 … 1, lower is closer. Both samples sorted upwards, without NaN. Two empty samples are at
 * distance 0, an empty and a filled one at 1.
 */
export function ksDistance(first: Float64Array, second: Float64Array): number {
  if (first.length === 0 || second.length === 0) return first.length === second.length ? 0 : 1;
  let greatest = 0;
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    const value = Math.min(first[i], second[j]);
    while (i < first.length && first[i] === value) i++;
    while (j < second.length && second[j] === value) j++;
    greatest = Math.max(greatest, Math.abs(i / first.length - j / second.length));
  }
  return greatest;
}
