import { areEqual } from './weights';

/** How well rows could be drawn under conditions. */
export interface GivenReport {
  /** `exact`: every row drawn weighed the same, and was kept. `weighted`: likelihood weighting with rejection. */
  readonly method: 'exact' | 'weighted';
  /** Estimated share of the model's rows that meet the conditions. */
  readonly probability: number;
  /** Rows drawn, and those of them that were kept. */
  readonly drawn: number;
  readonly kept: number;
  /** Kong's effective sample size over the rows drawn, 0 … 1. */
  readonly effectiveShare: number;
  /** Share of the rows drawn that are kept in the long run. */
  readonly acceptance: number;
  /** Share of the weight above the bound: the rows' distribution is off the model's by no more (total variation). */
  readonly cutOff: number;
}

/** Weights kept for the bound: the first so many, enough for its quantile. */
const mostKept = 1 << 18;

/** Sums over the weights of all rows drawn. */
export class WeightLog {
  readonly #chunks: Float64Array[] = [];
  #held = 0;
  #drawn = 0;
  #kept = 0;
  #sum = 0;
  #squares = 0;
  #above = 0;
  #accepted = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = 0;

  /** @param bound that rows were kept by */
  add(weights: Float64Array, bound: number, kept = 0): void {
    if (this.#held < mostKept) {
      this.#chunks.push(weights);
      this.#held += weights.length;
    }
    this.#drawn += weights.length;
    this.#kept += kept;
    for (const weight of weights) {
      this.#sum += weight;
      this.#squares += weight * weight;
      this.#above += Math.max(0, weight - bound);
      this.#accepted += Math.min(1, weight / bound);
      this.#least = Math.min(this.#least, weight);
      this.#most = Math.max(this.#most, weight);
    }
  }

  weights(): Float64Array {
    const all = new Float64Array(this.#held);
    let start = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, start);
      start += chunk.length;
    }
    return all;
  }

  report(): GivenReport {
    const n = Math.max(1, this.#drawn);
    return {
      method: areEqual(this.#least, this.#most) ? 'exact' : 'weighted',
      probability: this.#sum / n,
      drawn: this.#drawn,
      kept: this.#kept,
      effectiveShare: this.#squares > 0 ? (this.#sum * this.#sum) / this.#squares / n : 0,
      acceptance: this.#accepted / n,
      cutOff: this.#sum > 0 ? this.#above / this.#sum : 0,
    };
  }
}
