import type { Figure, Verdict } from '../evidence';

/** What may be lost without harm, and beyond what too much is lost. */
export interface GapLimits {
  readonly good: number;
  readonly poor: number;
}

/**
 * The verdict on a loss: good where it is small and its interval excludes a poor one; poor where it is large and even the
 * interval's low end is not small; fair between. Without an interval the value alone decides. `toll`: what chance alone
 * costs, by the ruler.
 */
export function judgeGap({ value, interval }: Figure, limits: GapLimits, toll = 0): Verdict {
  if (Number.isNaN(value)) return 'unmeasured';
  const low = (interval?.low ?? value) - toll;
  const high = (interval?.high ?? value) - toll;
  if (value - toll <= limits.good) return high <= limits.poor ? 'good' : 'fair';
  return value - toll > limits.poor && low > limits.good ? 'poor' : 'fair';
}

const ranking: readonly Verdict[] = ['poor', 'fair', 'good', 'unmeasured'];

/** The finding that is worst judged, then that of the greatest excess; undefined of none. */
export function worstOf<Item extends { readonly verdict: Verdict; readonly excess: number }>(
  items: readonly Item[],
): Item | undefined {
  return [...items].sort(
    (a, b) => ranking.indexOf(a.verdict) - ranking.indexOf(b.verdict) || b.excess - a.excess,
  )[0];
}
