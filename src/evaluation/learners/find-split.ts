import type { BinnedColumn } from './bin-columns';

/** What holds a tree back from fitting noise; the names and meanings are XGBoost's. */
export interface SplitOptions {
  /** Added to a child's sum of hessians. */
  readonly l2: number;
  /** Least sum of hessians of a child. */
  readonly minChildWeight: number;
}

/** The best way found to part a node's rows. */
export interface Split {
  readonly column: number;
  readonly gain: number;
  /** One entry per bin of the column, missing last. */
  readonly goesRight: Uint8Array;
}

/** Fewer categories than this are tried one against the rest; of more, so many at most are parted from the rest. */
const fewestToPartition = 4;
const mostInPart = 64;

/** Gains from rounding alone. */
const leastGain = 1e-6;

/**
 * Finds a node's best split from its histogram. Gain of a split: G²/(H + l2) of both children less that of the node
 * (Chen & Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016, eq. 7). Missing cells go where they gain most.
 * Categories: one against the rest where there are fewer than 4, otherwise a prefix or suffix of them in the order of
 * −G/(H + l2) (Fisher, "On grouping for maximum homogeneity", 1958), as XGBoost's `enable_categorical` does.
 */
export class SplitFinder {
  readonly #columns: readonly BinnedColumn[];
  readonly #offsets: Uint32Array;
  readonly #l2: number;
  readonly #minChildWeight: number;
  readonly #order: Int32Array;
  readonly #weights: Float64Array;
  /** The node being looked at. */
  #histogram: Float64Array = new Float64Array(0);
  #gradient = 0;
  #hessian = 0;
  #own = 0;
  /** The best so far: its column and gain; the bins (or places in the order) up to `#cut`; which side missing cells take. */
  #column = -1;
  #gain = 0;
  #cut = 0;
  #missingRight = false;

  constructor(columns: readonly BinnedColumn[], offsets: Uint32Array, options: SplitOptions) {
    this.#columns = columns;
    this.#offsets = offsets;
    this.#l2 = options.l2;
    this.#minChildWeight = options.minChildWeight;
    const most = columns.reduce((bins, column) => Math.max(bins, column.bins), 0);
    this.#order = new Int32Array(most);
    this.#weights = new Float64Array(most);
  }

