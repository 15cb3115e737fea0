import type { Figure, Verdict } from '../evidence';

/** What may be lost without harm, and beyond what too much is lost. */
export interface GapLimits {
  readonly good: number;
  readonly poor: number;
}

/**
 * The verdict on a loss: good where it is small, poor where it is large and even the interval's low end is not small, fair
 * between. `ruler`, what it comes to by chance alone, is taken off first. Without a ruler a loss is good only where the
 * interval excludes a poor one; without an interval the value alone decides.
 */
export function judgeGap(
  { value, interval }: Figure,
  limits: GapLimits,
  ruler: number | null = null,
): Verdict {
  if (Number.isNaN(value)) return 'unmeasured';
  const toll = Math.max(0, ruler ?? 0);
  const low = (interval?.low ?? value) - toll;
  if (value - toll <= limits.good) {
    const isSure = ruler !== null || (interval?.high ?? value) <= limits.poor;
    return isSure ? 'good' : 'fair';
  }
  return value - toll > limits.poor && low > limits.good ? 'poor' : 'fair';
}

const ranking: readonly Verdict[] = ['poor', 'fair', 'good', 'unmeasured'];

/** What is judged worst, and among those what has the greatest excess; undefined of none. */
export function worstOf<Item extends { readonly verdict: Verdict; readonly excess: number }>(
  items: readonly Item[],
): Item | undefined {
  return [...items].sort(
    (a, b) => ranking.indexOf(a.verdict) - ranking.indexOf(b.verdict) || b.excess - a.excess,
  )[0];
}
