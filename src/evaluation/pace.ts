/** Cells looked at between two pauses: some ten milliseconds of work, a few times that before the code is compiled well. */
const cellsPerTurn = 1_000_000;

/** Gives control away whenever enough work was done since the last time. */
export class Pace {
  readonly #yieldControl: () => Promise<void>;
  #cells = 0;

  constructor(yieldControl: () => Promise<void>) {
    this.#yieldControl = yieldControl;
  }

  /** To be awaited after (or before) so much work. */
  async spend(cells: number): Promise<void> {
    this.#cells += cells;
    if (this.#cells < cellsPerTurn) return;
    this.#cells = 0;
    await this.#yieldControl();
  }
}
