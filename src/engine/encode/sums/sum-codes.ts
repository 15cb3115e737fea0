import type { RandomStream } from '../../random';
import { resolutionOf } from '../../typed-table';
import type { EncodedColumn } from '../encode-table';
import { learnNumericCodec } from '../learn-numeric';
import { NumericCodec } from '../numeric';
import type { Sum, Term } from './find-sums';

/** Codes for "the sum of those columns, and a rest in this range". */
export interface SumCodes {
  readonly terms: readonly Term[];
  /** Of the rest; none of its codes is for a missing one. */
  readonly rest: NumericCodec;
}

const mostCells = 64;
/** A rest's range must be narrower than this share of the value's own. */
const narrower = 0.5;
/** A column gets such codes when they serve at least this share of its rows. */
const leastShare = 0.05;

/** Where the rest is one of a few values in this share of the rows, the sum is exact: total = net + tax. */
const exactShare = 0.9;

/**
 * Gives the rows whose value lies more narrowly as a sum and a rest than in its own range a target of that kind, so that
 * what adds up goes on adding up. Rows that repeat another column's value keep theirs, and so do those whose value has a code
 * of its own, unless the sum is exact.
 * @param columns with the columns named in the sum among them
 */
export function withSumCodes(
  column: EncodedColumn,
  { terms }: Sum,
  columns: readonly EncodedColumn[],
  random: RandomStream,
): EncodedColumn {
  const { codec } = column;
  if (column.column.type !== 'numeric' || !(codec instanceof NumericCodec)) return column;
  const { values, schema } = column.column;
  const sums = addUp(terms, (index) => numbersOf(columns[index]));
  const resolution = finestOf(terms, columns, resolutionOf(schema));
  const rests = values.map((value, row) =>
    column.target[row] < codec.size ? roundTo(resolution, value - sums[row]) : Number.NaN,
  );
  const learn = (numbers: Float64Array) =>
    learnNumericCodec(
      numbers.filter((number) => !Number.isNaN(number)),
      resolution,
      {
        cells: Math.max(1, Math.min(mostCells, numbers.length >> 5)),
        rowsPerTailCell: Number.POSITIVE_INFINITY,
      },
      random,
    );
  const draft = learn(rests);
  const codes = rests.map((rest) => (Number.isNaN(rest) ? -1 : draft.encode(rest)));
  const isAtom = (code: number) => draft.isAtom[code] === 1;
  const isExact = codes.filter(isAtom).length >= exactShare * codes.filter((code) => code >= 0).length;
  const chosen = rests.map((rest, row) => {
    const code = codes[row];
    if (code < 0) return Number.NaN;
    if (isExact && isAtom(code)) return rest;
    return draft.widthOf(code) < narrower * codec.widthOf(column.target[row]) ? rest : Number.NaN;
  });
  const served = chosen.reduce((count, rest) => count + Number(!Number.isNaN(rest)), 0);
  if (served < leastShare * values.length) return column;
  const rest = learn(chosen);
  const first = codec.size + column.references;
  const target = column.target.map((own, row) =>
    Number.isNaN(chosen[row]) ? own : first + rest.encode(chosen[row]),
  );
  return { ...column, target, sum: { terms, rest }, references: column.references + rest.ordered };
}

/** Σ sign · value per row; NaN where a value is missing. */
export function addUp(terms: readonly Term[], numbersOf: (index: number) => Float64Array): Float64Array {
  const [first, ...more] = terms.map(({ index, sign }) => ({ values: numbersOf(index), sign }));
  const sums = first.values.map((value) => first.sign * value);
  for (const { values, sign } of more) {
    for (let row = 0; row < sums.length; row++) sums[row] += sign * values[row];
  }
  return sums;
}

function numbersOf({ column }: EncodedColumn): Float64Array {
  if (column.type !== 'numeric') throw new Error('Only numbers are added up.');
  return column.values;
}

/** Differences of decimals are off in the last digits: 3.30 − 0.30 is not 3. */
function roundTo(resolution: number, value: number): number {
  if (resolution >= 1) return value;
  const perUnit = Math.round(1 / resolution);
  return Number.isSafeInteger(perUnit) ? Math.round(value * perUnit) / perUnit : value;
}

function finestOf(terms: readonly Term[], columns: readonly EncodedColumn[], own: number): number {
  return Math.min(own, ...terms.map(({ index }) => resolutionOf(columns[index].column.schema)));
}
