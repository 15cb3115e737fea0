/** Two variables, the smaller index first. */
export type Pair = readonly [number, number];

/** The rows as cells: what marginals are counted over. */
export interface CellRows {
  /** Number of cells of each variable. */
  readonly sizes: Int32Array;
  /** Per variable the cell of each row. Private. */
  readonly cells: readonly Int32Array[];
}

/** Rows in each combination of the pair's cells, the second one's changing fastest. */
export function countPair({ sizes, cells }: CellRows, [a, b]: Pair): Uint32Array {
  const counts = new Uint32Array(sizes[a] * sizes[b]);
  const [first, second, size] = [cells[a], cells[b], sizes[b]];
  for (let row = 0; row < first.length; row++) counts[first[row] * size + second[row]]++;
  return counts;
}

/** In wider tables a column is paired with the target and its neighbours alone, as far as this many pairs go. */
const mostPairs = 10_000;

/**
 * The pairs that may be measured: all there are or, in tables too wide for that, those with the target and of columns
 * that stand near each other. They hang on nothing but the number of columns.
 */
export function candidatePairs(variables: number, target: number | null): Pair[] {
  const pairs: Pair[] = [];
  for (let distance = 1; distance < variables && pairs.length < mostPairs; distance++) {
    for (let a = 0; a + distance < variables; a++) pairs.push([a, a + distance]);
  }
  if (target === null) return pairs;
  const withTarget = targetPairs(variables, target);
  return [...withTarget, ...pairs.filter(([a, b]) => a !== target && b !== target)];
}

/** The target with every other variable. */
export function targetPairs(variables: number, target: number): Pair[] {
  return Array.from({ length: variables }, (_, other): Pair => [
    Math.min(other, target),
    Math.max(other, target),
  ]).filter(([a, b]) => a !== b);
}
