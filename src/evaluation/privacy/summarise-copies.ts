import type { CopyFigures } from '../report';
import { describeCopies } from './describe-copies';
import { shareOf } from './excess';
import type { CopiesFound } from './look-for-copies';

/** What was found as the comparison tells it. */
export function summariseCopies(found: CopiesFound): CopyFigures {
  const figures = {
    exact: {
      synthetic: shareOf(found.exact.synthetic),
      holdout: found.exact.holdout && shareOf(found.exact.holdout),
    },
    near: {
      synthetic: shareOf(found.near.synthetic),
      holdout: found.near.holdout && shareOf(found.near.holdout),
    },
    closerToTraining: found.closerToTraining,
    sampled: found.near.synthetic.of,
  };
  return { ...figures, sentence: describeCopies(found) };
}
