import type { NoiseSource } from '../../privacy/noise-source';

/** How what is counted is made noisy. */
export interface CountingNoise {
  readonly noise: NoiseSource;
  /** Of the discrete Gaussian added to each count. */
  readonly sigma: number;
  /** What a noisy count must exceed for its key to be known. */
  readonly threshold: number;
}

/** The counts, each with noise of its own. Every count but those of keys that are found passes here. */
export function addNoise(
  counts: ArrayLike<number>,
  { noise, sigma }: Pick<CountingNoise, 'noise' | 'sigma'>,
): Float64Array {
  return Float64Array.from(counts, (count) => count + noise.discreteGaussian(sigma));
}

/** A key that is known to occur, and about how often. */
export interface KeyedCount<Key> {
  readonly key: Key;
  readonly count: number;
}

/**
 * A stability-based histogram (Korolova et al. 2009; Bun, Nissim & Stemmer 2016): keys that are nobody's secret once
 * enough rows have them. Of a key that one row alone has, the threshold lets through no more than the δ it was made for.
 * @param counts of the keys that occur
 */
export function thresholdCounts<Key>(
  counts: ReadonlyMap<Key, number>,
  { noise, sigma, threshold }: CountingNoise,
): KeyedCount<Key>[] {
  const known: KeyedCount<Key>[] = [];
  for (const [key, exact] of counts) {
    const count = exact + noise.discreteGaussian(sigma);
    if (count > threshold) known.push({ key, count });
  }
  // In an order that does not tell which row came first.
  return known.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The nearest counts that are none below 0 and have that sum: projection onto the simplex (Held, Wolfe & Crowder 1974).
 * @param total > 0
 */
export function projectToTotal(counts: Float64Array, total: number): Float64Array {
  const falling = counts.slice().sort().reverse();
  let sum = 0;
  let shift = 0;
  for (let i = 0; i < falling.length; i++) {
    sum += falling[i];
    const candidate = (sum - total) / (i + 1);
    if (falling[i] > candidate) shift = candidate;
  }
  return counts.map((count) => Math.max(0, count - shift));
}
