import type { Column } from '../table';
import { isBooleanPair } from './boolean-spellings';
import { detectDateFormat } from './detect-date-format';
import { inferFromSummary, isRepeatedCode } from './infer-from-numbers';
import type { InferredKind } from './infer-schema';
import { namesKey, namesPersonalMatter, namesPostalCode } from './name-hints';
import { takeApart } from './number-marks';
import { numberFormatOf, readNumber } from './parse-number';
import { areNumberedCodes, commonShape, countWordsIn, looksLikeCode, shareOf } from './text-shapes';
import { sumCounts, summariseNumbers, type TextCount } from './value-counts';
import { reasonWords } from './words';

/** A text column as its distinct texts, missing ones left out. */
interface TextEvidence {
  readonly name: string;
  readonly words: readonly TextCount[];
  /** Cells that hold a text. */
  readonly count: number;
  /** Rows per distinct text. */
  readonly repeats: number;
}

/** Above so many different texts a column is one of categories only where they come again and again, and are no names. */
const manyLevels = 5000;
const leastRepeatsOfMany = 8;
const mostLevels = 200_000;

/** The kind of a column of texts; `words` are its distinct texts that do not look missing. */
export function inferFromTexts(column: Column, words: readonly TextCount[]): InferredKind {
  const count = sumCounts(words);
  const evidence: TextEvidence = { name: column.name, words, count, repeats: count / words.length };
  return (
    asBoolean(words) ??
    asDate(words) ??
    asNumbers(evidence) ??
    asPostalCode(evidence) ??
    asKey(evidence) ??
    asCategory(evidence) ??
    asUnique(evidence)
  );
}

function asBoolean(words: readonly TextCount[]): InferredKind | null {
  if (words.length !== 2 || !isBooleanPair(words[0].text, words[1].text)) return null;
  return { kind: 'boolean', why: reasonWords().yesAndNo };
}

function asDate(words: readonly TextCount[]): InferredKind | null {
  const found = detectDateFormat(words.map(({ text }) => text));
  if (!found) return null;
  const why = reasonWords().pattern[found.kind][found.ambiguous ? 'eitherWay' : 'sure'];
  return { kind: found.kind, dateFormat: found.format, why };
}

/**
 * Numbers that the reader left as texts: with separators of thousands, a sign of currency or percent, a minus in
 * parentheses, or too many other texts among them. A few different amounts or percentages are levels.
 */
function asNumbers({ name, words, count }: TextEvidence): InferredKind | null {
  const texts = words.map(({ text }) => text);
  const format = numberFormatOf(texts);
  const numbers = words.map(({ text, count: rows }) => ({
    value: readNumber(text, format),
    rows,
  }));
  const fitting = numbers.filter(({ value }) => Number.isFinite(value));
  const fittingRows = fitting.reduce((sum, { rows }) => sum + rows, 0);
  if (fittingRows < 0.95 * count || texts.some(hasLeadingZero)) return null;
  const isPlain =
    fitting.length === words.length && format.prefix === undefined && format.suffix === undefined;
  if (!isPlain && fitting.length <= 20) return null;
  const summary = summariseNumbers(Float64Array.from(fitting, ({ value }) => value));
  const inferred = inferFromSummary(name, { ...summary, count: fittingRows, countsUp: false }, format);
  return { ...inferred, numberFormat: format };
}

function hasLeadingZero(text: string): boolean {
  return /^0\d/.test(takeApart(text)?.digits ?? '');
}

function asPostalCode({ name, words, repeats }: TextEvidence): InferredKind | null {
  if (!namesPostalCode(name) || repeats < 1.5 || hasTooManyLevels(name, words.length, repeats)) return null;
  return { kind: 'category', why: reasonWords().textPlacesRepeat };
}

function asKey({ name, words, count, repeats }: TextEvidence): InferredKind | null {
  if (words.length < 2 || isRepeatedCode(count, words.length)) return null;
  const texts = words.map(({ text }) => text);
  const shape = commonShape(texts);
  if (shape && (repeats < 2 || words.length >= 100)) {
    return { kind: 'identifier', why: reasonWords().oneShape };
  }
  const areCodes = shareOf(texts, (text) => !/\s/.test(text)) >= 0.95;
  if (namesKey(name) && areCodes && (shareOf(texts, looksLikeCode) >= 0.5 || repeats < 2)) {
    return { kind: 'identifier', why: reasonWords().manyKeys };
  }
  if (words.length >= 100 && repeats < 20 && areNumberedCodes(texts)) {
    return { kind: 'identifier', why: reasonWords().runningNumber };
  }
  return null;
}

/** Texts that come again: unless most of them do so by chance, as short remarks do. */
function asCategory({ name, words, count, repeats }: TextEvidence): InferredKind | null {
  if (words.length === 1) return { kind: 'category', why: reasonWords().sameText };
  const leastRepeats = words.length <= 50 && count < 500 ? 1.5 : 2;
  if (repeats < leastRepeats || hasTooManyLevels(name, words.length, repeats) || areRemarks(words))
    return null;
  return { kind: 'category', why: reasonWords().fewTexts };
}

function hasTooManyLevels(name: string, levels: number, repeats: number): boolean {
  if (levels <= manyLevels) return false;
  return levels > mostLevels || repeats < leastRepeatsOfMany || namesPersonalMatter(name) !== null;
}

/** Long texts of which most stand in one row only. */
function areRemarks(words: readonly TextCount[]): boolean {
  const single = words.filter(({ count }) => count === 1);
  if (words.length < 30 || single.length < 0.5 * words.length) return false;
  return single.reduce((sum, { text }) => sum + countWordsIn(text), 0) >= 3 * single.length;
}

function asUnique({ words, repeats }: TextEvidence): InferredKind {
  const texts = words.map(({ text }) => text);
  const codes = shareOf(texts, looksLikeCode);
  if (codes >= 0.9 && repeats < 2) {
    return { kind: 'identifier', why: reasonWords().likeCodes };
  }
  return { kind: 'text', why: reasonWords().manyTexts };
}
