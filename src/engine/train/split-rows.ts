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

const mostHoldoutRows = 5_000;
const mostValidationRows = 2_000;
const validationShare = 0.05;

/**
 * Splits the rows at random.
 * @param holdoutShare 0 … 0.5; at most 5,000 rows are held out
 */
export function splitRows(rowCount: number, holdoutShare: number, random: RandomStream): SplitRows {
  const order = permutation(rowCount, random);
  const holdout = Math.min(mostHoldoutRows, Math.floor(rowCount * holdoutShare));
  const validation = Math.min(mostValidationRows, Math.ceil((rowCount - holdout) * validationShare));
  const keepsFit = rowCount - holdout - validation >= 2;
  const firstFit = keepsFit ? holdout + validation : 0;
  return {
    holdout: order.slice(0, keepsFit ? holdout : 0).sort(),
    validation: keepsFit ? order.slice(holdout, firstFit).sort() : order.slice().sort(),
    fit: order.slice(firstFit).sort(),
  };
}
