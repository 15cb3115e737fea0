import type { TypedColumn } from '../../engine/typed-table';
import { sortPresent } from '../single-column/sorted-values';

/** Numbers are cut in so many groups of about as many training rows; of categories the most frequent are kept apart. */
const mostGroups = 10;
const mostCategories = 12;

/** How a column is coded for k-way tables. */
export interface MarginalCoding {
  /** Codes are below this; 0 is missing. */
  readonly levels: number;
  encode(column: TypedColumn): Int32Array;
}

/** Codes of the training column: at most ten groups of numbers, or 12 categories and one for the rest. */
export function makeMarginalCoding(training: TypedColumn): MarginalCoding {
  return training.type === 'numeric'
    ? codeNumbers(training.values)
    : codeCategories(training.codes, training.dictionary.length);
}

function codeNumbers(values: Float64Array): MarginalCoding {
  const sorted = sortPresent(values);
  const cuts = new Set<number>();
  for (let group = 1; group < mostGroups; group++) {
    const cut = sorted[Math.floor((group * sorted.length) / mostGroups)];
    if (cut > sorted[0]) cuts.add(cut);
  }
  const lowerEnds = [...cuts];
  return {
    levels: lowerEnds.length + 2,
    encode: (column) =>
      column.type === 'numeric'
        ? Int32Array.from(column.values, (value) => (Number.isNaN(value) ? 0 : 1 + groupOf(lowerEnds, value)))
        : new Int32Array(0),
  };
}

function groupOf(lowerEnds: readonly number[], value: number): number {
  let group = 0;
  while (group < lowerEnds.length && value >= lowerEnds[group]) group++;
  return group;
}

function codeCategories(codes: Int32Array, categories: number): MarginalCoding {
  const counts = new Float64Array(categories);
  for (const code of codes) if (code >= 0) counts[code]++;
  const order = Array.from(counts, (_, code) => code).sort((a, b) => counts[b] - counts[a]);
  const last = Math.min(categories, mostCategories + 1);
  const levelOf = new Int32Array(categories).fill(last);
  order.slice(0, mostCategories).forEach((code, rank) => (levelOf[code] = rank + 1));
  return {
    levels: last + 1,
    encode: (column) =>
      column.type === 'categorical'
        ? Int32Array.from(column.codes, (code) => (code < 0 ? 0 : levelOf[code]))
        : new Int32Array(0),
  };
}
