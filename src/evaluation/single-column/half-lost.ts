import { shareOf, type Tally } from '../privacy/excess';

/**
 * Standard errors beyond which chance is no explanation: so many that of thousands of tests, some per column, hardly one
 * gives a false alarm.
 */
export const alarm = 3.5;

/** Whether a share has fallen below half of what it was, and by more than chance can explain (two-sample z test). */
export function isHalfLost(real: Tally, other: Tally): boolean {
  const [before, after] = [shareOf(real), shareOf(other)];
  if (real.of === 0 || other.of === 0 || !(after < before / 2)) return false;
  const pooled = (real.hits + other.hits) / (real.of + other.of);
  return before - after > alarm * Math.sqrt(pooled * (1 - pooled) * (1 / real.of + 1 / other.of));
}
