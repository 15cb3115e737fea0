import { bernoulliExp, type Quantity } from './bernoulli';
import { discreteLaplace } from './discrete-laplace';
import type { RandomBits } from './random-bits';
import { exactRatio, type Ratio } from './ratio';

/**
 * An integer y with probability in proportion to exp(−y² / 2σ²), exactly (Canonne, Kamath & Steinke 2020, algorithm 3):
 * a discrete Laplace number of scale t = ⌊σ⌋ + 1, kept with probability exp(−(|y| − σ²/t)² / 2σ²).
 */
export function discreteGaussian(bits: RandomBits, sigma: number): number {
  const scale = Math.floor(sigma) + 1;
  for (;;) {
    const value = discreteLaplace(bits, scale, 1);
    if (bernoulliExp(bits, excess(Math.abs(value), sigma, scale))) return value;
  }
}

/**
 * (size − σ²/t)² / 2σ². To floating point, with d the difference: σ²/t ≤ σ is known within 2⁻⁵²σ and d within
 * 2⁻⁵²σ + 2⁻⁵³|d|, which makes the whole good to less than (1 + d²/σ²) 2⁻⁵¹.
 */
function excess(size: number, sigma: number, scale: number): Quantity {
  const difference = size - (sigma * sigma) / scale;
  const square = (difference * difference) / (sigma * sigma);
  return {
    approximate: square / 2,
    margin: (1 + square) * 2 ** -48,
    exact: () => exactExcess(size, exactRatio(sigma), scale),
  };
}

/** With σ² = v/w: (size·t·w − v)² / (2·v·w·t²). */
function exactExcess(size: number, sigma: Ratio, scale: number): Ratio {
  const v = sigma.numerator ** 2n;
  const w = sigma.denominator ** 2n;
  const t = BigInt(scale);
  return { numerator: (BigInt(size) * t * w - v) ** 2n, denominator: 2n * v * w * t * t };
}
