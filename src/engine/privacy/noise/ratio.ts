/** A number ≥ 0 that is known exactly. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A finite number ≥ 0 as the ratio that it is exactly. */
export function exactRatio(value: number): Ratio {
  let exponent = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent++;
  }
  return { numerator: BigInt(whole), denominator: 1n << BigInt(exponent) };
}

/** The ratio over a whole number > 0. */
export function divide({ numerator, denominator }: Ratio, divisor: number): Ratio {
  return { numerator, denominator: denominator * BigInt(divisor) };
}
