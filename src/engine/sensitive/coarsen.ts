import { civilFromDays, daysFromCivil, millisecondsPerDay } from '../analyze/calendar';
import type { ColumnKind } from '../schema';
import type { CategoricalColumn, NumericColumn, TypedColumn } from '../typed-table';
import { coarserAddress, coarserPlace, coarserPostcode } from './coarser-texts';

/** How a column's values are made coarser before anything looks at them. */
export type Coarsening =
  | 'month'
  | 'year'
  | 'decade'
  | 'two-decimals'
  | 'one-decimal'
  | 'whole'
  | 'fives'
  | 'tens'
  | 'hundreds'
  | 'thousands'
  | 'postal-area'
  | 'network';

export const coarsenings: readonly Coarsening[] = [
  'month',
  'year',
  'decade',
  'two-decimals',
  'one-decimal',
  'whole',
  'fives',
  'tens',
  'hundreds',
  'thousands',
  'postal-area',
  'network',
];

const choices: Readonly<Record<ColumnKind, readonly Coarsening[]>> = {
  date: ['month', 'year', 'decade'],
  datetime: ['month', 'year', 'decade'],
  decimal: ['two-decimals', 'one-decimal', 'whole', 'tens', 'hundreds', 'thousands'],
  integer: ['fives', 'tens', 'hundreds', 'thousands'],
  category: ['postal-area', 'network', 'two-decimals', 'one-decimal'],
  boolean: [],
  identifier: [],
  text: [],
};

/** The ways in which a column of that kind can be made coarser, finest first. */
export function coarseningsOf(kind: ColumnKind): readonly Coarsening[] {
  return choices[kind];
}

const steps: Readonly<Partial<Record<Coarsening, number>>> = {
  fives: 5,
  tens: 10,
  hundreds: 100,
  thousands: 1000,
};
const decimals: Readonly<Partial<Record<Coarsening, number>>> = {
  whole: 0,
  'one-decimal': 1,
  'two-decimals': 2,
};

/**
 * The column with coarser values, as its schema asks; a way that its kind does not know changes nothing. Dates become the
 * first day of their month, year or decade; numbers go to the nearest step; decimals are written with no more digits.
 */
export function coarsenColumn(column: TypedColumn): TypedColumn {
  const { coarsening, kind } = column.schema;
  if (!coarsening || !choices[kind].includes(coarsening)) return column;
  return column.type === 'numeric' ? coarsenNumbers(column, coarsening) : coarsenTexts(column, coarsening);
}

function coarsenNumbers(column: NumericColumn, coarsening: Coarsening): NumericColumn {
  const { numberFormat } = column.schema;
  const digits = Math.min(numberFormat.maxFractionDigits, digitsOf(coarsening));
  const schema = {
    ...column.schema,
    numberFormat: {
      ...numberFormat,
      maxFractionDigits: digits,
      minFractionDigits: Math.min(numberFormat.minFractionDigits, digits),
    },
  };
  return { ...column, schema, values: column.values.map(coarserNumber(column)) };
}

function digitsOf(coarsening: Coarsening): number {
  return decimals[coarsening] ?? (steps[coarsening] === undefined ? Number.POSITIVE_INFINITY : 0);
}

/** What a value of the column becomes; itself where nothing is to be coarser. NaN stays. */
export function coarserNumber({ schema }: TypedColumn): (value: number) => number {
  const { coarsening, kind } = schema;
  if (!coarsening || !choices[kind].includes(coarsening)) return (value) => value;
  const step = steps[coarsening];
  if (step !== undefined) return (value) => Math.round(value / step) * step;
  const digits = decimals[coarsening];
  if (digits !== undefined) {
    const perUnit = 10 ** digits;
    return (value) => Math.round(value * perUnit) / perUnit;
  }
  const months = coarsening === 'month' ? 1 : coarsening === 'year' ? 12 : 120;
  if (kind === 'date') return (days) => startOfPeriod(days, months);
  return (moment) => startOfPeriod(Math.floor(moment / millisecondsPerDay), months) * millisecondsPerDay;
}

/** The first day of the period of so many months that the day lies in; periods begin with the year 0. */
function startOfPeriod(days: number, months: number): number {
  if (Number.isNaN(days)) return days;
  const { year, month } = civilFromDays(days);
  const first = Math.floor((12 * year + month - 1) / months) * months;
  return daysFromCivil(Math.floor(first / 12), (((first % 12) + 12) % 12) + 1, 1);
}

const coarserText: Readonly<Partial<Record<Coarsening, (text: string) => string>>> = {
  'postal-area': coarserPostcode,
  network: coarserAddress,
  'one-decimal': (text) => coarserPlace(text, 1),
  'two-decimals': (text) => coarserPlace(text, 2),
};

function coarsenTexts(column: CategoricalColumn, coarsening: Coarsening): CategoricalColumn {
  const shorten = coarserText[coarsening];
  if (!shorten) return column;
  const places = new Map<string, number>();
  const codeOf = column.dictionary.map((text) => {
    const coarse = shorten(text);
    const place = places.get(coarse) ?? places.size;
    places.set(coarse, place);
    return place;
  });
  return {
    ...column,
    codes: column.codes.map((code) => (code < 0 ? -1 : codeOf[code])),
    dictionary: [...places.keys()],
  };
}
