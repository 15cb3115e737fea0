import { tvDistance } from '../single-column/tv-complement';
import type { JointCounts } from './joint-counts';

/**
 * ContingencySimilarity: 1 minus the total variation distance of two tables' joint distribution of a pair of
 * columns. Range 0 … 1, higher is better. 1.0: every combination is as frequent in both; 0: none in common.
 * Missing is a level of its own; numbers are cut in ten bins of the training range.
 * Source: SDMetrics, column_pairs/statistical/contingency_similarity (there with bins of both tables).
 */
export function contingencySimilarity(joint: JointCounts, real: number, synthetic: number): number {
  const { cells, counts } = joint;
  return 1 - tvDistance(counts[real].subarray(0, cells), counts[synthetic].subarray(0, cells));
}
