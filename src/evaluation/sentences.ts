import { writeCount, writeDigits } from '../words';
import { numberWords } from './number-words';

/** A share as people read it: `0 %`, `less than 0.1 %`, `0.8 %`, `12.3 %`, `100 %`. */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0 || value === 100) return `${value} %`;
  if (value < 0.05) return numberWords().leastShare;
  return value > 99.95 ? numberWords().mostShare : `${fixed(value, 1)} %`;
}

/** A count with thousands separated: `32,561`. */
export function count(value: number): string {
  return writeCount(value);
}

/** A number with exactly so many decimals, thousands not separated. */
export function fixed(value: number, digits: number): string {
  return writeDigits(value.toFixed(digits));
}
