import type { LearntTable } from '../../encode/factorise/learnt-table';
import { indicatorColumns } from './bases';
import type { ColumnPlan } from './plan';

/** Rows' worth of marginal mixed into each conditional: a pair never seen is unlikely, not impossible. */
const priorRows = 5;
/** A member's group is no evidence but a part of its name: what never occurs with it does not exist. */
const priorRowsOfMembers = 0.1;

/**
 * Where a column's direct connections start: for its closest source the log ratio of conditional to marginal,
 * log p(b | a) / p(b), so that what one column tells of another need not be learnt step by step; 0 for the others, and
 * wherever codes have no indicator of their own.
 * @returns row-major, all sources' inputs × the column's outputs
 */
export function initialSourceWeights(column: ColumnPlan, table: LearntTable): Float32Array {
  const width = column.sources.reduce((sum, source) => sum + source.inputWidth, 0);
  const weights = new Float32Array(width * column.outputWidth);
  const [source] = column.sources;
  const from = indicatorColumns(source.input);
  const to = column.output
    ? indicatorColumns(column.output)
    : Int32Array.from({ length: column.targets }, (_, i) => i);
  if (from.includes(-1) || to.includes(-1)) return weights;
  const ratios = logRatios(
    table.columns[source.index].base,
    source.baseCodes,
    table.columns[column.index].target,
    column.targets,
    table.factored.some(({ memberIndex }) => memberIndex === column.index) ? priorRowsOfMembers : priorRows,
  );
  for (let a = 0; a < source.baseCodes; a++) {
    for (let b = 0; b < column.targets; b++) {
      weights[from[a] * column.outputWidth + to[b]] = ratios[a * column.targets + b];
    }
  }
  return weights;
}

/** log p(b | a) / p(b) for every pair of codes, smoothed towards 0. */
function logRatios(
  a: Int32Array,
  countA: number,
  b: Int32Array,
  countB: number,
  prior: number,
): Float32Array {
  const rows = a.length;
  const joint = new Float64Array(countA * countB);
  const rowsOfA = new Float64Array(countA);
  const shareOfB = new Float64Array(countB).fill(0.5 / (rows + 0.5 * countB));
  for (let row = 0; row < rows; row++) {
    joint[a[row] * countB + b[row]]++;
    rowsOfA[a[row]]++;
    shareOfB[b[row]] += 1 / (rows + 0.5 * countB);
  }
  return Float32Array.from(joint, (count, place) => {
    const share = shareOfB[place % countB];
    const conditional = (count + prior * share) / (rowsOfA[Math.floor(place / countB)] + prior);
    return Math.log(conditional / share);
  });
}
