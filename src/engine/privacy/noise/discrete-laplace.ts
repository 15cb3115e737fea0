import { bernoulliExp, type Quantity } from './bernoulli';
import type { RandomBits } from './random-bits';

const one: Quantity = { approximate: 1, margin: 0, exact: () => ({ numerator: 1n, denominator: 1n }) };

/**
 * An integer y with probability in proportion to exp(−|y| / (numerator / denominator)), exactly (Canonne, Kamath & Steinke
 * 2020, algorithm 2).
 * @param numerator an integer from 1 to 2⁴⁷, as is the denominator
 */
export function discreteLaplace(bits: RandomBits, numerator: number, denominator: number): number {
  for (;;) {
    const size = Math.floor(exponential(bits, numerator) / denominator);
    const isNegative = (bits.word() & 1) === 1;
    if (isNegative && size === 0) continue;
    return isNegative ? -size : size;
  }
}

/** An integer x ≥ 0 with probability in proportion to exp(−x / scale). */
function exponential(bits: RandomBits, scale: number): number {
  let rest = bits.below(scale);
  while (!bernoulliExp(bits, quotient(rest, scale))) rest = bits.below(scale);
  let whole = 0;
  while (bernoulliExp(bits, one)) whole++;
  return rest + scale * whole;
}

function quotient(part: number, whole: number): Quantity {
  return {
    approximate: part / whole,
    margin: 2 ** -53,
    exact: () => ({ numerator: BigInt(part), denominator: BigInt(whole) }),
  };
}
