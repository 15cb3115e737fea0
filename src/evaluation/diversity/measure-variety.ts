import { permutation } from '../../engine/random';
import type { Figure } from '../evidence';
import type { MeasureContext } from '../measure-context';
import { makeRowSpace, placeRows } from '../neighbours/row-space';
import type { ColumnParts } from '../privacy/column-parts';
import { similarities, vendiScore } from './vendi-score';

/** How many wholly different rows a random sample amounts to, of each table. */
export interface MeasuredVariety {
  /** Rows of a sample. */
  readonly rows: number;
  readonly training: Figure;
  readonly synthetic: Figure;
  /** Null where there are fewer holdout rows than a sample has. */
  readonly holdout: Figure | null;
}

const mostRows = 150;
const samples = 4;
/** The two-sided 95 % quantile of Student's t with 3 degrees of freedom. */
const t3 = 3.182446305284263;

/** The mean Vendi score of four samples without a common row, with its interval; of fewer where there are too few rows. */
export async function measureVariety(context: MeasureContext, parts: ColumnParts): Promise<MeasuredVariety> {
  const { rows } = context.tables;
  const fewest = Math.min(rows.training, rows.synthetic);
  const size = Math.max(1, Math.min(mostRows, Math.floor(fewest / samples)));
  const space = makeRowSpace(parts.training);
  await context.yieldControl();
  const score = async (columns: ColumnParts['training'], rowCount: number, name: string): Promise<Figure> => {
    const order = permutation(rowCount, context.random(`variety of ${name}`));
    await context.yieldControl();
    const scores: number[] = [];
    do {
      const taken = order.subarray(scores.length * size, (scores.length + 1) * size);
      scores.push(vendiScore(similarities(space, placeRows(space, columns, taken)), size));
      await context.yieldControl();
    } while (scores.length < samples && (scores.length + 1) * size <= rowCount);
    return meanFigure(scores, size);
  };
  return {
    rows: size,
    training: await score(parts.training, rows.training, 'training'),
    synthetic: await score(parts.synthetic, rows.synthetic, 'synthetic'),
    holdout:
      parts.holdout && rows.holdout >= size ? await score(parts.holdout, rows.holdout, 'holdout') : null,
  };
}

function meanFigure(scores: readonly number[], most: number): Figure {
  const value = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (scores.length < samples) return { value, interval: null };
  const squares = scores.reduce((sum, score) => sum + (score - value) ** 2, 0);
  const half = t3 * Math.sqrt(squares / (samples * (samples - 1)));
  return { value, interval: { low: Math.max(1, value - half), high: Math.min(most, value + half) } };
}
