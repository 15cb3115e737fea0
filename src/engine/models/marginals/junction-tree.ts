import { cellsOver, projection, type Variables } from './cliques';

/** A clique of a junction tree. Maps lead from its cells to those of smaller tables. */
export interface TreeNode {
  readonly variables: Variables;
  readonly cells: number;
  /** Index of the node nearer to the root; -1 of the root. */
  readonly parent: number;
  /** What it shares with its parent; nothing of the root. */
  readonly separator: Variables;
  readonly toSeparator: Int32Array;
  /** From the parent's cells to the separator's. */
  readonly parentToSeparator: Int32Array;
}

/**
 * The cliques as a tree in which each variable's cliques hang together: a spanning tree of largest overlaps (Jensen &
 * Jensen 1994). Parents come before their children; parts without common variables are joined by empty separators.
 */
export function junctionTree(sizes: ArrayLike<number>, cliques: readonly Variables[]): TreeNode[] {
  const sets = cliques.map((clique) => new Set(clique));
  const overlap = (a: number, b: number) => cliques[a].reduce((sum, v) => sum + Number(sets[b].has(v)), 0);
  const nodes: TreeNode[] = [];
  const placeOf = new Int32Array(cliques.length).fill(-1);
  const best = cliques.map((_, clique) => ({ with: 0, size: clique === 0 ? Number.POSITIVE_INFINITY : -1 }));
  for (let added = 0; added < cliques.length; added++) {
    let next = -1;
    best.forEach(({ size }, clique) => {
      if (placeOf[clique] < 0 && (next < 0 || size > best[next].size)) next = clique;
    });
    placeOf[next] = added;
    nodes.push(
      nodeOf(
        sizes,
        cliques[next],
        added === 0 ? null : cliques[best[next].with],
        added === 0 ? -1 : placeOf[best[next].with],
      ),
    );
    for (let other = 0; other < cliques.length; other++) {
      if (placeOf[other] >= 0) continue;
      const size = overlap(other, next);
      if (size > best[other].size) best[other] = { with: next, size };
    }
  }
  return nodes;
}

function nodeOf(
  sizes: ArrayLike<number>,
  variables: Variables,
  parentVariables: Variables | null,
  parent: number,
): TreeNode {
  const separator = variables.filter((variable) => parentVariables?.includes(variable));
  return {
    variables,
    cells: cellsOver(sizes, variables),
    parent,
    separator,
    toSeparator: projection(sizes, variables, separator),
    parentToSeparator: parentVariables ? projection(sizes, parentVariables, separator) : new Int32Array(0),
  };
}
