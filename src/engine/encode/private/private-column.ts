import type { CategoricalCodec } from '../categorical';
import type { NumericCodec } from '../numeric';
import type { PresenceCodec } from '../presence';

/**
 * A column's codes, made of noisy counts alone. Marginals are measured on cells: codes that too few rows have share one.
 */
export interface PrivateColumn {
  readonly codec: NumericCodec | CategoricalCodec | PresenceCodec;
  /** Per code its cell. */
  readonly cellOf: Int32Array;
  /** Per code its share of its cell. */
  readonly shareOfCell: Float64Array;
  /** Per cell its noisy count of rows, and the count's variance. */
  readonly counts: Float64Array;
  readonly variances: Float64Array;
  /** The code of missing cells, and of categories that are not known. */
  readonly missingAs: number;
  readonly unknownAs: number;
}

/** Each code is a cell of its own; missing cells get the fullest's code where they have none of their own. */
export function codesAsCells(
  codec: PrivateColumn['codec'],
  counts: Float64Array,
  variances: Float64Array,
): PrivateColumn {
  const missingAs = codec.missingCode >= 0 ? codec.missingCode : fullest(counts);
  return {
    codec,
    missingAs,
    unknownAs: missingAs,
    cellOf: Int32Array.from({ length: codec.size }, (_, code) => code),
    shareOfCell: new Float64Array(codec.size).fill(1),
    counts,
    variances,
  };
}

/** Where the largest count is. */
function fullest(counts: Float64Array): number {
  let best = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i] > counts[best]) best = i;
  return best;
}
