import type { QuotingDialect } from './tokenizer';

export const lineFeed = 10;
export const carriageReturn = 13;
export const backslash = 92;

/** The bytes at which a cell may end or its text may not be what it looks like: all others are passed over unseen. */
export function markBytes({ delimiter, quote, escape }: QuotingDialect): readonly number[] {
  const marks = [lineFeed, carriageReturn, new TextEncoder().encode(delimiter)[0]];
  if (quote === '') return marks;
  marks.push(quote.charCodeAt(0));
  if (escape === 'backslash') marks.push(backslash);
  return marks;
}
