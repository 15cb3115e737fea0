import { type EncodedTable, encodeTable } from '../../../src/engine/encode/encode-table';
import { learnMakers } from '../../../src/engine/encode/makers';
import { rangesOf } from '../../../src/engine/encode/ranges';
import { concatenateTables, generateTable } from '../../../src/engine/generate/generate-table';
import { fitGaussianCopula } from '../../../src/engine/models/gaussian-copula/gaussian-copula-model';
import type { FittingHost } from '../../../src/engine/models/gaussian-copula/score-correlation';
import { fitIndependent } from '../../../src/engine/models/independent/independent-model';
import type { TableModel } from '../../../src/engine/models/table-model';
import { RandomStream } from '../../../src/engine/random';
import type { TypedColumn, TypedTable } from '../../../src/engine/typed-table';

export const patientHost: FittingHost = {
  breathe: () => Promise.resolve(),
  shouldEnd: () => false,
  onProgress: () => undefined,
};

function encode(table: TypedTable, minCategoryRows: number, asDifferences: boolean): EncodedTable {
  return encodeTable(table, { minCategoryRows, asDifferences }, new RandomStream(1, 'encode'));
}

const madeFrom = (table: TypedTable) => ({ makers: learnMakers(table), ranges: rangesOf(table) });

export function independentOf(table: TypedTable, minCategoryRows = 5): TableModel {
  return fitIndependent(encode(table, minCategoryRows, false), madeFrom(table));
}

export async function copulaOf(table: TypedTable, minCategoryRows = 5): Promise<TableModel> {
  const encoded = encode(table, minCategoryRows, true);
  const random = new RandomStream(1, 'rows');
  return (await fitGaussianCopula(encoded, madeFrom(table), random, patientHost)).model;
}

export async function drawFrom(model: TableModel, rows: number, seed = 1): Promise<TypedTable> {
  const chunks: TypedTable[] = [];
  for await (const chunk of generateTable(model, { rows, seed, extremes: 'free' })) chunks.push(chunk);
  return concatenateTables(chunks);
}

/** Spearman's rank correlation over the rows where both are filled; equal values share their mean rank. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const rows = Array.from(a, (_, row) => row).filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  const [first, second] = [a, b].map((values) => ranks(rows.map((row) => values[row])));
  const middle = (rows.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  first.forEach((rank, i) => {
    ab += (rank - middle) * (second[i] - middle);
    aa += (rank - middle) ** 2;
    bb += (second[i] - middle) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

function ranks(values: number[]): Float64Array {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let i = start; i < end; i++) result[order[i]] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}

/** Cramér's V of two columns of categories, missing cells as one more; 0 … 1. */
export function cramersV(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  const count = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const [ofA, ofB] = [count(a.map(String)), count(b.map(String))];
  const joint = count(a.map((one, row) => `${one}|${b[row]}`));
  let chi = 0;
  for (const [one, rowsOfOne] of ofA) {
    for (const [other, rowsOfOther] of ofB) {
      const expected = (rowsOfOne * rowsOfOther) / a.length;
      chi += ((joint.get(`${one}|${other}`) ?? 0) - expected) ** 2 / expected;
    }
  }
  return Math.sqrt(chi / a.length / Math.max(1, Math.min(ofA.size, ofB.size) - 1));
}

/** Largest difference between the two columns' shares of a value (texts), or of values up to it (numbers). */
export function largestShareError(real: TypedColumn, made: TypedColumn): number {
  if (real.type === 'categorical' && made.type === 'categorical') {
    const share = (column: typeof real, label: string | null) =>
      column.codes.filter((code) => (code < 0 ? null : column.dictionary[code]) === label).length /
      column.codes.length;
    return Math.max(
      ...[null, ...real.dictionary].map((label) => Math.abs(share(real, label) - share(made, label))),
    );
  }
  if (real.type !== 'numeric' || made.type !== 'numeric') throw new Error('The columns differ in type.');
  const upTo = (values: Float64Array, bound: number) =>
    values.filter((value) => value <= bound).length / values.length;
  const bounds = real.values.filter((value) => !Number.isNaN(value)).sort();
  const errors = Array.from({ length: 21 }, (_, i) => {
    const bound = bounds[Math.round((i / 20) * (bounds.length - 1))];
    return Math.abs(upTo(real.values, bound) - upTo(made.values, bound));
  });
  return Math.max(...errors);
}
