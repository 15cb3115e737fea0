/** Check digits that many kinds of numbers share. Texts hold digits alone unless said otherwise. */

/** Σ weight · digit over as many digits as there are weights. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

/** The digit that makes the whole pass (H. P. Luhn, US patent 2950048; ISO/IEC 7812-1, annex B). */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? (digit < 5 ? 2 * digit : 2 * digit - 9) : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

export function passesLuhn(digits: string): boolean {
  return luhnDigit(digits.slice(0, -1)) === digits.at(-1);
}

/** The remainder of a number of any length. */
export function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** ISO/IEC 7064, hybrid system MOD 11,10. */
export function iso7064Digit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Multiplication in the dihedral group D5. */
function multiply(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permute(digit: number, times: number): number {
  let moved = digit;
  for (let i = 0; i < times % 8; i++) moved = permutation[moved];
  return moved;
}

/** Verhoeff's digit (J. Verhoeff, "Error detecting decimal codes", 1969). */
export function verhoeffDigit(digits: string): string {
  let check = 0;
  for (let i = 1; i <= digits.length; i++) {
    check = multiply(check, permute(Number(digits[digits.length - i]), i));
  }
  return String(check < 5 ? (5 - check) % 5 : check);
}
