import { type Bins, countInBins, makeBins } from '../analyze/bins';
import { concatenateTables, generateTable } from '../generate/generate-table';
import type { TableModel } from '../models/table-model';
import { columnNames, type TypedTable } from '../typed-table';
import type { TrainingLook } from './training-loop';
import type { TrainingContext, TrainingEvent, TrainingSettings } from './types';

/** Seconds between looks at what the model makes so far, at least; and at most this share of the time. */
const secondsBetweenLooks = 2;
const looksShare = 0.06;
const secondsBetweenCheckpoints = 15;
const rowsPerLook = 1024;

/** Draws a small sample now and then and counts it on the real columns' bins; takes checkpoints. Idle when unwatched. */
export class Observer {
  readonly #settings: Pick<TrainingSettings, 'seed'>;
  readonly #context: TrainingContext;
  readonly #names: readonly string[];
  readonly #bins: readonly (Bins | null)[];
  #nextLook: number;
  #nextCheckpoint: number;

  constructor(table: TypedTable, settings: Pick<TrainingSettings, 'seed'>, context: TrainingContext) {
    this.#settings = settings;
    this.#context = context;
    this.#names = columnNames(table);
    this.#bins = context.isWatched ? table.columns.map((column) => makeBins(column)) : [];
    this.#nextLook = context.now() + 500;
    this.#nextCheckpoint = context.now() + secondsBetweenCheckpoints * 1000;
  }

  /** Looks at a model that is being trained, when it is time to. */
  async look(model: TableModel, loop: TrainingLook): Promise<void> {
    if (!this.#context.isWatched) return;
    const start = this.#context.now();
    if (start >= this.#nextLook) {
      await loop.publish();
      await this.show(model);
      const spent = this.#context.now() - start;
      this.#nextLook = this.#context.now() + Math.max(secondsBetweenLooks * 1000, spent / looksShare);
    }
    if (start >= this.#nextCheckpoint) {
      this.#context.onEvent({ type: 'checkpoint', checkpoint: await loop.takeCheckpoint() });
      this.#nextCheckpoint = this.#context.now() + secondsBetweenCheckpoints * 1000;
    }
  }

  /** Tells what the model makes as it is now. */
  async show(model: TableModel): Promise<void> {
    if (this.#context.isWatched) this.#context.onEvent(await this.#countSample(model));
  }

  async #countSample(model: TableModel): Promise<TrainingEvent> {
    const options = { rows: rowsPerLook, seed: this.#settings.seed, extremes: 'free' } as const;
    const chunks: TypedTable[] = [];
    for await (const chunk of generateTable(model, options)) chunks.push(chunk);
    const sample = concatenateTables(chunks);
    const columns = sample.columns.flatMap((column, index) => {
      const bins = this.#bins[index];
      return bins ? [{ name: this.#names[index], counts: countInBins(column, bins) }] : [];
    });
    return { type: 'marginals', rows: sample.rowCount, columns };
  }
}
