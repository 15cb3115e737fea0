import type { NumericCode, NumericCodes } from '../encode/numeric';
import type { Quantile } from '../encode/quantile';
import { columnKinds, columnRoles, type ColumnSchema } from '../schema';
import { coarsenings } from '../sensitive/coarsen';
import { matters } from '../sensitive/matters';
import { mostFractionDigits, type NumberFormat } from '../table';
import { readDrawing } from './read-drawing';
import { readMakers } from './read-makers';
import {
  aFinite,
  aNumber,
  arrayOf,
  aSwitch,
  aText,
  fields,
  listOf,
  oneKindOf,
  oneOf,
  optional,
  orNull,
  type Reader,
  whole,
  within,
} from './readers';
import type { ModelFacts, SavedCodes, SavedColumn, SavedModel } from './saved-model';

const aCount = whole(0, Number.MAX_SAFE_INTEGER);
const aPlace = whole(0, 1e6);
const someDigits = whole(0, mostFractionDigits);

const numberFormat = fields<NumberFormat>({
  minFractionDigits: someDigits,
  maxFractionDigits: someDigits,
  decimalSeparator: oneOf(['.', ',']),
  prefix: optional(aText),
  suffix: optional(aText),
  grouping: optional(aText),
  negative: optional(oneOf(['parentheses'])),
});

const schema = fields<ColumnSchema>({
  name: aText,
  kind: oneOf(columnKinds),
  role: oneOf(columnRoles),
  missingTokens: listOf(aText),
  numberFormat,
  dateFormat: orNull(aText),
  why: aText,
  chosenByUser: aSwitch,
  matter: optional(orNull(oneOf(matters))),
  coarsening: optional(orNull(oneOf(coarsenings))),
});

const stretches = fields({
  unit: aFinite,
  lows: arrayOf(Float64Array),
  highs: arrayOf(Float64Array),
  upTo: arrayOf(Float64Array),
});

const quantile: Reader<Quantile> = (value, where) =>
  typeof value === 'object' && value !== null && 'points' in value
    ? fields({ points: arrayOf(Float64Array) })(value, where)
    : stretches(value, where);

const code: Reader<NumericCode> = (value, where) =>
  typeof value === 'object' && value !== null && 'value' in value
    ? fields({ value: aFinite })(value, where)
    : fields({ from: aFinite, quantile })(value, where);

const numericFields = {
  codes: listOf(code),
  hasMissing: aSwitch,
  minimum: aNumber,
  maximum: aNumber,
  resolution: aFinite,
  grid: fields({ origin: aFinite, step: aFinite }),
};

const codes = oneKindOf<SavedCodes>('type', {
  numbers: fields<NumericCodes & { type: 'numbers' }>({ type: oneOf(['numbers']), ...numericFields }),
  categories: fields<Extract<SavedCodes, { type: 'categories' }>>({
    type: oneOf(['categories']),
    labels: listOf(aText),
    isOrdered: aSwitch,
    hasRare: aSwitch,
    hasMissing: aSwitch,
  }),
  presence: fields<Extract<SavedCodes, { type: 'presence' }>>({
    type: oneOf(['presence']),
    hasFilled: aSwitch,
    hasMissing: aSwitch,
  }),
});

const column = fields<SavedColumn>({
  schema,
  codes,
  counts: arrayOf(Float64Array, within(0, Number.MAX_SAFE_INTEGER)),
  relativeTo: orNull(aPlace),
  copySources: listOf(aPlace),
  sum: orNull(
    fields({
      terms: listOf(fields({ index: aPlace, sign: oneOf<1 | -1>([1, -1]) })),
      rest: fields<NumericCodes>(numericFields),
    }),
  ),
});

const facts = fields<ModelFacts>({
  rows: aCount,
  seed: aCount,
  extremes: oneOf(['near', 'exact', 'free']),
  delimiter: aText,
  promise: aText,
});

/**
 * A saved model from what a file holds, each part looked at: the types of all values, and what can be said of each by itself. How
 * the parts fit together is for restoreModel.
 * @throws UserError where something is missing or is not what it must be
 */
export const readModel: Reader<SavedModel> = fields<SavedModel>({
  kind: oneOf(['autoregressive', 'gaussian-copula', 'independent', 'marginals']),
  facts,
  learntRows: aCount,
  columns: listOf(column),
  order: listOf(aPlace),
  makers: readMakers,
  ranges: listOf(orNull(fields({ minimum: aFinite, maximum: aFinite }))),
  drawing: readDrawing,
});
