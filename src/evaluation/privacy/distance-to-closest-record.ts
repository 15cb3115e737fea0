import { wilsonInterval } from './wilson-interval';

/** Single-precision positions: distances that differ by less are ties. */
const tie = 1e-6;

/**
 * DCR share: of the rows, those nearer to their nearest training row than to their nearest holdout row, ties
 * counted half, with Wilson's 95 % interval. Range 0 … 1; 0.5 is ideal (training rows are no nearer than unseen
 * ones), 1.0: every row hugs the training data. Both distances must be to equally many rows. Where the training
 * rows were thinned to the holdout's number, copies of the rows left out pull the share back towards 0.5: read it
 * beside the copy shares. Source: the TabSyn / TabDiff protocol (arXiv 2310.09656).
 */
export function closerToTrainingShare(
  toTraining: Float64Array,
  toHoldout: Float64Array,
): { share: number; low: number; high: number } {
  let closer = 0;
  for (let row = 0; row < toTraining.length; row++) {
    const gap = toHoldout[row] - toTraining[row];
    closer += Math.abs(gap) <= tie ? 0.5 : gap > 0 ? 1 : 0;
  }
  const rows = toTraining.length;
  return { share: rows === 0 ? 0.5 : closer / rows, ...wilsonInterval(closer, rows) };
}