  /** Null where no split gains anything. The histogram holds gradient and hessian sums by turns, from each column's offset. */
  find(histogram: Float64Array, gradient: number, hessian: number): Split | null {
    this.#histogram = histogram;
    this.#gradient = gradient;
    this.#hessian = hessian;
    this.#own = (gradient * gradient) / (hessian + this.#l2);
    this.#column = -1;
    this.#gain = leastGain;
    this.#columns.forEach(({ type, bins }, column) => {
      if (type === 'numeric') this.#cutNumbers(column, bins);
      else if (bins < fewestToPartition) this.#singleOut(column, bins);
      else this.#partition(column, bins);
    });
    return this.#column < 0 ? null : this.#describe();
  }

  /** From below with missing cells on the right, then from above with them on the left, where there are any. */
  #cutNumbers(column: number, bins: number): void {
    const histogram = this.#histogram;
    const start = this.#offsets[column];
    const hasMissing = histogram[start + 2 * bins + 1] > 0;
    let gradient = 0;
    let hessian = 0;
    for (let bin = 0; bin < bins - (hasMissing ? 0 : 1); bin++) {
      const at = start + 2 * bin;
      if (histogram[at + 1] === 0) continue;
      gradient += histogram[at];
      hessian += histogram[at + 1];
      this.#weigh(column, bin, gradient, hessian, true);
    }
    if (!hasMissing) return;
    gradient = hessian = 0;
    for (let bin = bins - 1; bin >= 0; bin--) {
      const at = start + 2 * bin;
      if (histogram[at + 1] === 0) continue;
      gradient += histogram[at];
      hessian += histogram[at + 1];
      this.#weigh(column, bin - 1, this.#gradient - gradient, this.#hessian - hessian, false);
    }
  }

  /** One category goes right. */
  #singleOut(column: number, bins: number): void {
    const histogram = this.#histogram;
    const start = this.#offsets[column];
    const missing = start + 2 * bins;
    const hasMissing = histogram[missing + 1] > 0;
    for (let bin = 0; bin < bins; bin++) {
      const gradient = this.#gradient - histogram[start + 2 * bin];
      const hessian = this.#hessian - histogram[start + 2 * bin + 1];
      this.#weigh(column, bin, gradient, hessian, false);
      if (hasMissing) {
        this.#weigh(column, bin, gradient - histogram[missing], hessian - histogram[missing + 1], true);
      }
    }
  }

  /** The first categories in the order go right, with the missing cells left; or the last go left, missing cells right. */
  #partition(column: number, bins: number): void {
    const histogram = this.#histogram;
    const start = this.#offsets[column];
    const order = this.#sortCategories(start, bins);
    const most = Math.min(mostInPart, order.length) - 1;
    let gradient = 0;
    let hessian = 0;
    for (let i = 0; i < most; i++) {
      gradient += histogram[start + 2 * order[i]];
      hessian += histogram[start + 2 * order[i] + 1];
      this.#weigh(column, i, this.#gradient - gradient, this.#hessian - hessian, false);
    }
    gradient = hessian = 0;
    for (let i = order.length - 1; i >= order.length - most; i--) {
      gradient += histogram[start + 2 * order[i]];
      hessian += histogram[start + 2 * order[i] + 1];
      this.#weigh(column, i - 1, gradient, hessian, true);
    }
  }

  /** The categories that the node has, and the first of those it lacks (standing for all of them), by rising leaf weight. */
  #sortCategories(start: number, bins: number): Int32Array {
    const histogram = this.#histogram;
    const weights = this.#weights;
    let sorted = 0;
    let hasLacking = false;
    for (let bin = 0; bin < bins; bin++) {
      const hessian = histogram[start + 2 * bin + 1];
      if (hessian === 0 && hasLacking) continue;
      if (hessian === 0) hasLacking = true;
      weights[bin] = hessian < this.#minChildWeight ? 0 : -histogram[start + 2 * bin] / (hessian + this.#l2);
      this.#order[sorted++] = bin;
    }
    return this.#order.subarray(0, sorted).sort((a, b) => weights[a] - weights[b] || a - b);
  }

  /** Keeps the split with such a left child if it is the best so far. */
  #weigh(column: number, cut: number, gradient: number, hessian: number, missingRight: boolean): void {
    const rest = this.#hessian - hessian;
    if (hessian < this.#minChildWeight || rest < this.#minChildWeight) return;
    const right = this.#gradient - gradient;
    const gain = Math.fround(
      (gradient * gradient) / (hessian + this.#l2) + (right * right) / (rest + this.#l2) - this.#own,
    );
    if (gain <= this.#gain) return;
    this.#column = column;
    this.#gain = gain;
    this.#cut = cut;
    this.#missingRight = missingRight;
  }

  #describe(): Split {
    const column = this.#column;
    const { type, bins } = this.#columns[column];
    const goesRight = new Uint8Array(bins + 1);
    if (type === 'numeric') goesRight.fill(1, this.#cut + 1);
    else if (bins < fewestToPartition) goesRight[this.#cut] = 1;
    else this.#fillPart(this.#offsets[column], bins, goesRight);
    goesRight[bins] = this.#missingRight ? 1 : 0;
    return { column, gain: this.#gain, goesRight };
  }

  #fillPart(start: number, bins: number, goesRight: Uint8Array): void {
    const order = this.#sortCategories(start, bins);
    for (let i = 0; i <= this.#cut; i++) goesRight[order[i]] = 1;
    const isLacking = (bin: number) => this.#histogram[start + 2 * bin + 1] === 0;
    const lackingGoRight = order.subarray(0, this.#cut + 1).some(isLacking);
    for (let bin = 0; bin < bins; bin++) if (isLacking(bin)) goesRight[bin] = lackingGoRight ? 1 : 0;
  }
}
