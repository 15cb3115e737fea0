/** Lengths of tails as shares of the steps before them. */
const tails = { quick: 0.15, unhurried: 0.6 } as const;

/** How soon a training that ends early should be over. */
export type Haste = keyof typeof tails;

/**
 * Learning rate over the steps: a short linear warm-up, then half a cosine down to 0. Training may be told to end at
 * any step: the rate then falls linearly to 0 over a tail, because weights taken in mid-schedule are worse than
 * annealed ones. A person who waits gets a quick tail; where nobody does an unhurried one anneals better.
 */
export class Schedule {
  readonly #peak: number;
  readonly #warmup: number;
  readonly #plannedSteps: number;
  #lastStep: number;
  #tailStart = Number.POSITIVE_INFINITY;
  #tailRate = 0;

  /** @param totalSteps steps when nothing ends training early, ≥ 1 */
  constructor(peak: number, totalSteps: number, warmup = 50) {
    this.#peak = peak;
    this.#plannedSteps = totalSteps;
    this.#lastStep = totalSteps;
    this.#warmup = Math.min(warmup, totalSteps / 4);
  }

  /** Number of steps in all, as things stand. */
  get totalSteps(): number {
    return this.#lastStep;
  }

  /** True once the tail has begun. */
  get isEnding(): boolean {
    return this.#tailStart !== Number.POSITIVE_INFINITY;
  }

  /** The rate of a step, counted from 1. */
  rate(step: number): number {
    if (step > this.#tailStart) {
      return (this.#tailRate * (this.#lastStep - step + 1)) / (this.#lastStep - this.#tailStart + 1);
    }
    return (
      this.#peak *
      Math.min(1, step / this.#warmup) *
      (0.5 + 0.5 * Math.cos((Math.PI * step) / this.#plannedSteps))
    );
  }

  /** Steps that ending after `step` would still take. */
  tailLength(step: number, haste: Haste): number {
    return Math.min(this.#lastStep - step, Math.max(20, Math.ceil(tails[haste] * step)));
  }

  /** Begins a tail after `step`. A second one replaces the first where that brings the end nearer, else nothing changes. */
  end(step: number, haste: Haste): void {
    const lastStep = step + this.tailLength(step, haste);
    if (this.isEnding && lastStep >= this.#lastStep) return;
    this.#tailRate = this.rate(step);
    this.#tailStart = step;
    this.#lastStep = lastStep;
  }

  /** What must be kept to go on after a restart. */
  save(): Record<string, number> {
    return {
      lastStep: this.#lastStep,
      tailStart: this.isEnding ? this.#tailStart : -1,
      tailRate: this.#tailRate,
    };
  }

  restore(scalars: Readonly<Record<string, number>>): void {
    this.#lastStep = scalars.lastStep;
    this.#tailStart = scalars.tailStart < 0 ? Number.POSITIVE_INFINITY : scalars.tailStart;
    this.#tailRate = scalars.tailRate;
  }
}
