import { Beliefs } from './beliefs';
import { cellsOver, triangulate, type Variables } from './cliques';

/** A table of noisy counts over some variables. */
export interface MeasuredMarginal {
  readonly variables: Variables;
  readonly counts: Float64Array;
  /** Of each count, or of all. */
  readonly variances: Float64Array | number;
}

/** All that was measured over one set of variables, as one table of least variance, and its potentials. */
interface Fitted {
  readonly variables: Variables;
  readonly counts: Float64Array;
  readonly precisions: Float64Array;
  potentials: Float64Array;
}

/** Where a step has led. */
interface State {
  readonly potentials: Float64Array[];
  readonly marginals: Float64Array[];
  readonly gradients: Float64Array[];
  loss: number;
}

/** Cells inferred between two breaths: some 10 ms. */
const cellsPerBreath = 400_000;
const mostHalvings = 25;
/** After a step that had to be shortened so many are taken before a longer one is tried. */
const stepsBeforeLonger = 4;
/** A step is long enough when the loss falls by this share of what its gradient promises. */
const leastGain = 0.25;
/** Gains below this share of the loss end the fitting. */
const smallestGain = 1e-6;

/**
 * The density of maximum entropy among those nearest to noisy marginals, in least squares weighted by their precision (Private-PGM;
 * McKenna, Sheldon & Miklau 2019): entropic mirror descent on the potentials, started from the last fit, over exact
 * belief propagation.
 */
export class MarginalFit {
  readonly sizes: Int32Array;
  readonly rows: number;
  readonly #fitted: Fitted[] = [];
  #beliefs: Beliefs | null = null;
  #step = 0;
  #cellsSinceBreath = 0;

  /** @param sizes values of each variable */
  constructor(sizes: ArrayLike<number>, rows: number) {
    this.sizes = Int32Array.from(sizes);
    this.rows = rows;
  }

  /** The sets of variables measured, each once. */
  get subsets(): Variables[] {
    return this.#fitted.map(({ variables }) => variables);
  }

  /** Takes one more noisy marginal into account, from the next fit on. */
  add({ variables, counts, variances }: MeasuredMarginal): void {
    const precisionOf = (cell: number) => 1 / (typeof variances === 'number' ? variances : variances[cell]);
    const known = this.#fitted.find((other) => String(other.variables) === String(variables));
    if (known) {
      counts.forEach((count, cell) => {
        const [before, more] = [known.precisions[cell], precisionOf(cell)];
        known.precisions[cell] = before + more;
        known.counts[cell] = (before * known.counts[cell] + more * count) / (before + more);
      });
      return;
    }
    this.#fitted.push({
      variables,
      counts: counts.slice(),
      precisions: counts.map((_, cell) => precisionOf(cell)),
      potentials: new Float64Array(cellsOver(this.sizes, variables)),
    });
    this.#beliefs = null;
  }

  /** What the last fit expects. */
  get beliefs(): Beliefs {
    if (!this.#beliefs) throw new Error('The marginals have not been fitted yet.');
    return this.#beliefs;
  }

  /** Takes so many steps at most, and says what is left of the loss: half the weighted squares. */
  async fit(steps: number, breathe: () => Promise<void>): Promise<number> {
    this.#beliefs ??= new Beliefs(this.sizes, triangulate(this.sizes, this.subsets), this.subsets, this.rows);
    let now = this.#newState();
    now.potentials.forEach((potentials, index) => potentials.set(this.#fitted[index].potentials));
    let next = this.#newState();
    this.#evaluate(now);
    let step = this.#step || 2 / (this.rows * largest(now.gradients));
    let patience = 0;
    for (let done = 0; done < steps; done++) {
      if (patience-- <= 0) step *= 2;
      let halvings = 0;
      while (!this.#advance(now, next, step) && halvings++ < mostHalvings) step /= 2;
      if (halvings > mostHalvings) break;
      if (halvings > 0) patience = stepsBeforeLonger;
      const gain = (now.loss - next.loss) / Math.max(now.loss, 1e-9);
      [now, next] = [next, now];
      if (this.#cellsSinceBreath > cellsPerBreath) {
        this.#cellsSinceBreath = 0;
        await breathe();
      }
      if (done > 10 && gain < smallestGain) break;
    }
    this.#step = step;
    now.potentials.forEach((potentials, index) => (this.#fitted[index].potentials = potentials));
    this.#beliefs.infer(now.potentials);
    return now.loss;
  }

  /** Steps against the gradient; true where that gained enough. */
  #advance(now: State, next: State, step: number): boolean {
    next.potentials.forEach((potentials, index) => {
      const from = now.potentials[index];
      const gradient = now.gradients[index];
      for (let cell = 0; cell < potentials.length; cell++)
        potentials[cell] = from[cell] - step * gradient[cell];
    });
    this.#evaluate(next);
    let promised = 0;
    now.gradients.forEach((gradient, index) => {
      const before = now.marginals[index];
      const after = next.marginals[index];
      for (let cell = 0; cell < gradient.length; cell++)
        promised += gradient[cell] * (before[cell] - after[cell]);
    });
    return now.loss - next.loss >= leastGain * promised;
  }

  #evaluate(state: State): void {
    const beliefs = this.beliefs;
    this.#cellsSinceBreath += beliefs.cells;
    beliefs.infer(state.potentials);
    beliefs.marginals(state.marginals);
    state.loss = 0;
    this.#fitted.forEach(({ counts, precisions }, index) => {
      const marginal = state.marginals[index];
      const gradient = state.gradients[index];
      for (let cell = 0; cell < counts.length; cell++) {
        const residual = marginal[cell] - counts[cell];
        gradient[cell] = residual * precisions[cell];
        state.loss += 0.5 * residual * gradient[cell];
      }
    });
  }

  #newState(): State {
    const tables = () => this.#fitted.map(({ counts }) => new Float64Array(counts.length));
    return { potentials: tables(), marginals: tables(), gradients: tables(), loss: 0 };
  }
}

function largest(tables: readonly Float64Array[]): number {
  let most = 1e-9;
  for (const table of tables) for (const value of table) most = Math.max(most, Math.abs(value));
  return most;
}
