import type { RandomBits } from './random-bits';
import { divide, type Ratio } from './ratio';

/** A number ≥ 0 known to floating point and, should that leave a draw undecided, exactly. */
export interface Quantity {
  readonly approximate: number;
  /** The exact value is no further than this from the approximate one. */
  readonly margin: number;
  exact(): Ratio;
}

/** Covers the rounding of a quotient and of a comparison of numbers up to 1. */
const rounding = 2 ** -50;

/**
 * True with a probability that is exactly the quantity's, one in 2⁴⁰ draws going on beyond floating point: the bits drawn
 * so far are compared with bounds, and with the exact ratio only where they lie between them.
 */
export function bernoulli(bits: RandomBits, probability: Quantity): boolean {
  const margin = probability.margin + rounding;
  const drawn = bits.uniform();
  if (drawn < probability.approximate - margin) return true;
  if (drawn >= probability.approximate + margin) return false;
  return goOnExactly(bits, drawn, probability.exact());
}

/** Whether the uniform number that begins with the 53 bits drawn lies below the ratio. */
function goOnExactly(bits: RandomBits, drawn: number, { numerator, denominator }: Ratio): boolean {
  let left = (numerator << 53n) - BigInt(drawn * 2 ** 53) * denominator;
  while (left > 0n && left < denominator) left = (left << 32n) - BigInt(bits.word()) * denominator;
  return left > 0n;
}

/**
 * True with probability exp(−x), exactly (Canonne, Kamath & Steinke 2020, algorithm 1): the product of as many equal
 * factors as keep each exponent within 1, where the first failure ends it.
 */
export function bernoulliExp(bits: RandomBits, x: Quantity): boolean {
  const factors = Math.max(1, Math.ceil(x.approximate + x.margin));
  for (let i = 0; i < factors; i++) if (!bernoulliExpWithinOne(bits, x, factors)) return false;
  return true;
}

/** True with probability exp(−x / divisor), where x ≤ divisor: the first failure of Bernoulli(x/(divisor·k)) has an odd k. */
function bernoulliExpWithinOne(bits: RandomBits, x: Quantity, divisor: number): boolean {
  let k = 1;
  while (
    bernoulli(bits, {
      approximate: x.approximate / (divisor * k),
      margin: x.margin / (divisor * k),
      exact: () => divide(x.exact(), divisor * k),
    })
  ) {
    k++;
  }
  return k % 2 === 1;
}
