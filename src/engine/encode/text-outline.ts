/** A run of letters by how it is written, or a run of digits. */
export const tokenKinds = ['lower', 'title', 'upper', 'mixed', 'number'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  readonly kind: TokenKind;
  /** Letters or digits, at most 24. */
  readonly length: number;
}

/** What of a text is looked at: the outline of its words and the marks between them, none of its letters or digits. */
export interface TextOutline {
  /** Marks before the first token; '' mostly. */
  readonly opening: string;
  readonly tokens: readonly Token[];
  /** Marks after each token but the last. */
  readonly gaps: readonly string[];
  readonly ending: string;
}

const longestToken = 24;
const longestGap = 4;

/** Reads a text as tokens (letters or digits) and the marks around them; long runs of marks become one blank. */
export function outlineOf(text: string): TextOutline {
  const tokens: Token[] = [];
  const marks: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)) {
    marks.push(shortened(text.slice(end, match.index)));
    tokens.push({ kind: kindOf(match[0]), length: Math.min(match[0].length, longestToken) });
    end = match.index + match[0].length;
  }
  const ending = shortened(text.slice(end));
  return { opening: marks[0] ?? '', tokens, gaps: marks.slice(1), ending };
}

function shortened(marks: string): string {
  return marks.length > longestGap ? ' ' : marks;
}

function kindOf(token: string): TokenKind {
  if (/^\p{N}/u.test(token)) return 'number';
  const small = token.toLowerCase();
  if (token === small) return 'lower';
  if (token === token.toUpperCase()) return token.length === 1 ? 'title' : 'upper';
  return token.slice(1) === small.slice(1) ? 'title' : 'mixed';
}
