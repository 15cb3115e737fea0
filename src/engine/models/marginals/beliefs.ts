import { addUp, cellsOver, includesAll, projection, type Variables } from './cliques';
import { junctionTree, type TreeNode } from './junction-tree';

/** A set of variables within a larger one or a node, and where each of the larger one's cells lies in its table. */
interface Member {
  readonly subset: number;
  readonly map: Int32Array;
}

/** A node with its work space. */
interface WorkNode extends TreeNode {
  /** The largest sets of variables whose potentials it takes. */
  readonly subsets: Member[];
  /** Nodes that hang on it. */
  readonly children: number[];
  /** Expected rows of its cells, after `infer`. */
  readonly table: Float64Array;
  readonly top: Float64Array;
  readonly sums: Float64Array;
  /** Log message to the parent. */
  readonly message: Float64Array;
}

/**
 * Exact inference in a graphical model whose density is a product of potentials over sets of variables: belief
 * propagation on a junction tree (Lauritzen & Spiegelhalter 1988; collect in logarithms, distribute in ratios, so that
 * each cell takes one exponential).
 */
export class Beliefs {
  readonly nodes: readonly TreeNode[];
  readonly #sizes: ArrayLike<number>;
  readonly #nodes: readonly WorkNode[];
  readonly #rows: number;
  /** Of each subset those that lie within it: their potentials are added to its own, which costs less than to a node's. */
  readonly #within: readonly Member[][];
  /** Of each subset with others within, the potentials together. */
  readonly #together: readonly Float64Array[];

  /**
   * @param cliques of a triangulated graph, that hold each subset
   * @param rows what each node's table adds up to
   */
  constructor(
    sizes: ArrayLike<number>,
    cliques: readonly Variables[],
    subsets: readonly Variables[],
    rows: number,
  ) {
    this.#sizes = sizes;
    this.#rows = rows;
    this.#nodes = junctionTree(sizes, cliques).map((node): WorkNode => {
      const separatorCells = cellsOver(sizes, node.separator);
      return {
        ...node,
        subsets: [],
        children: [],
        table: new Float64Array(node.cells),
        top: new Float64Array(separatorCells),
        sums: new Float64Array(separatorCells),
        message: new Float64Array(separatorCells),
      };
    });
    this.nodes = this.#nodes;
    this.#nodes.forEach((node, index) => {
      if (node.parent >= 0) this.#nodes[node.parent].children.push(index);
    });
    this.#within = subsets.map(() => []);
    subsets.forEach((variables, subset) => {
      const larger = subsets.findIndex(
        (other) => other.length > variables.length && includesAll(other, variables),
      );
      const node = this.#nodes[this.homeOf(variables)];
      const from = larger < 0 ? node.variables : subsets[larger];
      const member = { subset, map: projection(sizes, from, variables) };
      (larger < 0 ? node.subsets : this.#within[larger]).push(member);
    });
    this.#together = subsets.map(
      (variables, subset) =>
        new Float64Array(this.#within[subset].length > 0 ? cellsOver(sizes, variables) : 0),
    );
  }

  /** Cells of all nodes together: what inference costs. */
  get cells(): number {
    return this.#nodes.reduce((sum, { cells }) => sum + cells, 0);
  }

  /** The smallest node that holds the variables; -1 where none does. */
  homeOf(variables: Variables): number {
    let home = -1;
    this.#nodes.forEach((node, index) => {
      if (includesAll(node.variables, variables) && (home < 0 || node.cells < this.#nodes[home].cells))
        home = index;
    });
    return home;
  }

  /** The node's expected rows. */
  tableOf(node: number): Float64Array {
    return this.#nodes[node].table;
  }

  /** Makes every node's table that of the potentials. @param potentials logarithms, one table per subset */
  infer(potentials: readonly Float64Array[]): void {
    for (let index = this.#nodes.length - 1; index >= 0; index--)
      this.#collect(this.#nodes[index], potentials);
    for (const node of this.#nodes) this.#distribute(node);
  }

  /** Adds up the expected rows of each subset's cells into the tables given. */
  marginals(tables: readonly Float64Array[]): void {
    this.#nodes.forEach(({ subsets, table }) => {
      for (const { subset, map } of subsets) this.#addUpWithin(table, subset, map, tables);
    });
  }

  #addUpWithin(larger: Float64Array, subset: number, map: Int32Array, tables: readonly Float64Array[]): void {
    addUp(larger, map, tables[subset]);
    for (const member of this.#within[subset])
      this.#addUpWithin(tables[subset], member.subset, member.map, tables);
  }

  /** A subset's potentials with those of the sets within it. */
  #addWithin(own: Float64Array, subset: number, potentials: readonly Float64Array[]): Float64Array {
    if (this.#within[subset].length === 0) return own;
    const together = this.#together[subset];
    together.set(own);
    for (const member of this.#within[subset])
      gather(together, this.#addWithin(potentials[member.subset], member.subset, potentials), member.map);
    return together;
  }

  /** Expected rows over the variables, which one node must hold. */
  marginal(variables: Variables): Float64Array {
    const node = this.#nodes[this.homeOf(variables)];
    return addUp(
      node.table,
      projection(this.#sizes, node.variables, variables),
      new Float64Array(cellsOver(this.#sizes, variables)),
    );
  }

  #collect(node: WorkNode, potentials: readonly Float64Array[]): void {
    const { table, toSeparator, top, sums, message } = node;
    table.fill(0);
    for (const { subset, map } of node.subsets)
      gather(table, this.#addWithin(potentials[subset], subset, potentials), map);
    for (const child of node.children)
      gather(table, this.#nodes[child].message, this.#nodes[child].parentToSeparator);
    top.fill(Number.NEGATIVE_INFINITY);
    for (let cell = 0; cell < table.length; cell++) {
      if (table[cell] > top[toSeparator[cell]]) top[toSeparator[cell]] = table[cell];
    }
    sums.fill(0);
    for (let cell = 0; cell < table.length; cell++) {
      const place = toSeparator[cell];
      const value = Math.exp(table[cell] - top[place]);
      table[cell] = value;
      sums[place] += value;
    }
    for (let place = 0; place < sums.length; place++) message[place] = top[place] + Math.log(sums[place]);
  }

  #distribute({ parent, table, toSeparator, parentToSeparator, top, sums }: WorkNode): void {
    const scales = top;
    if (parent < 0) scales[0] = this.#rows;
    else addUp(this.#nodes[parent].table, parentToSeparator, scales);
    for (let place = 0; place < scales.length; place++) scales[place] /= sums[place];
    for (let cell = 0; cell < table.length; cell++) table[cell] *= scales[toSeparator[cell]];
  }
}

/** Adds to each cell what the smaller table has where the map leads. */
function gather(table: Float64Array, smaller: Float64Array, map: Int32Array): void {
  for (let cell = 0; cell < table.length; cell++) table[cell] += smaller[map[cell]];
}
