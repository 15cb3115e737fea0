import type { CopyFigures } from '../report';
import { count, percent } from '../sentences';
import { shareOf, type Tally } from './excess';
import type { CopiesFound } from './look-for-copies';

/** What the copy figures say, in plain sentences. */
export function describeCopies({ columns, exact, near, closerToTraining }: CopiesFound): string {
  if (columns === 0) return 'No column can be compared, so no copy can be recognised.';
  if (exact.synthetic.of === 0) return 'There are no synthetic rows to compare.';
  const sentences = [
    describeExact(exact.synthetic, exact.holdout),
    describeNear(near.synthetic, near.holdout, exact.synthetic.of),
    describeLean(closerToTraining),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** How many rows equal a training row, beside the holdout rows. */
export function describeExact(synthetic: Tally, holdout: Tally | null): string {
  const which =
    synthetic.hits === 0
      ? `None of the ${count(synthetic.of)} synthetic rows equals a training row`
      : `${count(synthetic.hits)} of the ${count(synthetic.of)} synthetic rows (${percent(shareOf(synthetic))}) equal a training row`;
  return holdout === null
    ? `${which}; there are too few rows the model never saw to say how many would by chance.`
    : `${which}; of the rows the model never saw, ${percent(shareOf(holdout))} do.`;
}

/** How many of the rows looked at nearly equal a training row, beside the holdout rows. */
export function describeNear(synthetic: Tally, holdout: Tally | null, rows = synthetic.of): string {
  const among = synthetic.of < rows ? ` (of ${count(synthetic.of)} looked at)` : '';
  const ruler = holdout ? `; of the rows the model never saw, ${percent(shareOf(holdout))} do` : '';
  return `${percent(shareOf(synthetic))}${among} come nearer to a training row than 1 % of the usual distance between rows${ruler}.`;
}

function describeLean(lean: CopyFigures['closerToTraining']): string {
  if (!lean) return '';
  return (
    `${percent(lean.share)} are closer to training rows than to as many rows the model never saw; 50 % is ideal ` +
    `(95 % interval ${percent(lean.low)} to ${percent(lean.high)}).`
  );
}
