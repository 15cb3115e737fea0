import type { BinnedColumn } from './bin-columns';
import { SplitFinder, type Split, type SplitOptions } from './find-split';
import { addColumn, gatherPairs, partRows } from './histogram-kernels';
import type { Pace } from '../pace';
import { TreeBuilder, type RegressionTree } from './regression-tree';

export interface TreeOptions extends SplitOptions {
  readonly depth: number;
  /** Least gain of a split. */
  readonly gamma: number;
  /** What a leaf's weight is multiplied by. */
  readonly learningRate: number;
}

/** What a tree is grown for: one output of all rows. */
export interface GrowingTask {
  /** Gradient and hessian of each row, by turns. */
  readonly pairs: Float64Array;
  /** The leaf weights are added to `scores[row × stride + output]`. */
  readonly scores: Float64Array;
  readonly stride: number;
  readonly output: number;
  /** Each split's gain is added to its column's. */
  readonly gains: Float64Array;
}

/** The rows of a node: a stretch of the grower's order, with the sums of their gradients and hessians. */
interface Node {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly gradient: number;
  readonly hessian: number;
  /** Null where the node is to be a leaf. */
  readonly histogram: Float64Array | null;
}

/**
 * Grows trees on binned columns level by level: a histogram of gradients per node, of the smaller child counted and of
 * the larger one had by subtraction (Ke et al., "LightGBM", NeurIPS 2017; XGBoost's tree_method=hist, depthwise).
 */
export class TreeGrower {
  readonly #columns: readonly BinnedColumn[];
  readonly #options: TreeOptions;
  readonly #pace: Pace;
  readonly #offsets: Uint32Array;
  readonly #histogramSize: number;
  readonly #finder: SplitFinder;
  /** Rows, node by node. */
  readonly #order: Uint32Array;
  readonly #moved: Uint32Array;
  readonly #gathered: Float64Array;
  readonly #spare: Float64Array[] = [];
  #pairs: Float64Array = new Float64Array(0);

  constructor(columns: readonly BinnedColumn[], rowCount: number, options: TreeOptions, pace: Pace) {
    this.#columns = columns;
    this.#options = options;
    this.#pace = pace;
    this.#offsets = new Uint32Array(columns.length);
    let size = 0;
    columns.forEach(({ bins }, column) => {
      this.#offsets[column] = size;
      size += 2 * (bins + 1);
    });
    this.#histogramSize = size;
    this.#finder = new SplitFinder(columns, this.#offsets, options);
    this.#order = new Uint32Array(rowCount);
    this.#moved = new Uint32Array(rowCount);
    this.#gathered = new Float64Array(2 * rowCount);
  }

  async grow(task: GrowingTask): Promise<RegressionTree> {
    this.#pairs = task.pairs;
    const tree = new TreeBuilder();
    let level = [this.#plantRoot()];
    await this.#pace.spend(this.#order.length * this.#columns.length);
    for (let depth = 1; level.length > 0; depth++) {
      const next: Node[] = [];
      for (const node of level) {
        const split = node.histogram && this.#finder.find(node.histogram, node.gradient, node.hessian);
        if (node.histogram) await this.#pace.spend(this.#histogramSize);
        if (split && split.gain >= this.#options.gamma) {
          task.gains[split.column] += split.gain;
          next.push(...this.#divide(node, split, tree, depth < this.#options.depth));
          await this.#pace.spend((node.end - node.start) * this.#columns.length);
        } else this.#endIn(node, tree, task);
      }
      level = next;
    }
    return tree.finish();
  }

  #plantRoot(): Node {
    const end = this.#order.length;
    for (let row = 0; row < end; row++) this.#order[row] = row;
    const histogram = this.#options.depth > 0 ? this.#count(0, end) : null;
    return { index: 0, start: 0, end, ...this.#sum(0, end), histogram };
  }

  #divide(node: Node, split: Split, tree: TreeBuilder, goesOn: boolean): [Node, Node] {
    const { codes } = this.#columns[split.column];
    const middle = partRows(this.#order, node.start, node.end, codes, split.goesRight, this.#moved);
    const index = tree.split(node.index, split);
    const left = this.#sum(node.start, middle);
    const right = { gradient: node.gradient - left.gradient, hessian: node.hessian - left.hessian };
    const [first, second] = goesOn ? this.#childHistograms(node, middle) : [null, null];
    if (!goesOn) this.#release(node);
    return [
      { index, start: node.start, end: middle, ...left, histogram: first },
      { index: index + 1, start: middle, end: node.end, ...right, histogram: second },
    ];
  }

  /** The larger child takes over its parent's histogram. */
  #childHistograms(node: Node, middle: number): [Float64Array, Float64Array] {
    const larger = node.histogram ?? this.#empty();
    const leftIsSmaller = middle - node.start < node.end - middle;
    const smaller = leftIsSmaller ? this.#count(node.start, middle) : this.#count(middle, node.end);
    for (let i = 0; i < larger.length; i++) larger[i] -= smaller[i];
    return leftIsSmaller ? [smaller, larger] : [larger, smaller];
  }

  #count(start: number, end: number): Float64Array {
    const histogram = this.#empty();
    gatherPairs(this.#pairs, this.#order, start, end, this.#gathered);
    this.#columns.forEach(({ codes }, column) =>
      addColumn(histogram, this.#offsets[column], codes, this.#order, start, end, this.#gathered),
    );
    return histogram;
  }

  #empty(): Float64Array {
    return this.#spare.pop()?.fill(0) ?? new Float64Array(this.#histogramSize);
  }

  #release(node: Node): void {
    if (node.histogram) this.#spare.push(node.histogram);
  }

  #sum(start: number, end: number): { gradient: number; hessian: number } {
    let gradient = 0;
    let hessian = 0;
    for (let i = start; i < end; i++) {
      gradient += this.#pairs[2 * this.#order[i]];
      hessian += this.#pairs[2 * this.#order[i] + 1];
    }
    return { gradient, hessian };
  }

  #endIn(node: Node, tree: TreeBuilder, { scores, stride, output }: GrowingTask): void {
    const weight = (-node.gradient / (node.hessian + this.#options.l2)) * this.#options.learningRate;
    tree.end(node.index, weight);
    for (let i = node.start; i < node.end; i++) scores[this.#order[i] * stride + output] += weight;
    this.#release(node);
  }
}
