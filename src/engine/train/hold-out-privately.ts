import type { NoiseSource } from '../privacy/noise-source';
import type { PrivacySettings } from '../privacy/settings';
import { mostHoldoutRows, type SplitRows } from './split-rows';

/**
 * Holds out each row by itself with the same probability, drawn from the noise. A shuffle by a seed would not do: with one
 * row more it comes out all different, and so would the rows that are learnt.
 * @param share 0 … 0.5; of tables declared large about 5,000 rows
 */
export function holdOutPrivately(
  rowCount: number,
  share: number,
  { declaredRows }: Pick<PrivacySettings, 'declaredRows'>,
  noise: NoiseSource,
): SplitRows {
  const holdout = noise.poissonRows(rowCount, Math.min(share, mostHoldoutRows / declaredRows));
  const isHeld = new Set(holdout);
  const rows = Uint32Array.from({ length: rowCount }, (_, row) => row);
  return { fit: rows.filter((row) => !isHeld.has(row)), validation: new Uint32Array(0), holdout };
}
