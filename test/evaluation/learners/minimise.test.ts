import { describe, expect, it } from 'vitest';
import { minimise, type ConvexProblem } from '../../../src/evaluation/learners/minimise';

/** Σ aᵢ (wᵢ − i)² / 2 + Σ (wᵢ − i)⁴: lowest where weight i is i. */
class Valley implements ConvexProblem {
  readonly curvatures: Float64Array;
  readonly weights: Float64Array;
  steps = 0;
  #direction: Float64Array = new Float64Array(0);

  constructor(curvatures: readonly number[]) {
    this.curvatures = Float64Array.from(curvatures);
    this.weights = new Float64Array(curvatures.length).fill(3);
  }

  gradient(): Float64Array {
    return this.#gradientAt(this.weights);
  }

  aim(direction: Float64Array): void {
    this.#direction = direction;
  }

  slope(step: number): number {
    return this.#gradientAt(this.#along(step)).reduce((sum, part, i) => sum + part * this.#direction[i], 0);
  }

  move(step: number): void {
    this.weights.set(this.#along(step));
    this.steps++;
  }

  #along(step: number): Float64Array {
    return this.weights.map((weight, i) => weight + step * this.#direction[i]);
  }

  #gradientAt(weights: Float64Array): Float64Array {
    return weights.map((weight, i) => this.curvatures[i] * (weight - i) + 4 * (weight - i) ** 3);
  }
}

const noWait = () => Promise.resolve();

describe('minimise', () => {
  it('finds the lowest place, however unlike the curvatures are', async () => {
    const valley = new Valley([1, 1e4, 1e-2, 1e2, 1]);
    await minimise(valley, { tolerance: 1e-9, mostSteps: 200 }, noWait);
    valley.weights.forEach((weight, i) => expect(weight).toBeCloseTo(i, 6));
  });

  it('does not move where it is lowest, and stops after the most steps', async () => {
    const lowest = new Valley([1, 1]);
    lowest.weights.set([0, 1]);
    await minimise(lowest, { tolerance: 1e-9, mostSteps: 10 }, noWait);
    expect(lowest.steps).toBe(0);
    const far = new Valley([1, 1e6, 1e-6]);
    await minimise(far, { tolerance: 0, mostSteps: 2 }, noWait);
    expect(far.steps).toBe(2);
  });
});
