import { cellType, plausibility } from './cell-type';
import { countWidths, type SampleTable } from './sample-table';

/** How far a delimiter is to be believed when another explains the file as well. */
const trust: Readonly<Record<string, number>> = {
  ',': 1,
  '\t': 1,
  ';': 1,
  '|': 0.98,
  '||': 0.98,
  '\u0001': 1,
  '\u001f': 1,
  '::': 0.9,
  '^': 0.9,
  '~': 0.9,
  '§': 0.9,
  ' ': 0.6,
  ':': 0.5,
  '#': 0.5,
  '!': 0.5,
  '*': 0.5,
};

export const knownDelimiters: readonly string[] = Object.keys(trust);

/**
 * How well a dialect explains a file: the regularity of its rows times the believability of its cells, after
 * van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019).
 * In place of their pattern score stands N Σ p_k² (L_k − 1) / L_k, with p_k the share of records with L_k cells,
 * which one ragged row among many does not upset.
 */
export function scoreDialect(table: SampleTable, delimiter: string): number {
  const total = table.widths.length;
  if (total === 0) return 0;
  let regularity = 0;
  let isSingle = true;
  for (const [width, count] of countWidths(table.widths)) {
    regularity += ((count / total) ** 2 * (width - 1)) / width;
    if (width > 1) isSingle = false;
  }
  const shape = isSingle ? singleColumnShape(table) : regularity * (trust[delimiter] ?? 0.9);
  const unclosedShare = Math.min(1, (10 * table.unclosedCount) / total);
  return total * shape * meanPlausibility(table) * (1 - 0.5 * unclosedShare);
}

/** One column stands against two that an untrusted delimiter makes of it; more so when its cells are plainly whole. */
function singleColumnShape(table: SampleTable): number {
  const whole = table.rows.filter(([cell]) => {
    const type = cellType(cell);
    return (type === 'number' && !cell.includes(',')) || type === 'time' || type === 'address';
  });
  return whole.length >= 0.8 * table.rows.length ? 0.5 : 0.33;
}

function meanPlausibility(table: SampleTable): number {
  let sum = 0;
  let count = 0;
  for (const row of table.rows) {
    for (const cell of row) sum += plausibility(cell);
    count += row.length;
  }
  return sum / count;
}
