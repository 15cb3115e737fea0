import { looksMissing } from '../analyze/missing-tokens';
import { anewInEachBlock, blockRows, type RowMaker } from '../blocks';
import { RandomStream } from '../random';
import type { CategoricalColumn } from '../typed-table';
import { blurTexts, type BlurredTexts, countTexts, mayHold } from './blurred-texts';
import { createKeys } from './identifier-draw';
import { findShape, type IdentifierShape } from './identifier-shape';
import { countOne, drawFrom, weighCounts, type WeightedList } from './weighted-list';

/**
 * What is known of a column of identifiers: how they are made up and how many rows share one. Of the identifiers
 * themselves only a blurred set is kept, so that none is made again. Plain data; private.
 */
export interface IdentifierModel {
  readonly shape: IdentifierShape;
  readonly rowsPerKey: WeightedList<number>;
  /** Rows of one key mostly follow each other. */
  readonly isGrouped: boolean;
  readonly real: BlurredTexts;
}

/** Learns the shape of the column's identifiers; missing cells are left aside. */
export function learnIdentifier(column: CategoricalColumn): IdentifierModel {
  const { codes, dictionary } = column;
  const counts = new Int32Array(dictionary.length);
  let repeatedNext = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] < 0) continue;
    counts[codes[row]]++;
    if (row > 0 && codes[row] === codes[row - 1]) repeatedNext++;
  }
  const used = dictionary.filter((_, code) => counts[code] > 0);
  const present = counts.reduce((sum, count) => sum + count, 0);
  const rowsPerKey = new Map<number, number>();
  for (const count of counts) if (count > 0) countOne(rowsPerKey, count);
  return {
    shape: findShape(used, column.schema.matter),
    rowsPerKey: weighCounts(rowsPerKey),
    isGrouped: repeatedNext >= 0.5 * (present - used.length),
    real: blurTexts(used),
  };
}

/** Keys open at a time where rows of one key lie scattered. */
const openKeys = 64;

/**
 * A function that gives a row its identifier: in the shape of the real ones, never equal to one of them (row numbers
 * excepted), and never the same twice in whichever block, unless real keys repeat; then made keys stand in as many rows as real
 * ones do, all within one block. Where a shape has no room left for new identifiers it is lengthened.
 * @param name of the column's random streams
 */
export function createIdentifierMaker(model: IdentifierModel, seed: number, name: string): RowMaker {
  const { rowsPerKey, real, shape } = model;
  const isOneRowEach = rowsPerKey.items.every((rows) => rows === 1);
  const keys = createKeys(shape, {
    seed,
    name,
    mostKeys: isOneRowEach ? blockRows : Math.ceil(blockRows / Math.min(...rowsPerKey.items)) + openKeys,
    taken: countTexts(real),
    isFree: (text) => !mayHold(real, text) && !looksMissing(text),
  });
  return anewInEachBlock((block) => {
    const random = new RandomStream(seed, name, block);
    const makeKey = keys(block, random);
    return isOneRowEach ? makeKey : repeatKeys(makeKey, model, random);
  });
}

function repeatKeys(
  makeKey: () => string,
  { rowsPerKey, isGrouped }: IdentifierModel,
  random: RandomStream,
): () => string {
  const slots = Array.from({ length: isGrouped ? 1 : openKeys }, () => ({ key: '', rowsLeft: 0 }));
  return () => {
    const slot = slots[slots.length === 1 ? 0 : random.int(slots.length)];
    if (slot.rowsLeft === 0) {
      slot.key = makeKey();
      slot.rowsLeft = drawFrom(rowsPerKey, random, 1);
    }
    slot.rowsLeft--;
    return slot.key;
  };
}
