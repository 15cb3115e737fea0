import type { CategoricalColumn, TypedColumn } from '../../engine/typed-table';
import { findBin } from '../bin-rows';

/** How a column is cut into bins, learnt from some rows and used for any others. */
export type ColumnCuts =
  | {
      readonly type: 'numeric';
      readonly bins: number;
      /** bins + 1, from −∞ to ∞: bin b holds edges[b] ≤ value < edges[b + 1]. Inner edges are values of the rows. */
      readonly edges: Float64Array;
    }
  | {
      readonly type: 'categorical';
      readonly bins: number;
      /** A bin for each code of the dictionary; `bins` (missing) where the rows did not have it. */
      readonly binOfCode: Uint16Array;
    };

/** Some rows of a column as bins, in the order in which the rows were named. */
export interface BinnedColumn {
  readonly type: ColumnCuts['type'];
  readonly bins: number;
  /** 0 … bins − 1; `bins` where missing. */
  readonly codes: Uint16Array;
}

/** Categories beyond the most frequent of the rows count as missing. */
const mostCategories = 4096;

/**
 * Cuts a column by its values in `rows`: a number into its distinct values, or at `bins` − 1 quantiles where there are
 * more of them; a category into its values.
 */
export function learnCuts(column: TypedColumn, rows: Uint32Array, bins: number): ColumnCuts {
  if (column.type === 'categorical') return cutCategories(column, rows);
  const sorted = new Float64Array(rows.length);
  let present = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = column.values[rows[i]];
    if (!Number.isNaN(value)) sorted[present++] = value;
  }
  const inner = quantileEdges(sorted.subarray(0, present).sort(), bins);
  const edges = Float64Array.of(-Infinity, ...inner, Infinity);
  return { type: 'numeric', bins: edges.length - 1, edges };
}

/** Rows' bins. Throws where the column is of another type than that the cuts were learnt from. */
export function binColumn(cuts: ColumnCuts, column: TypedColumn, rows: Uint32Array): BinnedColumn {
  const codes = new Uint16Array(rows.length);
  const { type, bins } = cuts;
  if (cuts.type === 'numeric' && column.type === 'numeric') {
    for (let i = 0; i < rows.length; i++) {
      const value = column.values[rows[i]];
      codes[i] = Number.isNaN(value) ? bins : findBin(cuts.edges, value);
    }
  } else if (cuts.type === 'categorical' && column.type === 'categorical') {
    for (let i = 0; i < rows.length; i++) codes[i] = cuts.binOfCode[column.codes[rows[i]]] ?? bins;
  } else throw new TypeError('These cuts were learnt from a column of another type.');
  return { type, bins, codes };
}

function quantileEdges(sorted: Float64Array, bins: number): number[] {
  const distinct = sorted.filter((value, i) => i > 0 && value > sorted[i - 1]);
  if (distinct.length < bins) return [...distinct];
  const edges: number[] = [];
  for (let b = 1; b < bins; b++) {
    const value = sorted[Math.floor((b * sorted.length) / bins)];
    if (value > (edges.at(-1) ?? sorted[0])) edges.push(value);
  }
  return edges;
}

function cutCategories({ codes, dictionary }: CategoricalColumn, rows: Uint32Array): ColumnCuts {
  const counts = new Float64Array(dictionary.length);
  for (const row of rows) if (codes[row] >= 0) counts[codes[row]]++;
  const seen = [...counts.keys()].filter((code) => counts[code] > 0);
  const kept = seen.sort((a, b) => counts[b] - counts[a] || a - b).slice(0, mostCategories);
  const binOfCode = new Uint16Array(dictionary.length).fill(kept.length);
  kept.sort((a, b) => a - b).forEach((code, bin) => (binOfCode[code] = bin));
  return { type: 'categorical', bins: kept.length, binOfCode };
}
