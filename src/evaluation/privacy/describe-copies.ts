import type { ComparisonReport, CopyFigures } from '../report';
import { count, percent } from '../sentences';

/** What the copy figures say, in plain sentences. */
export function describeCopies(
  figures: Omit<CopyFigures, 'sentence'>,
  rows: ComparisonReport['rows'],
  columns: number,
): string {
  if (columns === 0) return 'No column can be compared, so no copy can be recognised.';
  if (rows.synthetic === 0) return 'There are no synthetic rows to compare.';
  return [describeExact(figures, rows), describeNear(figures, rows), describeLean(figures)]
    .filter(Boolean)
    .join(' ');
}

function describeExact({ exact }: Omit<CopyFigures, 'sentence'>, rows: ComparisonReport['rows']): string {
  const copied = Math.round(exact.synthetic * rows.synthetic);
  const which =
    copied === 0
      ? `None of the ${count(rows.synthetic)} synthetic rows equals a training row`
      : `${count(copied)} of the ${count(rows.synthetic)} synthetic rows (${percent(exact.synthetic)}) equal a training row`;
  return exact.holdout === null
    ? `${which}; there are too few rows the model never saw to say how many would by chance.`
    : `${which}; of the rows the model never saw, ${percent(exact.holdout)} do.`;
}

function describeNear(
  { near, sampled }: Omit<CopyFigures, 'sentence'>,
  rows: ComparisonReport['rows'],
): string {
  const among = sampled < rows.synthetic ? ` (of ${count(sampled)} looked at)` : '';
  const ruler = near.holdout === null ? '' : `; of the rows the model never saw, ${percent(near.holdout)} do`;
  return `${percent(near.synthetic)}${among} come nearer to one than 1 % of the usual distance between rows${ruler}.`;
}

function describeLean({ closerToTraining }: Omit<CopyFigures, 'sentence'>): string {
  if (!closerToTraining) return '';
  const { share, low, high } = closerToTraining;
  return (
    `${percent(share)} are closer to training rows than to as many rows the model never saw; 50 % is ideal ` +
    `(95 % interval ${percent(low)} to ${percent(high)}).`
  );
}
