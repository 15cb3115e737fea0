import { hasTimeFields, quoteLiteral, readDatePattern } from './date-pattern';
import { createDateFormatter } from './format-date';
import { createDateParser } from './parse-date';
import { joinPieces, patternsOfText, type PatternPieces } from './date-shapes';

export interface DetectedDateFormat {
  /** A pattern of dates.ts. */
  readonly format: string;
  readonly kind: 'date' | 'datetime';
  /** True when the texts fit as well with day and month exchanged; one order was assumed. */
  readonly ambiguous: boolean;
}

interface Candidate {
  readonly pieces: PatternPieces;
  /** Number of texts that fit. */
  readonly fits: number;
}

/** Share of the texts that must fit the pattern, where nothing else is asked for. */
const leastFit = 0.95;
/** Share below which a stricter form of a pattern is not even remembered. */
const leastPartialFit = 0.02;
const shapeSamples = 40;

/**
 * The pattern of a column of dates, decided on all its texts (give each distinct text once, without missing ones):
 * the one that most of them fit, and at least the share given. Null when there is none.
 */
export function detectDateFormat(
  samples: Iterable<string>,
  leastShare = leastFit,
): DetectedDateFormat | null {
  const texts = Array.from(samples, (text) => text.trim());
  const candidates = candidatesOf(texts).map((pieces) => ({
    pieces,
    fits: countFits(pieces, texts, leastPartialFit),
  }));
  const best = fittest(candidates, texts);
  if (!best || best.fits < leastShare * texts.length) return null;
  const pieces = withoutMidnight(withExactWidths(best, texts), texts);
  const format = joinPieces(pieces);
  return {
    format,
    kind: hasTimeFields(readDatePattern(format)) ? 'datetime' : 'date',
    ambiguous: isOrderAmbiguous(format, texts),
  };
}

/** Every pattern that one of some texts from all over the column could be written in. */
function candidatesOf(texts: readonly string[]): PatternPieces[] {
  const found = new Map<string, PatternPieces>();
  const stride = Math.max(1, Math.floor(texts.length / shapeSamples));
  for (let i = 0; i < texts.length; i += stride) {
    for (const pieces of patternsOfText(texts[i])) {
      const format = joinPieces(pieces);
      if (!found.has(format)) found.set(format, pieces);
    }
  }
  return [...found.values()];
}

/** Texts that fit; 0 as soon as fewer than the share asked for can. */
function countFits(pieces: PatternPieces, texts: readonly string[], share: number): number {
  const parse = createDateParser(joinPieces(pieces));
  const mostMisfits = (1 - share) * texts.length;
  let misfits = 0;
  for (const text of texts) {
    if (Number.isNaN(parse(text)) && ++misfits > mostMisfits) return 0;
  }
  return texts.length - misfits;
}

/** The candidate that most texts fit, or a more lenient form of it where that fits still more. */
function fittest(candidates: readonly Candidate[], texts: readonly string[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.fits > (best?.fits ?? 0)) best = candidate;
  }
  if (!best || best.fits === texts.length || best.pieces.hour === '') return best;
  for (const pieces of lenientForms(best.pieces)) {
    const fits = countFits(pieces, texts, leastPartialFit);
    if (fits > best.fits) best = { pieces, fits };
  }
  return best;
}

/** The pattern with seconds, fraction and offset allowed to differ from text to text; the strictest first. */
function lenientForms(pieces: PatternPieces): PatternPieces[] {
  const colon = pieces.minute.startsWith(':') ? ':' : '';
  const point = pieces.fraction[0] ?? '.';
  const seconds = [
    { second: pieces.second, fraction: pieces.fraction },
    { second: `${colon}ss`, fraction: `[${point}SSS]` },
    { second: `${colon}ss`, fraction: `[${point}SSSSSS]` },
    { second: `${colon}ss`, fraction: `[${point}f]` },
    { second: `[${colon}ss]`, fraction: '' },
    { second: `[${colon}ss[${point}f]]`, fraction: '' },
  ];
  const offset = pieces.offset.trim().replaceAll("'", '');
  const gap = pieces.offset.startsWith(' ') ? ' ' : '';
  const offsets = offset === '' ? [''] : [pieces.offset, `${gap}{${offset}}`];
  return offsets.flatMap((written) => seconds.map((part) => ({ ...pieces, ...part, offset: written })));
}

/** Doubles each one-letter field that is always written with two digits. */
function withExactWidths({ pieces, fits }: Candidate, texts: readonly string[]): PatternPieces {
  const doubledIfFit = (before: PatternPieces, piece: 'date' | 'hour', letter: string): PatternPieces => {
    const single = new RegExp(`(?<!${letter})${letter}(?!${letter})`);
    if (!single.test(before[piece])) return before;
    const after = { ...before, [piece]: before[piece].replace(single, letter + letter) };
    return countFits(after, texts, fits / texts.length) === fits ? after : before;
  };
  const dated = doubledIfFit(doubledIfFit(pieces, 'date', 'M'), 'date', 'd');
  const isHalfDoubled = /(?<![dM])[dM](?![dM])/.test(dated.date) && dated.date !== pieces.date;
  const settled = isHalfDoubled && !texts.some(hasPaddedDigit) ? pieces : dated;
  return doubledIfFit(doubledIfFit(settled, 'hour', 'H'), 'hour', 'h');
}

/** Where days are all above nine, their width shows only in how months are written, and the other way round. */
function hasPaddedDigit(text: string): boolean {
  return /^(?:\d+\D){0,2}0\d(?:\D|$)/.test(text);
}

/** Where every time is midnight: the time as a fixed text, so that the column is one of dates. */
function withoutMidnight(pieces: PatternPieces, texts: readonly string[]): PatternPieces {
  const isFixed = !/[[{]/.test(joinPieces(pieces));
  if (pieces.date === '' || pieces.hour === '' || !isFixed) return pieces;
  const time = createDateFormatter(joinPieces({ ...pieces, date: '' }))(0);
  const none = { hour: '', minute: '', second: '', fraction: '', half: '', offset: '' };
  const dated = { ...pieces, ...none, gap: quoteLiteral(time) };
  const fits = countFits(pieces, texts, leastPartialFit);
  return countFits(dated, texts, fits / texts.length) === fits ? dated : pieces;
}

const numericOrder = /^(E+,? )?(d{1,2}|M{1,2})([-/. ])(d{1,2}|M{1,2})(?!M)/;

/** True when every text that fits the pattern fits as well with day and month exchanged, and some then mean another day. */
export function isOrderAmbiguous(format: string, texts: readonly string[]): boolean {
  if (!numericOrder.test(format)) return false;
  const exchanged = format.replace(numericOrder, '$1$4$3$2');
  const read = createDateParser(format);
  const readExchanged = createDateParser(exchanged);
  let isDifferent = false;
  for (const text of texts) {
    const value = read(text);
    const other = readExchanged(text);
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(other)) return false;
    isDifferent ||= value !== other;
  }
  return isDifferent;
}
