import type { ExtremesPolicy } from '../src/engine/generate/extremes';
import { generateTable } from '../src/engine/generate/generate-table';
import { askableColumns } from '../src/engine/generate/given/askable-columns';
import type { TableModel } from '../src/engine/models/table-model';
import type { TypedTable } from '../src/engine/typed-table';
import type { AskableColumn, Condition, GivenEstimate, GivenReport } from './api';
import type { Gate } from './gate';
import { GivenDraws } from './given-draws';

/** Rows of one model, learnt here or read from a file: what can be asked of them, and one stream of them at a time. */
export class DrawnRows {
  readonly #model: TableModel;
  readonly #extremes: ExtremesPolicy;
  readonly #gate: Gate;
  readonly #given: GivenDraws;
  /** Rows being drawn for a file; a new stream ends the one before. */
  #stream: AsyncGenerator<TypedTable, GivenReport | null> | null = null;
  #report: GivenReport | null = null;

  constructor(model: TableModel, extremes: ExtremesPolicy, gate: Gate) {
    this.#model = model;
    this.#extremes = extremes;
    this.#gate = gate;
    this.#given = new GivenDraws(model, () => gate.takeTurn());
  }

  /** How the last stream was drawn under its conditions; null where there were none, or it has not ended. */
  get report(): GivenReport | null {
    return this.#report;
  }

  askable(): readonly AskableColumn[] {
    return askableColumns(this.#model.encoded);
  }

  async estimate(conditions: readonly Condition[]): Promise<GivenEstimate | null> {
    const report = await this.#given.estimate(conditions);
    return report && { report, learntRows: this.#model.encoded.rowCount };
  }

  async *draw(rows: number, seed: number): AsyncGenerator<TypedTable, null> {
    for await (const chunk of generateTable(this.#model, { rows, seed, extremes: this.#extremes })) {
      await this.#gate.takeTurn();
      yield chunk;
    }
    return null;
  }

  async start(rows: number, seed: number, conditions: readonly Condition[]): Promise<void> {
    await this.#stream?.return(null);
    this.#report = null;
    this.#stream = conditions.length > 0 ? this.#given.rows(conditions, rows, seed) : this.draw(rows, seed);
  }

  /** The stream's next rows; null at its end. */
  async next(): Promise<TypedTable | null> {
    const result = await this.#stream?.next();
    if (result && !result.done) return result.value;
    this.#report = result?.value ?? null;
    return null;
  }

  dispose(): void {
    this.#model.dispose();
  }
}
