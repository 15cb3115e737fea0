/**
 * Sets of variables, and tables over them: a table over variables v₁ … v_m has a cell for each combination of their values,
 * the last variable's changing fastest.
 */
export type Variables = readonly number[];

/** Number of cells of the table over the variables. */
export function cellsOver(sizes: ArrayLike<number>, variables: Variables): number {
  return variables.reduce((cells, variable) => cells * sizes[variable], 1);
}

/** Cells of all tables together. */
export function cellsOfAll(sizes: ArrayLike<number>, cliques: readonly Variables[]): number {
  return cliques.reduce((sum, clique) => sum + cellsOver(sizes, clique), 0);
}

export function includesAll(clique: Variables, variables: Variables): boolean {
  return variables.every((variable) => clique.includes(variable));
}

/**
 * The maximal cliques of a triangulated graph in which each of the subsets is connected: variables are eliminated
 * one by one, the one first whose neighbours make the smallest table with it (min-weight; Kjærulff 1990).
 */
export function triangulate(sizes: ArrayLike<number>, subsets: readonly Variables[]): Variables[] {
  const neighbours = Array.from(sizes, () => new Set<number>());
  for (const subset of subsets) {
    for (const a of subset) for (const b of subset) if (a !== b) neighbours[a].add(b);
  }
  const logs = Float64Array.from(sizes, Math.log);
  const weightOf = (variable: number) => {
    let weight = logs[variable];
    for (const other of neighbours[variable]) weight += logs[other];
    return weight;
  };
  const weights = Float64Array.from(sizes, (_, variable) => weightOf(variable));
  const left = new Set(neighbours.keys());
  const cliques: Variables[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const variable of left) if (next < 0 || weights[variable] < weights[next]) next = variable;
    const around = [...neighbours[next]];
    cliques.push([next, ...around].sort((a, b) => a - b));
    left.delete(next);
    for (const a of around) {
      neighbours[a].delete(next);
      for (const b of around) if (a !== b) neighbours[a].add(b);
    }
    for (const a of around) weights[a] = weightOf(a);
  }
  return maximal(cliques);
}

function maximal(cliques: readonly Variables[]): Variables[] {
  const kept: Variables[] = [];
  for (const clique of [...cliques].sort((a, b) => b.length - a.length)) {
    if (!kept.some((larger) => includesAll(larger, clique))) kept.push(clique);
  }
  return kept;
}

/**
 * For each cell of the table over `from` the cell it belongs to in the table over `to`.
 * @param to some of the variables of `from`, in any order
 */
export function projection(sizes: ArrayLike<number>, from: Variables, to: Variables): Int32Array {
  const steps = new Int32Array(from.length);
  let step = 1;
  for (let i = to.length - 1; i >= 0; i--) {
    steps[from.indexOf(to[i])] = step;
    step *= sizes[to[i]];
  }
  const map = new Int32Array(cellsOver(sizes, from));
  let filled = 1;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let value = 1; value < sizes[from[i]]; value++) {
      for (let cell = 0; cell < filled; cell++) map[value * filled + cell] = map[cell] + value * steps[i];
    }
    filled *= sizes[from[i]];
  }
  return map;
}

/** The table over `to` that a table over `from` adds up to. */
export function marginalOf(
  sizes: ArrayLike<number>,
  table: Float64Array,
  from: Variables,
  to: Variables,
): Float64Array {
  return addUp(table, projection(sizes, from, to), new Float64Array(cellsOver(sizes, to)));
}

/** Adds the table up by the map into `sums`, which is overwritten. */
export function addUp(table: Float64Array, map: Int32Array, sums: Float64Array): Float64Array {
  sums.fill(0);
  for (let cell = 0; cell < table.length; cell++) sums[map[cell]] += table[cell];
  return sums;
}
