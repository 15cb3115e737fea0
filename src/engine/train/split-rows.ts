import { permutation, type RandomStream } from '../random';

/** Row numbers by what they are used for; each list ascending, no row in two. */
export interface SplitRows {
  /** Rows whose gradients train the model. */
  readonly fit: Uint32Array;
  /** Rows the model is checked on while it trains: they choose how long. */
  readonly validation: Uint32Array;
  /** Rows that never reach the model: the ruler of every score. */
  readonly holdout: Uint32Array;
}

export const mostHoldoutRows = 5_000;
const mostValidationRows = 2_000;
/** Of small tables a larger share: of a few dozen rows nothing could be told. */
const validationShare = 0.02;
const enoughValidationRows = 300;
const largestValidationShare = 0.05;

/**
 * Splits the rows at random.
 * @param holdoutShare 0 … 0.5; at most 5,000 rows are held out
 */
export function splitRows(rowCount: number, holdoutShare: number, random: RandomStream): SplitRows {
  const order = permutation(rowCount, random);
  const holdout = Math.min(mostHoldoutRows, Math.floor(rowCount * holdoutShare));
  const validation = validationRows(rowCount - holdout);
  const keepsFit = rowCount - holdout - validation >= 2;
  const firstFit = keepsFit ? holdout + validation : 0;
  return {
    holdout: order.slice(0, keepsFit ? holdout : 0).sort(),
    validation: keepsFit ? order.slice(holdout, firstFit).sort() : order.slice().sort(),
    fit: order.slice(firstFit).sort(),
  };
}

function validationRows(rows: number): number {
  const wanted = Math.max(
    validationShare * rows,
    Math.min(enoughValidationRows, largestValidationShare * rows),
  );
  return Math.min(mostValidationRows, Math.ceil(wanted));
}

/** The rows that one of several networks is fitted to and checked on. */
export type Fold = Pick<SplitRows, 'fit' | 'validation'>;

/**
 * The same rows for another network: other rows, as many, are left to check it on while there are any, so that those of
 * the first are learnt as well. Fold 0 is the split itself.
 */
export function foldOf({ fit, validation }: Fold, fold: number, random: RandomStream): Fold {
  const size = validation.length;
  if (fold === 0 || fold * size >= fit.length) return { fit, validation };
  const order = permutation(fit.length, random).map((place) => fit[place]);
  const other = order.slice((fold - 1) * size, fold * size).sort();
  const isOther = new Set(other);
  return {
    fit: Uint32Array.from([...fit.filter((row) => !isOther.has(row)), ...validation]).sort(),
    validation: other,
  };
}
