import type { CountingNoise, KeyedCount } from '../../../src/engine/encode/private/noisy-counts';
import { normalQuantile } from '../../../src/engine/models/gaussian-copula/normal-distribution';
import type { NoiseSource } from '../../../src/engine/privacy/noise-source';
import { seededNoise } from './seeded-noise';

type Sigma = Pick<CountingNoise, 'sigma'>;

/** One look at the table: what it is really like, and what was given out. */
interface Look<Exact, Answer> {
  readonly exact: Exact;
  readonly answer: Answer;
}

/**
 * Every look that is taken at one table, and then at a neighbour: there the answers are those given of the first, so that
 * what follows from them is the same, and how far the truth is from the first one's is added up. That is what a mechanism that
 * chooses by what it was told is worth to whoever wants to tell the two apart.
 */
export class Transcript {
  readonly noise: NoiseSource;
  /** ρ of counts and choices together, as far as the two tables differ. */
  rho = 0;
  /** How likely keys pass that one of the tables alone has. */
  delta = 0;
  /** Largest difference of a step's gradients, in standard deviations of its noise. */
  step = 0;
  steps = 0;
  rate = 0;
  readonly #looks: Look<unknown, unknown>[] = [];
  #next = -1;
  /** Which rows of a subject are used: the other subjects' are the same ones. */
  readonly #uniforms: number[] = [];
  #nextUniform = 0;

  constructor(seed: number) {
    const seeded = seededNoise(seed);
    this.noise = {
      uniform: () => this.#uniform(seeded),
      integerBelow: (bound) => seeded.integerBelow(bound),
      bernoulliExp: (x) => seeded.bernoulliExp(x),
      discreteGaussian: (sigma) => seeded.discreteGaussian(sigma),
      discreteLaplace: (scale) => seeded.discreteLaplace(scale),
      addGaussian: (values, sigma) => this.#addGaussian(values, sigma, seeded),
      poissonRows: (size, rate) => this.#poissonRows(size, rate, seeded),
    };
  }

  /** From here on the neighbour is looked at. */
  beginNeighbour(): void {
    this.#next = 0;
    this.#nextUniform = 0;
  }

  /** Whether the neighbour was looked at as often. */
  get isComplete(): boolean {
    return this.#next === this.#looks.length;
  }

  counts(given: ArrayLike<number>, { sigma }: Sigma, draw: () => Float64Array): Float64Array {
    return this.#look(Float64Array.from(given), draw, (before, now) => {
      this.rho += squaredDistance(before, now) / (2 * sigma ** 2);
    });
  }

  keys<Key>(
    given: ReadonlyMap<Key, number>,
    { sigma, threshold }: CountingNoise,
    draw: () => KeyedCount<Key>[],
  ): KeyedCount<Key>[] {
    return this.#look(new Map(given), draw, (before, now) => {
      for (const key of new Set([...before.keys(), ...now.keys()])) {
        const [one, other] = [before.get(key), now.get(key)];
        if (one !== undefined && other !== undefined) this.rho += (one - other) ** 2 / (2 * sigma ** 2);
        else this.delta += tail((threshold - (one ?? other ?? 0)) / sigma);
      }
    });
  }

  choice(given: ArrayLike<number>, epsilon: number, sensitivity: number, draw: () => number): number {
    return this.#look(Float64Array.from(given), draw, (before, now) => {
      const changes = before.map((score, place) => now[place] - score);
      const range = (epsilon * (Math.max(...changes) - Math.min(...changes))) / (2 * sensitivity);
      this.rho += range ** 2 / 8;
    });
  }

  #uniform(seeded: NoiseSource): number {
    if (this.#nextUniform === this.#uniforms.length) this.#uniforms.push(seeded.uniform());
    return this.#uniforms[this.#nextUniform++];
  }

  #addGaussian(values: Float32Array | Float64Array, sigma: number, seeded: NoiseSource): void {
    const noisy = this.#look(
      Float64Array.from(values),
      () => {
        seeded.addGaussian(values, sigma);
        return Float64Array.from(values);
      },
      (before, now) => {
        this.step = Math.max(this.step, Math.sqrt(squaredDistance(before, now)) / sigma);
        this.steps++;
      },
    );
    values.set(noisy);
  }

  /** The neighbour's sample has its last unit too, which the first table does not have. */
  #poissonRows(size: number, rate: number, seeded: NoiseSource): Uint32Array {
    this.rate = Math.max(this.rate, rate);
    const sampled = this.#look(
      size,
      () => seeded.poissonRows(size, rate),
      () => undefined,
    );
    return this.#next < 0 ? sampled : Uint32Array.from([...sampled, size - 1]);
  }

  #look<Exact, Answer>(
    exact: Exact,
    draw: () => Answer,
    compare: (before: Exact, now: Exact) => void,
  ): Answer {
    if (this.#next < 0) {
      const answer = draw();
      this.#looks.push({ exact, answer });
      return answer;
    }
    const known = this.#looks[this.#next++] as Look<Exact, Answer>;
    compare(known.exact, exact);
    return known.answer;
  }
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) throw new Error('The two tables were not asked the same.');
  return a.reduce((sum, value, place) => sum + (value - b[place]) ** 2, 0);
}

/** The upper tail of the normal distribution, by bisection of its quantiles. */
function tail(deviations: number): number {
  let [low, high] = [1e-300, 0.5];
  while (high / low > 1 + 1e-9) {
    const middle = Math.sqrt(low * high);
    if (-normalQuantile(middle) > deviations) low = middle;
    else high = middle;
  }
  return high;
}
