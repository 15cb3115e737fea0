import { shareOf } from '../privacy/excess';
import { isHalfLost } from './half-lost';
import { countAbove, countBelow } from './sorted-values';

/** A tail is what lies beyond the quantile of such a share: the outermost hundredth, and the outermost thousandth. */
const tailShares = [0.01, 0.001];

/** What lies beyond one quantile of the real column. */
export interface Tail {
  /** The quantile: 0.01 or 0.001 from the end. */
  readonly beyond: number;
  /** Share of either column's values that lies there; of the real one it is less than `beyond` where values repeat. */
  readonly real: number;
  readonly other: number;
  readonly lost: boolean;
}

/** The outermost hundredth and the outermost thousandth at either end. */
export interface LostTails {
  readonly low: readonly Tail[];
  readonly high: readonly Tail[];
}

/**
 * Which tails of the real column are thin in the other: beyond the real 1 % or 0.1 % quantile (99 %, 99.9 %) lies less than
 * half of the share that lies there in the real column, by more than chance explains (see half-lost). A tail that the real
 * column does not have, as its outermost values are all the same, cannot be lost. Both sorted upwards, without NaN.
 */
export function findLostTails(real: Float64Array, other: Float64Array): LostTails {
  const look = (countBeyond: typeof countAbove, quantile: (share: number) => number) =>
    tailShares.map((beyond): Tail => {
      const limit = quantile(beyond);
      const before = { hits: countBeyond(real, limit), of: real.length };
      const after = { hits: countBeyond(other, limit), of: other.length };
      return { beyond, real: shareOf(before), other: shareOf(after), lost: isHalfLost(before, after) };
    });
  const last = real.length - 1;
  return {
    low: look(countBelow, (share) => real[Math.ceil(share * last)]),
    high: look(countAbove, (share) => real[Math.floor((1 - share) * last)]),
  };
}

export function isTailLost(tails: readonly Tail[]): boolean {
  return tails.some(({ lost }) => lost);
}
