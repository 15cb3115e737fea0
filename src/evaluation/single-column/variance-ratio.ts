import { alarm } from './half-lost';

export interface VarianceRatio {
  /** 0 … ∞; 1.0: as spread out; below, the other column is narrower. NaN where one has no variance to compare. */
  readonly ratio: number;
  /** Below 0.8, by more than chance explains. */
  readonly narrow: boolean;
}

const narrowRatio = 0.8;

/** What lies beyond these quantiles of the real column is pulled in to them: tails are judged by themselves. */
const outerShare = 0.05;

/**
 * Variance of the other column over that of the real one, both winsorised at the real 5 % and 95 % quantiles. Chance moves
 * its logarithm by √((κ − 1)(1/n₁ + 1/n₂)), with the real column's kurtosis κ. Both sorted upwards, without NaN.
 */
export function compareVariance(real: Float64Array, other: Float64Array): VarianceRatio {
  const last = real.length - 1;
  const [low, high] = [real[Math.ceil(outerShare * last)], real[Math.floor((1 - outerShare) * last)]];
  const winsorise = (values: Float64Array) => values.map((value) => Math.max(low, Math.min(high, value)));
  const [before, after] = [momentsOf(winsorise(real)), momentsOf(winsorise(other))];
  const ratio = after.variance / before.variance;
  const error = Math.sqrt(Math.max(0, before.kurtosis - 1) * (1 / real.length + 1 / other.length));
  const comparable = before.variance > 0 && Number.isFinite(ratio);
  return {
    ratio: comparable ? ratio : Number.NaN,
    narrow: comparable && ratio < narrowRatio && -Math.log(ratio) > alarm * error,
  };
}

function momentsOf(values: Float64Array): { variance: number; kurtosis: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let squares = 0;
  let fourths = 0;
  for (const value of values) {
    const square = (value - mean) ** 2;
    squares += square;
    fourths += square * square;
  }
  const variance = squares / values.length;
  return { variance, kurtosis: fourths / values.length / (variance * variance) };
}
