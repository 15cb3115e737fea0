import { alarm } from './half-lost';

export interface LostModes {
  /** Valleys between two peaks of the real column. */
  readonly valleys: number;
  /** Valleys that are less than half as deep in the other column: two peaks have run together. */
  readonly filled: number;
}

/** A peak stands out by at least such a share of the rows, and by more than chance explains. */
const leastDepth = 0.01;
const depthErrors = 8;

/**
 * Valleys between the peaks of a histogram that are filled up in another one over the same bins, by more than chance
 * explains. Peaks and valleys are those that a walk over the bins meets where it ignores smaller ups and downs.
 */
export function findLostModes(real: Float64Array, other: Float64Array): LostModes {
  const [rows, otherRows] = [real, other].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (rows === 0 || otherRows === 0) return { valleys: 0, filled: 0 };
  const shares = real.map((count) => count / rows);
  const otherShares = other.map((count) => count / otherRows);
  const valleys = findValleys(shares, rows);
  const filled = valleys.filter(({ bin, peak }) => {
    const before = shares[peak] - shares[bin];
    const after = otherShares[peak] - otherShares[bin];
    const variance = [bin, peak].reduce((sum, at) => sum + shares[at] * (1 - shares[at]), 0);
    return after < before / 2 && before - after > alarm * Math.sqrt(variance * (1 / rows + 1 / otherRows));
  });
  return { valleys: valleys.length, filled: filled.length };
}

/** The lower of the two peaks beside each valley. */
interface Valley {
  readonly bin: number;
  readonly peak: number;
}

function findValleys(shares: Float64Array, rows: number): Valley[] {
  const valleys: Valley[] = [];
  let peaks = [0];
  let lowest = 0;
  let rising = true;
  const standsOut = (high: number, low: number) =>
    shares[high] - shares[low] > Math.max(leastDepth, depthErrors * Math.sqrt(shares[high] / rows));
  for (let bin = 1; bin <= shares.length; bin++) {
    const last = peaks.length - 1;
    const atEnd = bin === shares.length;
    if (rising) {
      if (!atEnd && shares[bin] > shares[peaks[last]]) peaks[last] = bin;
      const fell = atEnd || standsOut(peaks[last], bin);
      if (fell && peaks.length === 2) {
        const peak = shares[peaks[0]] < shares[peaks[1]] ? peaks[0] : peaks[1];
        valleys.push({ bin: lowest, peak });
        peaks = [peaks[1]];
      }
      if (fell && !atEnd) {
        rising = false;
        lowest = bin;
      }
    } else if (!atEnd) {
      if (shares[bin] < shares[lowest]) lowest = bin;
      if (standsOut(bin, lowest)) {
        rising = true;
        peaks.push(bin);
      }
    }
  }
  return valleys;
}
