import type { Column } from '../table';
import { countTexts, createAbsenceTest } from './missing-tokens';

/** A text of a column and in how many rows it stands. */
export interface TextCount {
  readonly text: string;
  readonly count: number;
}

/** A column's cells that hold numbers, summed up. */
export interface NumberSummary {
  /** Cells that hold a number. */
  readonly count: number;
  readonly distinctCount: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
  /** The different values by size, at most `mostListed` of them. */
  readonly firstValues: readonly number[];
  /** Every value is one more than the one in the row before. */
  readonly countsUp: boolean;
}

const mostListed = 2000;

export function summariseNumbers(values: Float64Array): NumberSummary {
  const present = values.filter((value) => !Number.isNaN(value));
  const countsUp = present.length > 1 && present.every((value, i) => i === 0 || value === present[i - 1] + 1);
  const isWhole = present.every(Number.isInteger);
  present.sort();
  const firstValues: number[] = [];
  let distinctCount = 0;
  for (let i = 0; i < present.length; i++) {
    if (i > 0 && present[i] === present[i - 1]) continue;
    distinctCount++;
    if (distinctCount <= mostListed) firstValues.push(present[i]);
  }
  return {
    count: present.length,
    distinctCount,
    minimum: present[0] ?? Number.NaN,
    maximum: present.at(-1) ?? Number.NaN,
    isWhole,
    firstValues,
    countsUp,
  };
}

/** The column's texts that are neither numbers of a number column nor look missing nor are said to be. */
export function countWords(column: Column, absent: readonly string[]): TextCount[] {
  const isAbsent = createAbsenceTest(column, absent);
  return countTexts(column).filter(({ text }) => !isAbsent(text));
}

export function sumCounts(texts: readonly TextCount[]): number {
  return texts.reduce((sum, { count }) => sum + count, 0);
}
