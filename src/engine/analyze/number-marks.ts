import type { NumberFormat } from '../table';

/** What a column writes around its digits. */
export type NumberMarks = Pick<NumberFormat, 'prefix' | 'suffix' | 'grouping' | 'negative'>;

/** A text as the digits of a number and what stands around them. */
interface MarkedNumber {
  readonly prefix: string;
  readonly suffix: string;
  readonly hasMinus: boolean;
  readonly isInParentheses: boolean;
  /** Without sign: `1,234.50`. */
  readonly digits: string;
}

/** Nearly all numbers of a column must agree on what stands around them. */
const leastShare = 0.95;

const currency =
  '(?:[A-Z]{0,2}\\p{Sc}|USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|NZD|BRL|MXN|ZAR|SEK|NOK|DKK|PLN|CZK|HUF|TRY|KRW|Rs\\.?|kr\\.?|zł|Kč)';
const blank = '[ \\u00a0\\u202f]?';
const pattern = new RegExp(
  `^\\s*(\\()?([-\\u2212+])?(${currency}${blank})?([-\\u2212+])?` +
    `(\\d(?:[\\d.,'’ \\u00a0\\u202f]*\\d)?|[.,]\\d+)(${blank}(?:%|‰|°[CF]?|${currency}))?(\\))?\\s*$`,
  'u',
);

/** Null where the text is no number, or one with two signs or half a pair of parentheses. */
export function takeApart(text: string): MarkedNumber | null {
  const parts = pattern.exec(text);
  if (!parts) return null;
  const [, open, outer, prefix = '', inner, digits, suffix = '', close] = parts as (string | undefined)[];
  const isInParentheses = open !== undefined;
  const sign = outer ?? inner;
  if (isInParentheses !== (close !== undefined) || (outer && inner) || (isInParentheses && sign)) return null;
  return {
    prefix,
    suffix,
    hasMinus: sign !== undefined && sign !== '+',
    isInParentheses,
    digits: digits as string,
  };
}

/** What stands around the numbers; empty where they are plain or do not agree. */
export function findMarks(numbers: readonly MarkedNumber[]): NumberMarks {
  const least = leastShare * numbers.length;
  const prefix = mostFrequent(numbers.map((number) => number.prefix));
  const suffix = mostFrequent(numbers.map((number) => number.suffix));
  const inParentheses = numbers.filter(({ isInParentheses }) => isInParentheses).length;
  const areParenthesesMinus = inParentheses > 0 && inParentheses < numbers.length;
  return {
    ...(prefix.text !== '' && prefix.count >= least && { prefix: prefix.text }),
    ...(suffix.text !== '' && suffix.count >= least && { suffix: suffix.text }),
    ...(areParenthesesMinus && { negative: 'parentheses' as const }),
  };
}

/** The separator of thousands where nearly all numbers of four digits and more have one. */
export function findGrouping(
  digits: readonly string[],
  decimalSeparator: '.' | ',',
): Pick<NumberFormat, 'grouping'> {
  const separators = digits.flatMap((text) => {
    const found = /^\d{1,3}(?:([., \u00a0\u202f'’])\d{3})+(?!\d)/.exec(text)?.[1];
    return found === undefined || found === decimalSeparator ? [] : [found];
  });
  const ungrouped = digits.filter((text) => /^\d{4}/.test(text)).length;
  const { text, count } = mostFrequent(separators);
  return count > 0 && count >= leastShare * (separators.length + ungrouped) ? { grouping: text } : {};
}

function mostFrequent(texts: readonly string[]): { readonly text: string; readonly count: number } {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = { text: '', count: 0 };
  for (const [text, count] of counts) if (count > best.count) best = { text, count };
  return best;
}
