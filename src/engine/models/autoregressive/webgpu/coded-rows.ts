import type { CodedColumns } from '../batch-builder';
import type { NetworkPlan } from '../plan';

const codeBits = 24;

/**
 * A row's codes as kernels/shared.wgsl reads them, a word per column of the plan: the base code, and above it one more
 * than the number of the copy target, or 0.
 * @param words rows × columns, written over
 */
export function packCodes(
  { columns: plans }: NetworkPlan,
  columns: readonly CodedColumns[],
  rows: ArrayLike<number>,
  words: Uint32Array,
): void {
  plans.forEach(({ index, baseCodes, targets }, place) => {
    if (baseCodes > 2 ** codeBits || targets - baseCodes >= 2 ** (32 - codeBits))
      throw new Error('A column has more codes than a word of the graphics card can name.');
    const { base, target } = columns[index];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const copy = Math.max(0, target[row] - baseCodes + 1);
      words[i * plans.length + place] = base[row] + copy * 2 ** codeBits;
    }
  });
}
