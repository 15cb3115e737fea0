import type { RandomStream } from '../../engine/random';
import { distanceBelow, type PlacedRows, type RowSpace } from '../neighbours/row-space';

/** A row nearer to a training row than this share of the usual distance is a near copy. */
const nearShare = 0.01;
const pairsLookedAt = 2000;

/**
 * Below which distance a row is a near copy: 1 % of the usual distance, the median over 2,000 random pairs of
 * different training rows. 0 where there are fewer than two rows.
 */
export function nearCopyLimit(space: RowSpace, training: PlacedRows, random: RandomStream): number {
  if (training.count < 2) return 0;
  const distances = Float64Array.from({ length: pairsLookedAt }, () => {
    const first = random.int(training.count);
    const second = (first + 1 + random.int(training.count - 1)) % training.count;
    return distanceBelow(Infinity, space, training, first, training, second);
  }).sort();
  return nearShare * distances[pairsLookedAt / 2];
}

/**
 * How many rows have a nearest training row below the limit, or at distance 0. Their share: range 0 … 1, lower is more
 * private; 1.0: every row has a training row as good as equal to it. To be read against the same of holdout rows.
 */
export function countNearCopies(distances: Float64Array, limit: number): number {
  let near = 0;
  for (let row = 0; row < distances.length; row++) if (distances[row] === 0 || distances[row] < limit) near++;
  return near;
}
