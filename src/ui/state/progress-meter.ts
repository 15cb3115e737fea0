import type { Progress } from '../../../workers/api';

export interface Pace {
  /** 0 … 1; null while the total is unknown. */
  readonly share: number | null;
  /** Units per second; null before it can be told. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

/** Turns progress into a rate and a time left. The clock (milliseconds) is an argument. */
export class ProgressMeter {
  #measured = '';
  #startedAt = 0;
  #startedDone = 0;

  read(progress: Progress, now: number): Pace {
    // Percent are of the whole, through all its phases; other units begin anew with each.
    const measured = progress.unit === 'percent' ? 'percent' : progress.phase;
    if (measured !== this.#measured || progress.done < this.#startedDone) {
      this.#measured = measured;
      this.#startedAt = now;
      this.#startedDone = progress.done;
    }
    const seconds = (now - this.#startedAt) / 1000;
    const share = progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
    if (seconds < 0.4 || progress.done <= this.#startedDone) return { share, rate: null, secondsLeft: null };
    const rate = (progress.done - this.#startedDone) / seconds;
    const secondsLeft = progress.total > 0 ? Math.max(0, progress.total - progress.done) / rate : null;
    return { share, rate, secondsLeft };
  }
}
