/** What the judge must be told of a table. */
export interface JudgedTable {
  readonly name: string;
  /** Where a table that comes whole is in the data's folder. */
  readonly file: string;
  /** The column a model is trained to predict, for the measure of usefulness. */
  readonly target: string;
  readonly task: 'classification' | 'regression';
  /** Regression on the target as it is, not on its logarithm. */
  readonly isRawTarget: boolean;
  /** Columns that are categories although they are written as numbers. */
  readonly categorical: readonly string[];
  /** Columns left out by both sides: row numbers and keys have no distribution to compare. */
  readonly leftOut: readonly string[];
}

function classes(name: string, target: string, more: Partial<JudgedTable> = {}): JudgedTable {
  return {
    name,
    file: `tables/${name}.csv`,
    target,
    task: 'classification',
    isRawTarget: false,
    categorical: [],
    leftOut: [],
    ...more,
  };
}

function amounts(name: string, target: string, leftOut: readonly string[] = []): JudgedTable {
  return classes(name, target, { task: 'regression', isRawTarget: true, leftOut });
}

const payments = ['PAY_0', 'PAY_2', 'PAY_3', 'PAY_4', 'PAY_5', 'PAY_6'];

/** The first three are the field's standard ones and come split into train.csv and test.csv; the rest come whole. */
export const judgedTables: readonly JudgedTable[] = [
  classes('adult', 'income'),
  classes('magic', 'class'),
  classes('default', 'default payment', { categorical: ['SEX', 'EDUCATION', 'MARRIAGE', ...payments] }),
  classes('bank_additional_full', 'y'),
  classes('telco_churn', 'Churn'),
  classes('compas_min', 'two_year_recid'),
  classes('cardio_train', 'cardio', { leftOut: ['id'] }),
  classes('hmeq', 'BAD'),
  classes('german_credit', 'default'),
  classes('titanic', 'survived'),
  classes('kdd_nsl_train', 'class'),
  classes('nonvoters_data', 'voter_category', { leftOut: ['RespId'] }),
  classes('nafld1', 'status', { leftOut: ['rownames', 'id', 'case.id'] }),
  classes('pd_speech', 'class', { file: 'wide/pd_speech_252x753.csv', leftOut: ['rownames'] }),
  amounts('california_housing', 'median_house_value'),
  amounts('kc_house', 'price', ['pid']),
  amounts('insurance', 'charges'),
  amounts('wine_white', 'quality'),
  amounts('diamonds', 'price', ['rownames']),
  amounts('nyc_taxis', 'total'),
];
