import { count } from '../../evaluation/sentences';
import { writeDigits } from '../../words';
import { reportWords } from './words';

/**
 * A figure as it may be told, in words: steps of 0.01 up to 1, two significant digits above, so that it says neither how
 * many rows there were nor which. Null where it is not known.
 */
export function coarsen(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  const size = Math.abs(value);
  const sign = value < 0 ? '\u2212' : '';
  if (size === 0) return '0';
  const { above, below } = reportWords();
  const least = `${sign}${writeDigits('0.01')}`;
  if (size < 0.005) return value < 0 ? above(least) : below(least);
  if (size <= 1) return `${sign}${writeDigits(size.toFixed(2))}`;
  const rounded = Number(size.toPrecision(2));
  return `${sign}${rounded >= 1000 ? count(rounded) : writeDigits(String(rounded))}`;
}
