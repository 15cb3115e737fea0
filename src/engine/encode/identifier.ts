import { looksMissing } from '../analyze/missing-tokens';
import type { RandomStream } from '../random';
import type { CategoricalColumn } from '../typed-table';
import { addText, hasText, hashTexts, saltOf, type HashedTexts } from './hashed-texts';
import { createCandidateDraw } from './identifier-draw';
import { findShape, type IdentifierShape, type SequenceShape } from './identifier-shape';
import { countOne, drawFrom, weighCounts, type WeightedList } from './weighted-list';

/**
 * What is known of a column of identifiers: how they are made up and how many rows share one. The identifiers themselves
 * are kept as salted hashes only, to tell made ones from real ones. Plain data; private.
 */
export interface IdentifierModel {
  readonly shape: IdentifierShape;
  readonly rowsPerKey: WeightedList<number>;
  /** Rows of one key mostly follow each other. */
  readonly isGrouped: boolean;
  readonly real: HashedTexts;
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
    real: hashTexts(saltOf(used), used),
  };
}

/** Keys open at a time where rows of one key lie scattered. */
const openKeys = 64;

/**
 * A function that gives a new identifier at each call: in the shape of the real ones, never equal to one of them (row
 * numbers excepted), and never the same twice, unless real keys repeat; then made keys stand in as many rows as real ones
 * do. Where a shape has no room left for new identifiers it is lengthened.
 */
export function createIdentifierMaker(model: IdentifierModel, random: RandomStream): () => string {
  const makeKey = createKeyMaker(model, random);
  const { items } = model.rowsPerKey;
  if (items.every((rows) => rows === 1)) return makeKey;
  const slots = Array.from({ length: model.isGrouped ? 1 : openKeys }, () => ({ key: '', rowsLeft: 0 }));
  return () => {
    const slot = slots[slots.length === 1 ? 0 : random.int(slots.length)];
    if (slot.rowsLeft === 0) {
      slot.key = makeKey();
      slot.rowsLeft = drawFrom(model.rowsPerKey, random, 1);
    }
    slot.rowsLeft--;
    return slot.key;
  };
}

/** The gap before a made sequence is drawn from at least so many. */
const fewestSkipped = 100;

function createKeyMaker({ shape, real }: IdentifierModel, random: RandomStream): () => string {
  if (shape.type === 'sequence') return countOn(shape, random);
  const draw = createCandidateDraw(shape, random);
  const made = hashTexts(real.salt);
  return () => {
    for (;;) {
      const text = draw.next();
      const isNew = !hasText(real, text) && !looksMissing(text) && addText(made, text);
      draw.report(isNew);
      if (isNew) return text;
    }
  };
}

/** Row numbers begin as the real ones do; others after a drawn gap, or the first would tell how many real ones there are. */
function countOn(
  { prefix, suffix, width, start, isRowNumber }: SequenceShape,
  random: RandomStream,
): () => string {
  let next = isRowNumber ? start : start + random.int(Math.min(2 ** 32, Math.max(fewestSkipped, start)));
  return () => prefix + String(next++).padStart(width, '0') + suffix;
}
