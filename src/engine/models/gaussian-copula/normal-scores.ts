import type { EncodedColumn } from '../../encode/encode-table';
import { countReleased, cumulativeShares } from '../code-counts';
import { normalQuantile } from './normal-distribution';

/** A column as steps of a standard normal variable. */
export interface NormalSteps {
  /** Index in the encoded table. */
  readonly index: number;
  /** Below bound c and not below the one before lies code c: Φ⁻¹ of the shares up to and with it; the last is +∞. */
  readonly bounds: Float64Array;
  /** Per code Φ⁻¹ of the share in the middle of its step (mid-rank normal score); 0 for codes that are not drawn. */
  readonly scores: Float64Array;
  /** How often each code is drawn; they sum to 1. */
  readonly shares: Float64Array;
}

/**
 * The steps of a column's codes, in the codec's order: values by size, categories by falling frequency (numbers in
 * disguise by size), missing last.
 */
export function normalSteps(column: EncodedColumn, index: number): NormalSteps {
  const counts = countReleased(column);
  const upTo = cumulativeShares(counts);
  const shares = upTo.map((share, code) => (code > 0 ? share - upTo[code - 1] : share));
  const scores = upTo.map((share, code) => (counts[code] > 0 ? normalQuantile(share - shares[code] / 2) : 0));
  return { index, bounds: upTo.map(normalQuantile), scores, shares };
}
