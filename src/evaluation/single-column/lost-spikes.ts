import { isHalfLost } from './half-lost';
import { countAbove, countBelow } from './sorted-values';

export interface LostSpikes {
  /** Exact values that hold at least 1 % of the real rows. */
  readonly spikes: number;
  /** Spikes with less than half of their share, whose neighbourhood has kept its own: smeared over near values. */
  readonly blurred: number;
  /** Spikes with less than half of their share that went with their neighbourhood. */
  readonly missing: number;
}

const spikeShare = 0.01;
/** A spike's neighbourhood, to either side, as a share of what lies between the 5 % and the 95 % quantile. */
const nearShare = 0.02;
const keptShare = 0.75;

/**
 * Frequent exact values of the real column that the other has lost, by more than chance explains (see half-lost). Both
 * sorted upwards, without NaN.
 * @param resolution values less than half of it apart are the same
 */
export function findLostSpikes(real: Float64Array, other: Float64Array, resolution: number): LostSpikes {
  const last = real.length - 1;
  const middle = real[Math.floor(0.95 * last)] - real[Math.floor(0.05 * last)];
  const near = Math.max(1.5 * resolution, nearShare * middle);
  const found = { spikes: 0, blurred: 0, missing: 0 };
  for (const value of spikesOf(real)) {
    found.spikes++;
    if (!isHalfLost(around(real, value, resolution / 2), around(other, value, resolution / 2))) continue;
    const [before, after] = [around(real, value, near), around(other, value, near)];
    if (after.hits * before.of >= keptShare * before.hits * after.of) found.blurred++;
    else found.missing++;
  }
  return found;
}

function spikesOf(sorted: Float64Array): number[] {
  const spikes: number[] = [];
  const fewest = Math.max(2, spikeShare * sorted.length);
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    if (end - start >= fewest) spikes.push(sorted[start]);
    start = end;
  }
  return spikes;
}

function around(sorted: Float64Array, value: number, reach: number): { hits: number; of: number } {
  const outside = countBelow(sorted, value - reach) + countAbove(sorted, value + reach);
  return { hits: sorted.length - outside, of: sorted.length };
}
