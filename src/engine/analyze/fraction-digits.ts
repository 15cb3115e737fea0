import type { NumberColumn, NumberFormat } from '../table';

/** Fewer digits than this are believed to be meant. */
const fewestSuspected = 10;
/** Of the cells that a shorter format must write in full. */
const leastShare = 0.99;
const cellsLookedAt = 5_000;
/** A double holds 15 decimal digits for sure; what comes after them is left over from sums. */
const sureDigits = 15;

/**
 * The column's format without the fraction digits that only rounding errors in a few cells ask for: among weights of
 * four digits, `0.30000000000000004` says nothing of how finely they were measured.
 */
export function withoutDust(column: NumberColumn): NumberFormat {
  const { format, values } = column;
  if (format.maxFractionDigits < fewestSuspected) return format;
  const step = Math.max(1, Math.floor(values.length / cellsLookedAt));
  const digits: number[] = [];
  for (let row = 0; row < values.length; row += step)
    if (!Number.isNaN(values[row])) digits.push(fractionDigitsOf(values[row]));
  digits.sort((a, b) => a - b);
  const most = digits[Math.ceil(leastShare * digits.length) - 1] ?? format.maxFractionDigits;
  if (most >= fewestSuspected) return format;
  return { ...format, maxFractionDigits: most, minFractionDigits: Math.min(most, format.minFractionDigits) };
}

function fractionDigitsOf(value: number): number {
  const [mantissa, exponent = '0'] = String(Number(value.toPrecision(sureDigits))).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
