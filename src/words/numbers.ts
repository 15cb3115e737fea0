import { languageNow } from './language';

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the language now spoken writes it: `32,561.5`, `32.561,5`. */
export function writeNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = languageNow() + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(languageNow(), options)));
  return format.format(value);
}

/** A count with thousands separated: `32,561`, `32.561`. */
export function writeCount(count: number): string {
  return writeNumber(count, { maximumFractionDigits: 0 });
}

/** A number with exactly `digits` decimals: `0.80`, `0,80`. */
export function writeFixed(value: number, digits: number): string {
  return writeNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Digits as JavaScript writes them (`0.5`, `1.2e-7`), with the decimal mark of the language now spoken: `0,5`. */
export function writeDigits(digits: string): string {
  return digits.replace('.', writeFixed(0.5, 1).charAt(1));
}

/** `1 row`, `32,561 rows`: the count, and the word that goes with it (English and German tell one from all others). */
export function writeOf(count: number, one: string, other: string): string {
  return `${writeCount(count)} ${count === 1 ? one : other}`;
}

/** `a`, `a and b`, `a, b and c` in the language now spoken (without the comma before "and"). */
export function writeList(
  items: readonly string[],
  kind: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const locale = languageNow() === 'en' ? 'en-GB' : languageNow();
  return new Intl.ListFormat(locale, { type: kind }).format(items);
}
