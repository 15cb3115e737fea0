import type { Beliefs } from './beliefs';
import { addUp, cellsOver, marginalOf, projection, type Variables } from './cliques';

/** Takes the joint distribution of the variable asked for and one that comes after it: that one's values change fastest. */
export type PairSink = (other: number, probabilities: Float64Array) => void;

/** A node reached from the variable asked for; `joint` is null as long as the node holds the variable itself. */
interface Reached {
  readonly node: number;
  readonly from: number;
  readonly entry: Variables;
  /** P(value of the variable, entry), the variable's values changing fastest. */
  readonly joint: Float64Array | null;
}

/** Another node that shares variables with a node. */
interface Neighbour {
  readonly index: number;
  readonly separator: Variables;
}

/**
 * Joint distributions of one variable with others, all in one walk over the junction tree: along each separator the
 * variable's joint distribution with it is passed on. What the tree does not connect is independent. What a node says of its
 * variables given a separator serves all walks, as long as the beliefs stay as they are.
 */
export class PairMarginals {
  readonly #beliefs: Beliefs;
  readonly #sizes: ArrayLike<number>;
  readonly #neighbours: readonly Neighbour[][];
  /** By node, by the node that it is entered from, and by the variables asked for. */
  readonly #conditionals = new Map<string, Conditional>();

  constructor(beliefs: Beliefs, sizes: ArrayLike<number>) {
    this.#beliefs = beliefs;
    this.#sizes = sizes;
    this.#neighbours = neighboursOf(beliefs);
  }

  /** @param wanted the other variables, all larger than `variable` */
  walk(variable: number, wanted: ReadonlySet<number>, sink: PairSink): void {
    const sizes = this.#sizes;
    const { nodes } = this.#beliefs;
    const own = sizes[variable];
    const left = new Set(wanted);
    const give = (other: number, probabilities: Float64Array) => {
      left.delete(other);
      sink(other, probabilities);
    };
    const stack: Reached[] = [{ node: this.#beliefs.homeOf([variable]), from: -1, entry: [], joint: null }];
    for (let reached = stack.pop(); reached && left.size > 0; reached = stack.pop()) {
      const { node, from, joint } = reached;
      const { variables } = nodes[node];
      const table = this.#beliefs.tableOf(node);
      for (const other of variables) {
        if (!left.has(other)) continue;
        if (!joint) give(other, normalised(marginalOf(sizes, table, variables, [variable, other])));
        else
          give(other, transposed(pass(joint, own, this.#conditional(reached, [other])), sizes[other], own));
      }
      for (const { index, separator } of this.#neighbours[node]) {
        if (index === from) continue;
        if (separator.includes(variable)) stack.push({ node: index, from: node, entry: [], joint: null });
        else {
          const next = joint
            ? pass(joint, own, this.#conditional(reached, separator))
            : normalised(marginalOf(sizes, table, variables, [...separator, variable]));
          stack.push({ node: index, from: node, entry: separator, joint: next });
        }
      }
    }
    if (left.size === 0) return;
    const single = normalised(this.#beliefs.marginal([variable]));
    for (const other of left) sink(other, outer(single, normalised(this.#beliefs.marginal([other]))));
  }

  #conditional({ node, from, entry }: Reached, others: Variables): Conditional {
    const key = `${node} ${from} ${others.join(' ')}`;
    const known = this.#conditionals.get(key);
    if (known) return known;
    const made = conditional(
      this.#sizes,
      this.#beliefs.tableOf(node),
      this.#beliefs.nodes[node].variables,
      entry,
      others,
    );
    this.#conditionals.set(key, made);
    return made;
  }
}

function outer(first: Float64Array, second: Float64Array): Float64Array {
  const size = second.length;
  return Float64Array.from(
    { length: first.length * size },
    (_, cell) => first[Math.floor(cell / size)] * second[cell % size],
  );
}

/** By node those that it shares variables with, its children before its parent. */
function neighboursOf({ nodes }: Beliefs): Neighbour[][] {
  const neighbours: Neighbour[][] = nodes.map(() => []);
  nodes.forEach(({ parent, separator }, index) => {
    if (separator.length > 0) neighbours[parent].push({ index, separator });
  });
  nodes.forEach(({ parent, separator }, index) => {
    if (separator.length > 0) neighbours[index].push({ index: parent, separator });
  });
  return neighbours;
}

/** What follows from a node's table, given its entry, for some of the other variables. */
interface Conditional {
  /** P(others | entry), those others that are not in the entry changing fastest. */
  readonly shares: Float64Array;
  readonly perEntry: number;
  /** From the cells of that table to those over `others`. */
  readonly map: Int32Array;
  readonly cells: number;
}

function conditional(
  sizes: ArrayLike<number>,
  table: Float64Array,
  variables: Variables,
  entry: Variables,
  others: Variables,
): Conditional {
  const totals = marginalOf(sizes, table, variables, entry);
  const union = [...entry, ...others.filter((other) => !entry.includes(other))];
  const shares = marginalOf(sizes, table, variables, union);
  const perEntry = shares.length / totals.length;
  for (let cell = 0; cell < shares.length; cell++) {
    const total = totals[Math.floor(cell / perEntry)];
    shares[cell] = total > 0 ? shares[cell] / total : 0;
  }
  return { shares, perEntry, map: projection(sizes, union, others), cells: cellsOver(sizes, others) };
}

/** P(variable, others) = Σ over the entry of P(variable, entry) P(others | entry), the variable's values changing fastest. */
function pass(joint: Float64Array, own: number, { shares, perEntry, map, cells }: Conditional): Float64Array {
  const passed = new Float64Array(cells * own);
  for (let cell = 0; cell < shares.length; cell++) {
    const share = shares[cell];
    if (share === 0) continue;
    const source = Math.floor(cell / perEntry) * own;
    const place = map[cell] * own;
    for (let value = 0; value < own; value++) passed[place + value] += share * joint[source + value];
  }
  return passed;
}

function transposed(table: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from(table, (_, cell) => table[(cell % rows) * columns + Math.floor(cell / rows)]);
}

function normalised(table: Float64Array): Float64Array {
  const total = addUp(table, new Int32Array(table.length), new Float64Array(1))[0];
  return table.map((value) => value / total);
}
