/**
 * Learning rate over the steps: a short linear warm-up, then half a cosine down to 0. Training may be told to end at
 * any step: the rate then falls linearly to 0 over a short tail, because weights taken in mid-schedule are worse than
 * annealed ones.
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
  tailLength(step: number): number {
    return Math.min(this.#lastStep - step, Math.max(20, Math.ceil(0.15 * step)));
  }

  /** Begins the tail after `step`; a second call changes nothing. */
  end(step: number): void {
    if (this.isEnding) return;
    this.#tailRate = this.rate(step);
    this.#tailStart = step;
    this.#lastStep = step + this.tailLength(step);
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
