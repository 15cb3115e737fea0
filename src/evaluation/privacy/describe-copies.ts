import type { CopyFigures } from '../report';
import { shareOf, type Tally } from './excess';
import type { CopiesFound } from './look-for-copies';
import { privacyWords } from './words';

/** What the copy figures say, in plain sentences. */
export function describeCopies({ columns, exact, near, closerToTraining }: CopiesFound): string {
  const { noColumns, noRows, nearCopies } = privacyWords();
  if (columns === 0) return noColumns;
  if (exact.synthetic.of === 0) return noRows;
  const sentences = [
    describeExact(exact.synthetic, exact.holdout),
    nearCopies(nearFound(near.synthetic, near.holdout, exact.synthetic.of)),
    describeLean(closerToTraining),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** How many rows equal a training row, beside the holdout rows. */
export function describeExact(synthetic: Tally, holdout: Tally | null): string {
  return privacyWords().exactCopies(synthetic.hits, synthetic.of, holdout && shareOf(holdout));
}

/** How many of the rows looked at nearly equal a training row, beside the holdout rows. */
export function describeNear(synthetic: Tally, holdout: Tally | null): string {
  return privacyWords().ofThemNearCopies(nearFound(synthetic, holdout, synthetic.of));
}

function nearFound(synthetic: Tally, holdout: Tally | null, rows: number) {
  return {
    share: shareOf(synthetic),
    lookedAt: synthetic.of < rows ? synthetic.of : null,
    holdout: holdout && shareOf(holdout),
  };
}

function describeLean(lean: CopyFigures['closerToTraining']): string {
  return lean ? privacyWords().closerInShort(lean.share, lean.low, lean.high) : '';
}
