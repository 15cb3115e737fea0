import type { Interval, Verdict } from '../evidence';
import { wilsonInterval } from './wilson-interval';

/** So many of so many. */
export interface Tally {
  readonly hits: number;
  readonly of: number;
}

/** By how much something exceeds what is to be expected, with its 95 % interval. */
export interface Excess extends Interval {
  readonly value: number;
}

export function shareOf({ hits, of }: Tally): number {
  return of === 0 ? 0 : hits / of;
}

/**
 * Difference of two independent shares, −1 … 1, with Newcombe's 95 % interval from the two Wilson intervals. Source:
 * Newcombe, "Interval estimation for the difference between independent proportions", Stat. Med. 17 (1998), method 10.
 */
export function excessOver(tally: Tally, ruler: Tally): Excess {
  const [share, expected] = [shareOf(tally), shareOf(ruler)];
  const [own, theirs] = [wilsonInterval(tally.hits, tally.of), wilsonInterval(ruler.hits, ruler.of)];
  const value = share - expected;
  return {
    value,
    low: value - Math.hypot(share - own.low, theirs.high - expected),
    high: value + Math.hypot(own.high - share, expected - theirs.low),
  };
}

/**
 * The verdict on an excess that takes its interval into account: poor where even the interval's low end is above
 * `poorAbove`; fair where it is above `fairAbove`, so that chance alone is no explanation; good otherwise.
 */
export function judgeExcess(low: number, poorAbove: number, fairAbove = 0): Verdict {
  if (Number.isNaN(low)) return 'unmeasured';
  if (low > poorAbove) return 'poor';
  return low > fairAbove ? 'fair' : 'good';
}
