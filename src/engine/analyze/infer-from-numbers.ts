import { formatNumber, type NumberColumn, type NumberFormat } from '../table';
import { daysInMonth } from './calendar';
import { isBooleanPair } from './boolean-spellings';
import { withoutDust } from './fraction-digits';
import type { InferredKind } from './infer-schema';
import { namesKey, namesPostalCode } from './name-hints';
import { sumCounts, summariseNumbers, type NumberSummary, type TextCount } from './value-counts';
import { reasonWords } from './words';

/**
 * Words among numbers: beyond this share, or beside so few different numbers, they are levels as the numbers are. Not
 * where most numbers come so rarely that as levels they would be withheld.
 */
const mostWordShare = 0.05;
const fewNumbers = 20;
const rowsPerLevel = 5;

/** The kind of a column of numbers; `words` are its texts that are neither numbers nor look missing. */
export function inferFromNumbers(column: NumberColumn, words: readonly TextCount[]): InferredKind {
  const numbers = summariseNumbers(column.values);
  const wordCount = sumCounts(words);
  const areFew = numbers.distinctCount <= fewNumbers;
  const areLevels = numbers.count >= rowsPerLevel * numbers.distinctCount;
  if (wordCount > 0 && (areFew || (areLevels && wordCount > mostWordShare * numbers.count))) {
    return { kind: 'category', why: reasonWords().fewMixed };
  }
  const inferred = inferFromSummary(column.name, numbers, column.format);
  return inferred.kind === 'decimal' ? { ...inferred, numberFormat: withoutDust(column) } : inferred;
}

/** The kind of numbers by their values, format and column name. */
export function inferFromSummary(name: string, numbers: NumberSummary, format: NumberFormat): InferredKind {
  return (
    asBoolean(numbers, format) ??
    asRowNumbers(name, numbers) ??
    asCompactDate(numbers, format) ??
    asPostalCode(name, numbers) ??
    asKey(name, numbers) ??
    asLongCode(numbers) ??
    asQuantity(numbers)
  );
}

function asBoolean({ distinctCount, firstValues }: NumberSummary, format: NumberFormat): InferredKind | null {
  if (distinctCount !== 2 || format.maxFractionDigits > 1) return null;
  const [one, other] = firstValues.map(String);
  return isBooleanPair(one, other) ? { kind: 'boolean', why: reasonWords().zeroOrOne } : null;
}

function asRowNumbers(name: string, numbers: NumberSummary): InferredKind | null {
  const { count, distinctCount, minimum, maximum, isWhole, countsUp } = numbers;
  if (!isWhole || distinctCount !== count || count < 3) return null;
  const isPermutation = maximum - minimum + 1 === count && (minimum === 0 || minimum === 1) && count >= 30;
  const isYear = minimum >= 1500 && maximum <= 2200 && !namesKey(name);
  if (isYear || !(isPermutation || (countsUp && (count >= 30 || minimum <= 1)))) return null;
  return { kind: 'identifier', why: reasonWords().countsRows };
}

/** yyyyMMdd read as a number. */
function asCompactDate(numbers: NumberSummary, format: NumberFormat): InferredKind | null {
  const { minimum, maximum, isWhole, firstValues, distinctCount } = numbers;
  if (!isWhole || format.maxFractionDigits > 0 || minimum < 18_000_101 || maximum > 22_001_231) return null;
  if (distinctCount < 2 || !firstValues.every(isCompactDate)) return null;
  return {
    kind: 'date',
    dateFormat: 'yyyyMMdd',
    why: reasonWords().compactDate,
  };
}

function isCompactDate(value: number): boolean {
  const month = Math.floor(value / 100) % 100;
  const day = value % 100;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Math.floor(value / 10_000), month);
}

function asPostalCode(name: string, { isWhole, count, distinctCount }: NumberSummary): InferredKind | null {
  if (!isWhole || !namesPostalCode(name)) return null;
  const repeats = count >= 1.5 * distinctCount;
  return repeats
    ? { kind: 'category', why: reasonWords().placesRepeat }
    : {
        kind: 'identifier',
        why: reasonWords().placesHardlyRepeat,
      };
}

function asKey(name: string, { isWhole, count, distinctCount }: NumberSummary): InferredKind | null {
  if (!isWhole || distinctCount < 2 || !namesKey(name)) return null;
  if (isRepeatedCode(count, distinctCount)) {
    return { kind: 'category', why: reasonWords().keysInManyRows };
  }
  return { kind: 'identifier', why: reasonWords().manyKeys };
}

/** True when keys come so often that they tell groups apart rather than single things. */
export function isRepeatedCode(count: number, distinctCount: number): boolean {
  const rowsPerKey = count / distinctCount;
  return (distinctCount <= 30 && rowsPerKey >= 3) || (distinctCount <= 1000 && rowsPerKey >= 20);
}

/** Unique whole numbers that all have the same eight digits or more: account numbers and the like. */
function asLongCode({ isWhole, count, distinctCount, minimum, maximum }: NumberSummary): InferredKind | null {
  if (!isWhole || count < 50 || distinctCount !== count || minimum < 1e7) return null;
  if (formatNumber(minimum, codeFormat).length !== formatNumber(maximum, codeFormat).length) return null;
  return {
    kind: 'identifier',
    why: reasonWords().sameDigits,
  };
}

const codeFormat: NumberFormat = { minFractionDigits: 0, maxFractionDigits: 0, decimalSeparator: '.' };

function asQuantity({ isWhole }: NumberSummary): InferredKind {
  return isWhole
    ? { kind: 'integer', why: reasonWords().whole }
    : { kind: 'decimal', why: reasonWords().decimals };
}
