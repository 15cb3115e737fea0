import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';

/**
 * Inverted dropout masks of one step: entries 0 with probability `rate`, else 1/(1 − rate). Seeded by the step, so
 * that a resumed run draws what an unbroken one would. xorshift32 (Marsaglia 2003): quick, and nothing is protected by it.
 */
export function dropoutMasks(
  count: number,
  rows: number,
  width: number,
  rate: number,
  seed: number,
  step: number,
): Tensor2D[] | null {
  if (rate === 0) return null;
  const kept = 1 / (1 - rate);
  const threshold = rate * 2 ** 32;
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(step + 1, 0xc2b2ae35)) | 1;
  return Array.from({ length: count }, () => {
    const mask = new Float32Array(rows * width);
    for (let i = 0; i < mask.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      mask[i] = state >>> 0 < threshold ? 0 : kept;
    }
    return tensor2d(mask, [rows, width]);
  });
}
