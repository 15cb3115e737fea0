import type { ColumnFacts, PublicFacts } from '../../src/engine/encode/private/public-facts';
import type { TypedTable } from '../../src/engine/typed-table';

/** Bounds as somebody would type them who knows what the columns mean and has not seen the table. */
type Bounds = Readonly<Record<string, readonly [number, number]>>;

const each = (names: readonly string[], bounds: readonly [number, number]): Bounds =>
  Object.fromEntries(names.map((name) => [name, bounds]));
const numbered = (prefix: string, numbers: readonly number[]) =>
  numbers.map((number) => `${prefix}${number}`);

const codeBooks: Readonly<Record<string, Bounds>> = {
  adult: {
    age: [15, 95],
    fnlwgt: [0, 1_500_000],
    education_num: [1, 16],
    capgain: [0, 100_000],
    caploss: [0, 5000],
    hours: [1, 100],
  },
  default: {
    LIMIT_BAL: [0, 1_000_000],
    AGE: [18, 100],
    ...each(numbered('PAY_', [0, 2, 3, 4, 5, 6]), [-2, 9]),
    ...each(numbered('BILL_AMT', [1, 2, 3, 4, 5, 6]), [-400_000, 2_000_000]),
    ...each(numbered('PAY_AMT', [1, 2, 3, 4, 5, 6]), [0, 2_000_000]),
  },
  cardio_train: {
    age: [10_000, 25_000],
    height: [50, 250],
    weight: [10, 211],
    ap_hi: [-200, 20_000],
    ap_lo: [-100, 12_000],
  },
  bank_additional_full: {
    age: [15, 100],
    duration: [0, 5000],
    campaign: [1, 60],
    pdays: [0, 999],
    previous: [0, 10],
    'emp.var.rate': [-5, 5],
    'cons.price.idx': [90, 100],
    'cons.conf.idx': [-60, 0],
    euribor3m: [0, 6],
    'nr.employed': [4900, 5300],
  },
  compas_min: {
    age: [18, 100],
    juv_fel_count: [0, 30],
    juv_misd_count: [0, 30],
    juv_other_count: [0, 30],
    priors_count: [0, 50],
    days_b_screening_arrest: [-500, 1500],
    c_jail_in: [Date.UTC(2013, 0, 1), Date.UTC(2017, 0, 1)],
    c_jail_out: [Date.UTC(2013, 0, 1), Date.UTC(2021, 0, 1)],
    decile_score: [1, 10],
    v_decile_score: [1, 10],
  },
  california_housing: {
    longitude: [-125, -114],
    latitude: [32, 42],
    housing_median_age: [1, 52],
    total_rooms: [0, 40_000],
    total_bedrooms: [0, 7000],
    population: [0, 40_000],
    households: [0, 7000],
    median_income: [0, 16],
    median_house_value: [0, 500_001],
  },
};

/** Categories beyond so many nobody would type: they are found privately. */
const mostTyped = 100;

/**
 * What is public of a table: typed bounds where there is a code book of it, and its lists of categories, which for want of
 * one are read from the table itself: the figures are those of a list that was known.
 */
export function codeBookOf(name: string, table: TypedTable): PublicFacts {
  const bounds = codeBooks[name] ?? {};
  return new Map(
    table.columns.flatMap((column): [string, ColumnFacts][] => {
      const { kind, name: own } = column.schema;
      if (column.type === 'numeric') {
        if (!(own in bounds)) return [];
        const [minimum, maximum] = bounds[own];
        return [[own, { bounds: { minimum, maximum } }]];
      }
      if (kind === 'identifier' || kind === 'text' || column.dictionary.length > mostTyped) return [];
      return [[own, { categories: [...column.dictionary].sort() }]];
    }),
  );
}
