import { bernoulliExp } from './noise/bernoulli';
import { discreteGaussian } from './noise/discrete-gaussian';
import { discreteLaplace } from './noise/discrete-laplace';
import { addGridGaussian } from './noise/grid-gaussian';
import { RandomBits, type WordSource } from './noise/random-bits';
import { exactRatio } from './noise/ratio';

/** The randomness that protects people. Nothing else may be drawn from it, and it is never written down. */
export interface NoiseSource {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** A uniform integer in 0 … bound−1, without bias; bound ≤ 2⁵³. */
  integerBelow(bound: number): number;
  /** True with probability exp(−x), exactly; x ≥ 0 and finite. */
  bernoulliExp(x: number): boolean;
  /**
   * An integer y with probability in proportion to exp(−y² / 2σ²), exactly: the noise for counts. Added to what changes
   * by Δ in Euclidean length it costs ρ = Δ² / 2σ² (Canonne, Kamath & Steinke 2020, theorem 4).
   * @throws RangeError unless 2⁻²⁰ ≤ σ ≤ 2³¹
   */
  discreteGaussian(sigma: number): number;
  /**
   * An integer y with probability in proportion to exp(−|y| / scale), exactly, the scale rounded up to a multiple of
   * 2⁻¹⁶. Added to what changes by Δ in total it costs ε = Δ / scale.
   * @throws RangeError unless 0 < scale ≤ 2³¹
   */
  discreteLaplace(scale: number): number;
  /**
   * Rounds the values to a grid of some σ/2²¹ and adds Gaussian noise on it, in place: the noise for gradients, quick.
   * Rounding can add up to one grid step per value to what a unit changes.
   */
  addGaussian(values: Float32Array | Float64Array, sigma: number): void;
  /** The members of a Poisson sample, ascending: each by itself with probability `rate`, a multiple of 2⁻³² (`roundedRate`). */
  poissonRows(size: number, rate: number): Uint32Array;
}

/** The rate that a Poisson sample is taken at: the next multiple of 2⁻³². */
export function roundedRate(rate: number): number {
  return Math.ceil(rate * 2 ** 32) / 2 ** 32;
}

/** A noise source on the machine's own generator (`crypto.getRandomValues`). */
export function secureNoise(): NoiseSource {
  return noiseFrom((words) => crypto.getRandomValues(words));
}

/** A noise source on other bits: for tests, which must come out the same every time. */
export function noiseFrom(source: WordSource): NoiseSource {
  return new BitNoise(new RandomBits(source));
}

class BitNoise implements NoiseSource {
  readonly #bits: RandomBits;

  constructor(bits: RandomBits) {
    this.#bits = bits;
  }

  uniform(): number {
    return this.#bits.uniform();
  }

  integerBelow(bound: number): number {
    return this.#bits.below(bound);
  }

  bernoulliExp(x: number): boolean {
    return bernoulliExp(this.#bits, { approximate: x, margin: 0, exact: () => exactRatio(x) });
  }

  discreteGaussian(sigma: number): number {
    requireWithin(sigma, 2 ** -20, 2 ** 31);
    return discreteGaussian(this.#bits, sigma);
  }

  discreteLaplace(scale: number): number {
    requireWithin(scale, Number.MIN_VALUE, 2 ** 31);
    return discreteLaplace(this.#bits, Math.ceil(scale * 65_536), 65_536);
  }

  addGaussian(values: Float32Array | Float64Array, sigma: number): void {
    addGridGaussian(this.#bits, values, sigma);
  }

  poissonRows(size: number, rate: number): Uint32Array {
    const threshold = roundedRate(rate) * 2 ** 32;
    const taken = new Uint32Array(size);
    let count = 0;
    for (let member = 0; member < size; member++) if (this.#bits.word() < threshold) taken[count++] = member;
    return taken.slice(0, count);
  }
}

function requireWithin(value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) throw new RangeError(`Noise of size ${value} cannot be drawn.`);
}
