/** How many rows of a group have each class. */
export type ClassCounts = Float64Array;

/** How much more frequent a class is in one group than in another, and the variance of that as an estimate. */
export interface BaseRateGap {
  readonly gap: number;
  readonly variance: number;
}

/**
 * The gap that a table itself has: max − min over groups of the share of rows with a class; of several classes, that of
 * the class where it is largest. Range 0 … 1; 0: every class is as frequent in all groups, 1.0: some class is all of one
 * group and absent from another. What demographic parity difference is of decisions, this is of the truth. Groups without
 * rows are left out; NaN where fewer than two are left. The variance is that of two shares of independent rows.
 */
export function baseRateGap(groups: readonly ClassCounts[]): BaseRateGap {
  const filled = groups.map(shareOut).filter(({ rows }) => rows > 0);
  let widest: BaseRateGap = { gap: Number.NaN, variance: Number.NaN };
  if (filled.length < 2) return widest;
  for (let one = 0; one < groups[0].length; one++) {
    const byShare = filled.map(({ rows, shares }) => ({ rows, share: shares[one] }));
    byShare.sort((a, b) => a.share - b.share);
    const [least, most] = [byShare[0], byShare[byShare.length - 1]];
    const gap = most.share - least.share;
    if (!(gap <= widest.gap)) widest = { gap, variance: varianceOf(most) + varianceOf(least) };
  }
  return widest;
}

function shareOut(counts: ClassCounts): { rows: number; shares: Float64Array } {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return { rows, shares: counts.map((count) => count / rows) };
}

function varianceOf({ share, rows }: { share: number; rows: number }): number {
  return (share * (1 - share)) / rows;
}
