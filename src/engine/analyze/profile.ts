import { interpretColumn } from '../interpret';
import type { ColumnSchema, ColumnWarning } from '../schema';
import type { Column } from '../table';
import type { CategoricalColumn, NumericColumn } from '../typed-table';
import { countInBins, makeBins, type Bins } from './bins';
import type { MatterFinding } from '../sensitive/find-matter';
import { isOrderAmbiguous } from './detect-date-format';
import { lookForMatter } from './look-for-matter';
import { countTexts, createMissingTest, looksMissing } from './missing-tokens';
import { parseNumber } from './parse-number';
import { summariseNumbers } from './value-counts';
import { findWarnings } from './warnings';

/** What the Columns step shows of one column. Private: it holds values of the real table. */
export interface ColumnProfile {
  readonly schema: ColumnSchema;
  readonly rowCount: number;
  readonly missingCount: number;
  /** How often each text that looks like, or counts as, a missing token occurs. */
  readonly missingTokenCounts: readonly { readonly token: string; readonly count: number }[];
  readonly distinctCount: number;
  /** Cells that do not fit the chosen kind and therefore count as missing, and the first such row (0-based). */
  readonly notParsedCount: number;
  readonly firstNotParsedRow: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  /** Shared by every picture of the column, real or synthetic; null where there is nothing to draw. */
  readonly bins: Bins | null;
  readonly counts: Float64Array;
  /** What of people it holds, if anything was found. */
  readonly finding: MatterFinding | null;
  readonly warnings: readonly ColumnWarning[];
}

/** Looks at one column under its schema: counts, range, picture and warnings. Reads every cell. */
export function profileColumn(column: Column, schema: ColumnSchema): ColumnProfile {
  const { typed, notParsedCount, firstNotParsedRow } = interpretColumn(column, schema);
  const figures = typed.type === 'numeric' ? describeNumbers(typed) : describeTexts(typed);
  const bins = makeBins(typed);
  const rowCount = typed.type === 'numeric' ? typed.values.length : typed.codes.length;
  const missingCount = rowCount - figures.presentCount;
  const finding = lookForMatter(column, typed.schema);
  const warnings = findWarnings({
    schema: typed.schema,
    rowCount,
    missingCount,
    distinctCount: figures.distinctCount,
    notParsedCount,
    firstNotParsedRow,
    finding,
    hasAmbiguousDates: hasAmbiguousDates(column, schema),
    isMixed: mixesNumbersAndWords(column, schema),
  });
  return {
    schema: schema.coarsening ? { ...typed.schema, numberFormat: schema.numberFormat } : typed.schema,
    rowCount,
    missingCount,
    missingTokenCounts: countMissingTokens(column, schema),
    distinctCount: figures.distinctCount,
    notParsedCount,
    firstNotParsedRow,
    minimum: figures.minimum,
    maximum: figures.maximum,
    mean: figures.mean,
    bins,
    counts: bins ? countInBins(typed, bins) : new Float64Array(0),
    finding,
    warnings,
  };
}

interface Figures {
  readonly presentCount: number;
  readonly distinctCount: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
}

function describeNumbers({ values }: NumericColumn): Figures {
  const { count, distinctCount, minimum, maximum } = summariseNumbers(values);
  if (count === 0) return { presentCount: 0, distinctCount: 0, minimum: null, maximum: null, mean: null };
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value;
  return { presentCount: count, distinctCount, minimum, maximum, mean: sum / count };
}

function describeTexts({ codes, dictionary }: CategoricalColumn): Figures {
  const isUsed = new Uint8Array(dictionary.length);
  let presentCount = 0;
  for (const code of codes) {
    if (code < 0) continue;
    presentCount++;
    isUsed[code] = 1;
  }
  const distinctCount = isUsed.reduce((sum, used) => sum + used, 0);
  return { presentCount, distinctCount, minimum: null, maximum: null, mean: null };
}

/** Texts that count as missing under the schema, or look as if they should; the most frequent first. */
function countMissingTokens(column: Column, schema: ColumnSchema): { token: string; count: number }[] {
  const isMissing = createMissingTest(schema.missingTokens);
  const words = countTexts(column)
    .filter(({ text }) => isMissing(text) || looksMissing(text))
    .map(({ text, count }) => ({ token: text, count }));
  return [...words, ...countMissingNumbers(column, schema)].sort((a, b) => b.count - a.count);
}

/** Numbers of a number column that the schema names as missing tokens. */
function countMissingNumbers(column: Column, schema: ColumnSchema): { token: string; count: number }[] {
  if (column.storage !== 'number') return [];
  const counts = schema.missingTokens.map((token) => {
    const number = parseNumber(token, column.format.decimalSeparator);
    let count = 0;
    if (!Number.isNaN(number)) for (const value of column.values) if (value === number) count++;
    return { token, count };
  });
  return counts.filter(({ count }) => count > 0);
}

function hasAmbiguousDates(column: Column, schema: ColumnSchema): boolean {
  const isSettled = schema.dateFormat === null || schema.chosenByUser;
  if (isSettled || column.storage !== 'text') return false;
  return isOrderAmbiguous(
    schema.dateFormat,
    column.dictionary.map((text) => text.trim()),
  );
}

function mixesNumbersAndWords(column: Column, schema: ColumnSchema): boolean {
  if (column.storage !== 'number') return false;
  const isMissing = createMissingTest(schema.missingTokens);
  const hasWords = countTexts(column).some(({ text }) => !isMissing(text) && !looksMissing(text));
  return hasWords && column.values.some((value) => !Number.isNaN(value));
}
