/** Losses added up where they were computed, and fetched now and then: fetching stalls a graphics card. */
export interface LossTally {
  /** The sum since the last reading, nats; begins anew. Throws when the device is lost. */
  read(): Promise<number>;
}

/** Adds losses up, wherever they live, and is read now and then. */
export class LossMeter {
  readonly #tallies = new Set<LossTally>();
  #sum = 0;
  #rows = 0;

  /** @param loss summed over the rows, or the tally that it was added to */
  add(loss: number | LossTally, rows: number): void {
    this.#rows += rows;
    if (typeof loss === 'number') this.#sum += loss;
    else this.#tallies.add(loss);
  }

  /** Mean per row since the last reading, NaN when nothing was added; starts anew. */
  async read(): Promise<number> {
    const sums = await Promise.all([...this.#tallies].map((tally) => tally.read()));
    const mean = sums.reduce((sum, loss) => sum + loss, this.#sum) / this.#rows;
    this.#tallies.clear();
    this.#sum = 0;
    this.#rows = 0;
    return mean;
  }
}
