import type { NumericColumn, TypedColumn } from '../../engine/typed-table';
import { binColumn, learnCuts, type ColumnCuts } from './bin-columns';

/** How columns become the terms of a linear model, learnt from some rows and used for any others. */
export interface LinearDesign {
  readonly columns: readonly DesignColumn[];
  /** Number of weights of an output; the last one belongs to no column (the intercept). */
  readonly size: number;
}

/** A column's first weight and what its cells become. */
type DesignColumn =
  /** One weight for the value and one for missing cells; the scale is 0 where values do not differ. */
  | { readonly at: number; readonly mean: number; readonly scale: number }
  /** One weight per category and one for missing cells. */
  | { readonly at: number; readonly cuts: ColumnCuts };

/** Rows by a design: of numbers standardised values (0 where missing) and which are missing; of categories codes. */
export interface DesignedRows {
  readonly count: number;
  readonly columns: readonly DesignedColumn[];
}

type DesignedColumn =
  | { readonly at: number; readonly values: Float64Array; readonly missing: Uint32Array }
  | { readonly at: number; readonly codes: Uint16Array };

/** Numbers are standardised by the mean and standard deviation of `rows`; categories that `rows` lack count as missing. */
export function learnDesign(columns: readonly TypedColumn[], rows: Uint32Array): LinearDesign {
  let size = 0;
  const design = columns.map((column): DesignColumn => {
    const at = size;
    if (column.type === 'numeric') {
      size += 2;
      return { at, ...standardise(column, rows) };
    }
    const cuts = learnCuts(column, rows, 1);
    size += cuts.bins + 1;
    return { at, cuts };
  });
  return { columns: design, size: size + 1 };
}

/** Throws where a column is of another type than that the design was learnt from. */
export function designRows(
  design: LinearDesign,
  columns: readonly TypedColumn[],
  rows: Uint32Array,
): DesignedRows {
  const designed = design.columns.map((plan, i): DesignedColumn => {
    const column = columns[i];
    const { at } = plan;
    if ('cuts' in plan) return { at, codes: binColumn(plan.cuts, column, rows).codes };
    if (column.type === 'categorical')
      throw new TypeError('This design was learnt from a column of numbers.');
    const values = Float64Array.from(rows, (row) => (column.values[row] - plan.mean) * plan.scale);
    const missing = Uint32Array.from(values.keys()).filter((row) => Number.isNaN(values[row]));
    for (const row of missing) values[row] = 0;
    return { at, values, missing };
  });
  return { count: rows.length, columns: designed };
}

/** Each row's sum of weighted terms, written to `out[row × stride + output]`. */
export function applyWeights(
  { columns }: DesignedRows,
  weights: Float64Array,
  out: Float64Array,
  stride: number,
  output: number,
): void {
  const intercept = weights[weights.length - 1];
  for (let at = output; at < out.length; at += stride) out[at] = intercept;
  for (const column of columns) {
    const first = column.at;
    if ('codes' in column) {
      const { codes } = column;
      for (let row = 0, at = output; row < codes.length; row++, at += stride)
        out[at] += weights[first + codes[row]];
    } else {
      const { values, missing } = column;
      for (let row = 0, at = output; row < values.length; row++, at += stride)
        out[at] += weights[first] * values[row];
      for (const row of missing) out[row * stride + output] += weights[first + 1];
    }
  }
}

/** The transposed product: each weight's sum of its terms times the rows' gradients (`pairs`: every other number). */
export function gatherGradient(
  { columns, count }: DesignedRows,
  pairs: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (let row = 0; row < count; row++) out[out.length - 1] += pairs[2 * row];
  for (const column of columns) {
    const first = column.at;
    if ('codes' in column) {
      const { codes } = column;
      for (let row = 0; row < count; row++) out[first + codes[row]] += pairs[2 * row];
    } else {
      const { values, missing } = column;
      let sum = 0;
      for (let row = 0; row < count; row++) sum += values[row] * pairs[2 * row];
      out[first] = sum;
      for (const row of missing) out[first + 1] += pairs[2 * row];
    }
  }
}

/** For each weight the sum of its squared terms. */
export function sumSquares({ columns, count }: DesignedRows, size: number): Float64Array {
  const sums = new Float64Array(size);
  sums[size - 1] = count;
  for (const column of columns) {
    if ('codes' in column) for (const code of column.codes) sums[column.at + code]++;
    else {
      sums[column.at] = column.values.reduce((sum, value) => sum + value * value, 0);
      sums[column.at + 1] = column.missing.length;
    }
  }
  return sums;
}

function standardise({ values }: NumericColumn, rows: Uint32Array): { mean: number; scale: number } {
  const present = Float64Array.from(rows, (row) => values[row]).filter((value) => !Number.isNaN(value));
  if (present.length === 0) return { mean: 0, scale: 0 };
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  // Over all rows: missing cells stand at the mean, as they do when they are filled in before.
  const variance = present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length;
  return { mean, scale: variance > 0 ? 1 / Math.sqrt(variance) : 0 };
}
