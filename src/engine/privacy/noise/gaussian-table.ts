/** Standard deviation of the table's numbers. */
export const tableDeviation = 2048;
/** Sizes in the table: up to 10.5 standard deviations, beyond which lies less than 2⁻⁸² of the whole. */
const sizes = 10.5 * tableDeviation;
const fractionBits = 192n;
const thresholdBits = 31;
const bucketBits = 16;
export const bucketShift = thresholdBits - bucketBits;

/**
 * The distribution function of |X|, X a discrete Gaussian number of standard deviation 2,048: of a uniform number in
 * [0, 1) the first size whose threshold lies above it.
 */
export interface GaussianTable {
  /** The threshold's first 31 bits. */
  readonly upper: Int32Array;
  /** Its next 53 bits, as a whole number. */
  readonly lower: Float64Array;
  /** For each 16 bits that a number may begin with, the first size that it may mean. */
  readonly guide: Uint16Array;
}

let table: GaussianTable | null = null;

/** The table, made once (a few milliseconds). */
export function gaussianTable(): GaussianTable {
  table ??= makeTable();
  return table;
}

function makeTable(): GaussianTable {
  const weights = gaussianWeights();
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const upper = new Int32Array(sizes);
  const lower = new Float64Array(sizes);
  let sum = 0n;
  weights.forEach((weight, size) => {
    sum += weight;
    const threshold = (sum << 84n) / total;
    upper[size] = Number(threshold >> 53n) | 0;
    lower[size] = Number(threshold & ((1n << 53n) - 1n));
  });
  // The last size takes what rounding leaves.
  upper[sizes - 1] = 2 ** thresholdBits - 1;
  lower[sizes - 1] = 2 ** 53;
  return { upper, lower, guide: guideTo(upper) };
}

/** exp(−z² / 2·2048²) for z ≥ 0, twice that for z > 0, in units of 2⁻¹⁹². */
function gaussianWeights(): bigint[] {
  const squareFactor = expOfMinusPower(22n);
  const weights: bigint[] = [];
  let weight = 1n << fractionBits;
  let factor = expOfMinusPower(23n);
  for (let size = 0; size < sizes; size++) {
    weights.push(size === 0 ? weight : 2n * weight);
    weight = (weight * factor) >> fractionBits;
    factor = (factor * squareFactor) >> fractionBits;
  }
  return weights;
}

/** exp(−2^−power) by its series, in units of 2⁻¹⁹². */
function expOfMinusPower(power: bigint): bigint {
  let term = 1n << fractionBits;
  let sum = 0n;
  for (let i = 1n; term !== 0n; i++) {
    sum += i % 2n === 1n ? term : -term;
    term = (term >> power) / i;
  }
  return sum;
}

function guideTo(upper: Int32Array): Uint16Array {
  const guide = new Uint16Array(2 ** bucketBits);
  let size = 0;
  for (let bucket = 0; bucket < guide.length; bucket++) {
    while (upper[size] < bucket << bucketShift) size++;
    guide[bucket] = size;
  }
  return guide;
}
