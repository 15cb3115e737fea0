import { isHalfLost } from './half-lost';
import { countAbove, countBelow } from './sorted-values';

/** A tail is what lies beyond the quantile of such a share: the outermost hundredth, and the outermost thousandth. */
const tailShares = [0.01, 0.001];

export interface LostTails {
  readonly low: boolean;
  readonly high: boolean;
}

/**
 * Which tails of the real column are thin in the other: beyond the real 1 % or 0.1 % quantile (99 %, 99.9 %) lies less than
 * half of the share that lies there in the real column, by more than chance explains (see half-lost). A tail that the real
 * column does not have, as its outermost values are all the same, cannot be lost. Both sorted upwards, without NaN.
 */
export function findLostTails(real: Float64Array, other: Float64Array): LostTails {
  const lost = (countBeyond: typeof countAbove, quantile: (share: number) => number) =>
    tailShares.some((share) => {
      const limit = quantile(share);
      return isHalfLost(
        { hits: countBeyond(real, limit), of: real.length },
        { hits: countBeyond(other, limit), of: other.length },
      );
    });
  const last = real.length - 1;
  return {
    low: lost(countBelow, (share) => real[Math.ceil(share * last)]),
    high: lost(countAbove, (share) => real[Math.floor((1 - share) * last)]),
  };
}
