import type { Neighbours } from '../neighbours/find-neighbours';
import { wilsonInterval } from './wilson-interval';

/** Single-precision positions: distances that differ by less are ties. */
const tie = 1e-6;

/**
 * DCR share: of the rows, those nearer to their nearest training row than to their nearest holdout row, ties counted
 * half. Range 0 … 1; 0.5 is ideal (training rows are no nearer than unseen ones), 1.0: every row hugs the training data.
 * All sets must hold equally many rows: so the training rows come in groups as large as the holdout, whose shares are
 * averaged. With g groups in all, copies make a share of ½ + ½/g at most. Source: the TabSyn / TabDiff protocol (arXiv
 * 2310.09656).
 *
 * The 95 % interval is Wilson's for as many rows as count as independent, (Σc)²/Σc², where c rows share one nearest real
 * row: a few training or holdout rows that happen to lie well decide for many (Kish's design effect).
 */
export function closerToTrainingShare(
  toGroups: readonly Neighbours[],
  toHoldout: Neighbours,
): { share: number; low: number; high: number } {
  const rows = toHoldout.distances.length / toHoldout.k;
  if (rows === 0 || toGroups.length === 0) return { share: 0.5, low: 0, high: 1 };
  const groups = toGroups.map((group) => compare(group, toHoldout, rows));
  const mean = (of: (group: Comparison) => number) =>
    groups.reduce((sum, group) => sum + of(group), 0) / groups.length;
  const share = mean(({ closer }) => closer) / rows;
  const independent = mean((group) => group.independent);
  return { share, ...wilsonInterval(share * independent, independent) };
}

interface Comparison {
  readonly closer: number;
  readonly independent: number;
}

function compare(group: Neighbours, holdout: Neighbours, rows: number): Comparison {
  const sharing = new Map<number, number>();
  let closer = 0;
  for (let row = 0; row < rows; row++) {
    const gap = holdout.distances[row * holdout.k] - group.distances[row * group.k];
    closer += Math.abs(gap) <= tie ? 0.5 : gap > 0 ? 1 : 0;
    const nearest = gap > 0 ? group.rows[row * group.k] : -1 - holdout.rows[row * holdout.k];
    sharing.set(nearest, (sharing.get(nearest) ?? 0) + 1);
  }
  let squares = 0;
  for (const count of sharing.values()) squares += count ** 2;
  return { closer, independent: rows ** 2 / squares };
}
