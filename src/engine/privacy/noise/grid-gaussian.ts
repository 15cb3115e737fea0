import { bucketShift, type GaussianTable, gaussianTable, tableDeviation } from './gaussian-table';
import type { RandomBits } from './random-bits';

const step = 1024;
/** Steps of the grid that make one standard deviation of the noise: some 2²¹. */
export const gridDeviation = tableDeviation * Math.sqrt(step * step + 1);

const words = new Uint32Array(16_384);

/**
 * Rounds each value to a grid of σ/2,097,153 and adds Gaussian noise that lives on the grid, so that nothing can be told
 * from the noise's lowest bits (Mironov 2012, "On significance of the least significant bits for differential privacy").
 *
 * The noise in grid steps is 1024·A + B, both discrete Gaussian numbers of standard deviation 2,048 from a table of 84-bit
 * thresholds. By Poisson summation its probabilities are those of one discrete Gaussian number of variance 2048²(1024² + 1)
 * to a relative 2·exp(−8π²) < 10⁻³³; the table is 2⁻⁶⁹ from exact in total variation. With whole steps as shifts, the
 * Rényi divergences of integer orders are those of the continuous Gaussian (docs/privacy.md).
 */
export function addGridGaussian(bits: RandomBits, values: Float32Array | Float64Array, sigma: number): void {
  const table = gaussianTable();
  const grid = sigma / gridDeviation;
  for (let start = 0; start < values.length; start += words.length / 2) {
    const count = Math.min(values.length - start, words.length / 2);
    const own = words.subarray(0, 2 * count);
    bits.fill(own);
    for (let i = 0; i < count; i++) {
      const coarse = tableNumber(own[2 * i], table, bits);
      const fine = tableNumber(own[2 * i + 1], table, bits);
      values[start + i] = (Math.round(values[start + i] / grid) + step * coarse + fine) * grid;
    }
  }
  words.fill(0);
}

/** The number that a word means: its lowest bit is the sign, the others begin a uniform number. */
function tableNumber(word: number, { upper, lower, guide }: GaussianTable, bits: RandomBits): number {
  const begin = word >>> 1;
  let size = guide[begin >>> bucketShift];
  while (begin > upper[size]) size++;
  if (begin === upper[size]) {
    const rest = bits.integer53();
    while (begin === upper[size] && rest >= lower[size]) size++;
  }
  const sign = word & 1;
  // −size where the sign is set, without a branch that nobody can foretell.
  return (size ^ -sign) + sign;
}
