import { applyWeights, gatherGradient, sumSquares, type DesignedRows } from './linear-design';
import type { ConvexProblem } from './minimise';
import type { Objective } from './objectives';

/** The mean loss of the rows and their share of the penalty, as a function of all outputs' weights. */
export class PenalisedLoss implements ConvexProblem {
  readonly weights: readonly Float64Array[];
  /** Where the weights begin: there every row has the same hessian. */
  readonly curvatures: Float64Array;
  readonly #objective: Objective;
  readonly #size: number;
  readonly #rows: DesignedRows;
  readonly #targets: Float64Array;
  readonly #l2: number;
  readonly #pairs: readonly Float64Array[];
  /** Where the weights are; how scores change along the direction; where a trial step leads. */
  readonly #scores: Float64Array;
  readonly #change: Float64Array;
  readonly #trial: Float64Array;
  #direction: Float64Array = new Float64Array(0);

  constructor(objective: Objective, size: number, rows: DesignedRows, targets: Float64Array, l2: number) {
    const { outputs } = objective;
    this.#objective = objective;
    this.#size = size;
    this.#rows = rows;
    this.#targets = targets;
    this.#l2 = l2;
    this.weights = Array.from({ length: outputs }, () => new Float64Array(size));
    this.#pairs = Array.from({ length: outputs }, () => new Float64Array(2 * rows.count));
    const start = objective.startingScores(targets);
    this.weights.forEach((own, output) => (own[size - 1] = start[output]));
    this.#scores = Float64Array.from({ length: rows.count * outputs }, (_, at) => start[at % outputs]);
    this.#change = new Float64Array(rows.count * outputs);
    this.#trial = new Float64Array(rows.count * outputs);
    this.curvatures = this.#curvaturesAtStart();
  }

  gradient(): Float64Array {
    const whole = new Float64Array(this.#size * this.weights.length);
    const rowCount = Math.max(1, this.#rows.count);
    this.#objective.differentiate(this.#scores, this.#targets, this.#pairs);
    this.weights.forEach((own, output) => {
      const part = whole.subarray(output * this.#size, (output + 1) * this.#size);
      gatherGradient(this.#rows, this.#pairs[output], part);
      for (let i = 0; i < part.length - 1; i++) part[i] += this.#l2 * own[i];
      for (let i = 0; i < part.length; i++) part[i] /= rowCount;
    });
    return whole;
  }

  aim(direction: Float64Array): void {
    this.#direction = direction;
    this.weights.forEach((_, output) => {
      applyWeights(this.#rows, this.#part(output), this.#change, this.weights.length, output);
    });
  }

  slope(step: number): number {
    const outputs = this.weights.length;
    for (let at = 0; at < this.#trial.length; at++)
      this.#trial[at] = this.#scores[at] + step * this.#change[at];
    this.#objective.differentiate(this.#trial, this.#targets, this.#pairs);
    let sum = 0;
    this.#pairs.forEach((pairs, output) => {
      for (let row = 0; row < this.#rows.count; row++)
        sum += pairs[2 * row] * this.#change[row * outputs + output];
    });
    this.weights.forEach((own, output) => {
      const part = this.#part(output);
      for (let i = 0; i < part.length - 1; i++) sum += this.#l2 * (own[i] + step * part[i]) * part[i];
    });
    return sum / Math.max(1, this.#rows.count);
  }

  move(step: number): void {
    for (let at = 0; at < this.#scores.length; at++) this.#scores[at] += step * this.#change[at];
    this.weights.forEach((own, output) => {
      const part = this.#part(output);
      for (let i = 0; i < own.length; i++) own[i] += step * part[i];
    });
  }

  #curvaturesAtStart(): Float64Array {
    this.#objective.differentiate(this.#scores, this.#targets, this.#pairs);
    const squares = sumSquares(this.#rows, this.#size);
    const rowCount = Math.max(1, this.#rows.count);
    const all = new Float64Array(this.#size * this.weights.length);
    this.#pairs.forEach((pairs, output) => {
      const hessian = this.#rows.count > 0 ? pairs[1] : 1;
      all.set(
        squares.map((sum) => (hessian * sum + this.#l2) / rowCount),
        output * this.#size,
      );
    });
    return all;
  }

  /** The direction of one output's weights. */
  #part(output: number): Float64Array {
    return this.#direction.subarray(output * this.#size, (output + 1) * this.#size);
  }
}
