import type { NumberFormat } from '../table';
import { findGrouping, findMarks, takeApart } from './number-marks';

/** Plain or grouped in thousands by the separator that is not the decimal one, a space or an apostrophe. */
const shapes = {
  '.': /^[+-]?(?:\d+|\d{1,3}(?:[, \u00a0\u202f'’]\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/,
  ',': /^[+-]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+)?(?:,\d*)?(?:[eE][+-]?\d+)?$/,
} as const;

const groupings = { '.': /[, \u00a0\u202f'’]/g, ',': /[. \u00a0\u202f'’]/g } as const;

/** The number a text says, blanks around it aside; NaN when it says none. */
export function parseNumber(text: string, decimalSeparator: '.' | ','): number {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!/\d/.test(trimmed) || !shapes[decimalSeparator].test(trimmed)) return Number.NaN;
  const plain = trimmed.replace(groupings[decimalSeparator], '');
  return Number(decimalSeparator === ',' ? plain.replace(',', '.') : plain);
}

/** The number a text says in that format, with or without the format's marks around it; NaN when it says none. */
export function readNumber(text: string, format: NumberFormat): number {
  const { decimalSeparator, prefix = '', suffix = '', negative } = format;
  if (prefix === '' && suffix === '' && !negative) return parseNumber(text, decimalSeparator);
  const parts = takeApart(text);
  if (!parts) return parseNumber(text, decimalSeparator);
  const fits = (found: string, mark: string) => found === '' || found.trim() === mark.trim();
  if (!fits(parts.prefix, prefix) || !fits(parts.suffix, suffix)) return Number.NaN;
  if (parts.isInParentheses && !negative) return Number.NaN;
  const size = parseNumber(parts.digits, decimalSeparator);
  return parts.hasMinus || parts.isInParentheses ? 0 - size : size;
}

/**
 * How the numbers among the texts are written: their separator, fewest and most fraction digits, and the marks around
 * them where nearly all agree: signs of currency or percent, separators of thousands, parentheses for a minus.
 */
export function numberFormatOf(texts: Iterable<string>): NumberFormat {
  const all = [...texts];
  const parts = all.flatMap((text) => takeApart(text) ?? []);
  const marks = findMarks(parts);
  const digits = parts.map((part) => part.digits);
  const format = plainFormatOf(Object.keys(marks).length > 0 ? digits : all);
  return { ...format, ...marks, ...findGrouping(digits, format.decimalSeparator) };
}

function plainFormatOf(texts: readonly string[]): NumberFormat {
  let commas = 0;
  let points = 0;
  const digits = { '.': [Infinity, 0], ',': [Infinity, 0] };
  for (const text of texts) {
    const point = !Number.isNaN(parseNumber(text, '.'));
    const comma = !Number.isNaN(parseNumber(text, ','));
    if (point) points++;
    if (comma) commas++;
    for (const separator of ['.', ','] as const) {
      if (!(separator === '.' ? point : comma)) continue;
      const at = text.trim().lastIndexOf(separator);
      const count = at < 0 ? 0 : (/^\d*/.exec(text.trim().slice(at + 1))?.[0].length ?? 0);
      digits[separator][0] = Math.min(digits[separator][0], count);
      digits[separator][1] = Math.max(digits[separator][1], count);
    }
  }
  const decimalSeparator = commas > points ? ',' : '.';
  const [least, most] = digits[decimalSeparator];
  return { minFractionDigits: Math.min(least, most), maxFractionDigits: most, decimalSeparator };
}
